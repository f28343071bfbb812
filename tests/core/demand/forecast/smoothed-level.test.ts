import { describe, expect, it } from 'vitest';
import { smoothedLevels } from '#core/demand/forecast/smoothed-level.ts';

describe('smoothedLevels', () => {
  it('is the weighted mean of all weeks and of the first level', () => {
    const values = Float64Array.of(1, 5, 2, 4, 8, 3);
    const rate = 0.3;
    const start = 3; // the mean of the first four
    const expected = values.reduce(
      (sum, value, i) => sum + rate * (1 - rate) ** (values.length - 1 - i) * value,
      (1 - rate) ** values.length * start,
    );
    expect(smoothedLevels(values, rate).at(-1)).toBeCloseTo(expected, 12);
  });

  it('begins with the first known week, and stays as it was in a gap', () => {
    const levels = smoothedLevels(Float64Array.of(NaN, NaN, 2, NaN, 4), 0.5);
    expect([...levels]).toEqual([NaN, NaN, 2.5, 2.5, 3.25]);
  });

  it('knows nothing of nothing', () => {
    expect([...smoothedLevels(Float64Array.of(NaN, NaN), 0.5)]).toEqual([NaN, NaN]);
  });
});
