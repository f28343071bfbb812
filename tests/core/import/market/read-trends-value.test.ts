import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex } from '#core/import/market/read-trends-value.ts';

describe('readIndex', () => {
  it('reads 0–100, and "<1" as a half', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 2000 }), (value) => {
        expect(readIndex(String(value))).toBe(value >= 0 && value <= 100 ? value : NaN);
      }),
    );
    expect(['<1', '< 1', '<1%', '＜1', ' 100 ', '7.0'].map(readIndex)).toEqual([
      ...[0.5, 0.5, 0.5, 0.5, 100, 7],
    ]);
    expect(['', '7.5', '1e1', '<2', '-', 'x', '101'].map(readIndex)).toEqual(
      Array.from({ length: 7 }, () => NaN),
    );
  });
});
