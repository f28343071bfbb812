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
  it('is SciPy’s', () => {
    for (const [a, x, tail] of reference.gamma) expect(upperGamma(a!, x!)).toBeCloseTo(tail!, 11);
  });
});
