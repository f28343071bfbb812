// Scores every method on the same test set, and tests whether the differences are more than chance.

import { differenceRange, drawWapes } from '#core/base/statistics/paired-bootstrap.ts';
import { meanAbsoluteError, r2OfLog1p, wape } from '#core/base/statistics/metrics.ts';
import { rankCorrelation } from '#core/base/statistics/rank-correlation.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import { seededRandom } from '#core/base/random.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import type { Holdout, Method } from './holdout.ts';

export interface MethodScore {
  readonly method: Method;
  readonly maeUnits: number;
  /** WAPE (weighted absolute percentage error), with its range over bootstrap draws of such launches. */
  readonly wape: OutcomeRange;
  /** R² on the log1p(units) scale. */
  readonly r2Log: number;
  /** Spearman's rank correlation: whether large launches are ranked before small ones. */
  readonly rankCorrelation: number;
  /** Difference from Debut; null for Debut itself. */
  readonly against: AgainstDebut | null;
}

/** WAPE of a method less Debut's: above 0, Debut's error is smaller. */
export interface AgainstDebut {
  readonly difference: number;
  /** Range of the difference in 90% of bootstrap draws. */
  readonly low: number;
  readonly high: number;
  readonly verdict: 'debut-better' | 'level' | 'debut-worse';
}

const SEED = 1;

/** Returns the scores of all methods, smallest WAPE first. Empty where nothing was sold. */
export function methodScores(holdout: Holdout): MethodScore[] {
  const { actualUnits, soldOut } = holdout;
  const methods = Object.keys(holdout.expectedUnits) as Method[];
  const sold = methods.map((method) =>
    asCensored(holdout.expectedUnits[method]!, actualUnits, soldOut),
  );
  const errors = sold.map((expected) =>
    expected.map((units, i) => Math.abs(units - actualUnits[i]!)),
  );
  const { byMethod } = drawWapes(actualUnits, errors, seededRandom(SEED));
  const own = methods.indexOf('debut');
  const all = methods.map((method, i): MethodScore => {
    const expected = sold[i]!;
    const error = wape(actualUnits, expected);
    return {
      method,
      maeUnits: meanAbsoluteError(actualUnits, expected),
      wape: drawnRange(error, byMethod[i]!),
      r2Log: r2OfLog1p(actualUnits, expected),
      rankCorrelation: rankCorrelation(actualUnits, expected),
      against:
        i === own
          ? null
          : againstDebut(
              error - wape(actualUnits, sold[own]!),
              differenceRange(byMethod[i]!, byMethod[own]!),
            ),
    };
  });
  return all
    .filter((score) => Number.isFinite(score.wape.expected))
    .sort((a, b) => a.wape.expected - b.wape.expected);
}

/** Returns a value with the 50% and 80% ranges of its bootstrap draws. */
export function drawnRange(expected: number, draws: ArrayLike<number>): OutcomeRange {
  const at = (fraction: number) => quantile(draws, fraction);
  return { expected, low80: at(0.1), low50: at(0.25), high50: at(0.75), high80: at(0.9) };
}

function againstDebut(
  difference: number,
  { low, high }: ReturnType<typeof differenceRange>,
): AgainstDebut {
  const verdict = low > 0 ? 'debut-better' : high < 0 ? 'debut-worse' : 'level';
  return { difference, low, high, verdict };
}
