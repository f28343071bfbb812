import { describe, expect, it } from 'vitest';
import { kolmogorovSmirnov, kolmogorovTail } from '#core/base/statistics/kolmogorov-smirnov.ts';
import reference from '../../../support/references/drift.json' with { type: 'json' };

describe('kolmogorovSmirnov', () => {
  it('says of two samples what SciPy says', () => {
    for (const { a, b, statistic, chance } of reference.ks) {
      const found = kolmogorovSmirnov(a, b);
      expect(found.statistic).toBeCloseTo(statistic, 12);
      expect(found.chance).toBeCloseTo(chance, 9);
    }
  });

  it('tells one sample from itself in no way', () => {
    expect(kolmogorovSmirnov([3, 1, 1, 2], [1, 2, 3, 1])).toEqual({ statistic: 0, chance: 1 });
  });

  it('finds samples apart that share no value', () => {
    expect(kolmogorovSmirnov([1, 2], [3, 3, 4]).statistic).toBe(1);
  });
});

describe('kolmogorovTail', () => {
  it('is SciPy’s', () => {
    for (const [x, tail] of reference.kolmogorov) expect(kolmogorovTail(x!)).toBeCloseTo(tail!, 6);
  });
});
