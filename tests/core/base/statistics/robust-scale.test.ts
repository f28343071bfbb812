import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { robustScale } from '#core/base/statistics/robust-scale.ts';

describe('robustScale', () => {
  it('is the median and the median deviation as a standard deviation, missing values left out', () => {
    const { centre, spread } = robustScale(Float64Array.of(NaN, 1, 2, 3, 4, 1e9));
    expect([centre, spread]).toEqual([3, 1.4826]);
  });

  it('is unknown where nothing is known', () => {
    expect(robustScale(Float64Array.of(NaN)).centre).toBeNaN();
  });

  it('tells a million values from some of them', () => {
    const random = seededRandom(1);
    const { centre, spread } = robustScale(Float64Array.from({ length: 1e6 }, () => random()));
    expect(centre).toBeCloseTo(0.5, 1);
    expect(spread).toBeCloseTo(1.4826 / 4, 1);
  });
});
