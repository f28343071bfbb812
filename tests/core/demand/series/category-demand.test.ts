import { describe, expect, it } from 'vitest';
import { borrowsSeason, demandOn, isBorrowedOn } from '#core/demand/series/category-demand.ts';

describe('demandOn', () => {
  it('is the week of the day, and 0 where none is known', () => {
    const index = { firstDay: 4, series: [{ category: 'A', logs: Float32Array.of(0.5, -1) }] };
    expect([3, 4, 10, 11, 17, 18].map((day) => demandOn(index, day)[0])).toEqual([
      0, 0.5, 0.5, -1, -1, 0,
    ]);
  });
});

describe('a borrowed season', () => {
  const logs = Float32Array.of(0.5, -1);
  const index = { firstDay: 4, series: [{ category: 'A', logs }], isBorrowed: true };

  it('is known on the days that the market covers', () => {
    expect([3, 4, 17, 18].map((day) => isBorrowedOn(index, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is that of the categories with a series', () => {
    expect(['A', 'B', ''].map((category) => borrowsSeason(index, category))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is none where demand is the shop’s own', () => {
    const own = { firstDay: 4, series: [{ category: 'A', logs }] };
    expect([isBorrowedOn(own, 4), borrowsSeason(own, 'A'), borrowsSeason(undefined, 'A')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
