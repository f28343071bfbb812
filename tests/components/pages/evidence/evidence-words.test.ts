import { describe, expect, it } from 'vitest';
import {
  coverageFinding,
  coverageVerdict,
  knownCoverage,
} from '#components/pages/evidence/evidence-words.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';

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
  });

  it('is weighed against chance', () => {
    expect(coverageVerdict(checked(0.78))).toBe(
      'As expected: with 400 unseen launches, a difference of up to 4 percentage points may be chance.',
    );
    expect(coverageVerdict(checked(0.62))).toBe(m.evidence_verdict_narrow());
    expect(coverageVerdict(checked(0.95))).toBe(m.evidence_verdict_wide());
  });

  it('takes more to doubt on fewer launches', () => {
    // Two standard errors: 2 √(0.8 · 0.2 / n) is 0.04 of 400 launches and 0.2 of 16.
    expect(coverageVerdict(checked(0.75, 400))).toBe(m.evidence_verdict_narrow());
    const kept = m.evidence_verdict_kept({ ...tally(16), points: '20' });
    expect(coverageVerdict(checked(0.61, 16))).toBe(kept);
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
