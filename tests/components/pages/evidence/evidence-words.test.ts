import { describe, expect, it } from 'vitest';
import {
  coverageFinding,
  coverageVerdict,
  knownCoverage,
} from '#components/pages/evidence/evidence-words.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const checked = (reached: number, test = 400) =>
  ({
    rows: { training: 1360, validation: 240, test },
    coverage: [
      { promisedFraction: 0.8, reachedFraction: reached },
      { promisedFraction: 0.5, reachedFraction: 0.52 },
    ],
  }) as unknown as TrainingReport;

describe('whether ranges kept their promise', () => {
  it('is the finding', () => {
    expect(coverageFinding(checked(0.78))).toBe('80% ranges covered 78% of launches');
    expect(inChinese(() => coverageFinding(checked(0.78)))).toBe('80% 区间实际覆盖 78% 的上新');
  });

  it.each([
    {
      reached: 0.78,
      says: /^As expected: with 400 unseen launches, a difference of up to 4 percentage points may be chance/,
    },
    { reached: 0.62, says: /too narrow/ },
    { reached: 0.95, says: /wider than needed/ },
  ])('of $reached is weighed against chance', ({ reached, says }) => {
    expect(coverageVerdict(checked(reached))).toMatch(says);
  });

  it('takes more to doubt on fewer launches', () => {
    // Two standard errors: 2 √(0.8 · 0.2 / n) is 0.04 of 400 launches and 0.2 of 16.
    expect(coverageVerdict(checked(0.7, 400))).toMatch(/too narrow/);
    expect(coverageVerdict(checked(0.7, 16))).toMatch(/up to 20 percentage points may be chance/);
  });

  it('is not claimed where nothing was checked', () => {
    const unknown = checked(NaN, 0);
    expect(coverageFinding(unknown)).toBeNull();
    expect(coverageVerdict(unknown)).toBe('');
    expect(knownCoverage(unknown).map(({ promisedFraction }) => promisedFraction)).toEqual([0.5]);
  });

  it('lists the narrow ranges first', () => {
    expect(knownCoverage(checked(0.8)).map((c) => c.promisedFraction)).toEqual([0.5, 0.8]);
  });
});
