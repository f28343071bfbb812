import { describe, expect, it } from 'vitest';
import { demandOn } from '#core/demand/series/category-demand.ts';

describe('demandOn', () => {
  it('is the week of the day, and 0 where none is known', () => {
    const index = { firstDay: 4, series: [{ category: 'A', logs: Float32Array.of(0.5, -1) }] };
    expect([3, 4, 10, 11, 17, 18].map((day) => demandOn(index, day)[0])).toEqual([
      0, 0.5, 0.5, -1, -1, 0,
    ]);
  });
});
