import { describe, expect, it } from 'vitest';
import { chiSquare, countedLevels, upperGamma } from '#core/base/statistics/chi-square.ts';
import reference from '../../../support/references/drift.json' with { type: 'json' };

const levelsOf = (counts: readonly number[]): string[] =>
  counts.flatMap((count, level) => new Array<string>(count).fill(`level ${level}`));

describe('chiSquare', () => {
  it('says of two samples what SciPy says', () => {
    for (const { before, now, statistic, chance } of reference.chi) {
      const found = chiSquare(levelsOf(before), levelsOf(now));
      expect(found.statistic).toBeCloseTo(statistic, 9);
      expect(found.chance).toBeCloseTo(chance, 11);
    }
  });

  it('has nothing to say of one level', () => {
    expect(chiSquare(['a', 'a'], ['a'])).toEqual({ statistic: 0, chance: 1 });
  });
});

describe('countedLevels', () => {
  it('counts rare levels together', () => {
    const before = [...levelsOf([40, 40]), 'rare', 'rarer'];
    expect(countedLevels(before, [...levelsOf([10, 20]), 'new'])).toEqual([
      [40, 10],
      [40, 20],
      [2, 1],
    ]);
  });
});

describe('upperGamma', () => {
  it('is that of a normal variable, skewed, for counts of a million', () => {
    // Edgeworth: P(X > a + z √a) = 1 − Φ(z) + φ(z) (z² − 1) / (3 √a) + O(1 / a), for z = 0, −2 and 2.
    for (const a of [1e5, 1e6])
      for (const [z, beyond, density] of [
        [0, 0.5, 0.398942],
        [-2, 0.97725, 0.053991],
        [2, 0.02275, 0.053991],
      ] as const) {
        const expected = beyond + (density * (z * z - 1)) / (3 * Math.sqrt(a));
        expect(upperGamma(a, a + z * Math.sqrt(a))).toBeCloseTo(expected, 4);
      }
  });

  it('is SciPy’s', () => {
    for (const [a, x, tail] of reference.gamma) expect(upperGamma(a!, x!)).toBeCloseTo(tail!, 11);
  });
});
