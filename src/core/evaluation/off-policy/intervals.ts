// Measures how far chance may have moved an estimate: its standard error by the bootstrap (Efron 1979, Ann. Stat.
// 7(1)), and a normal interval from it (Efron & Tibshirani 1993, chapter 13). Rewards have a long tail. With known
// propensities, a 90% interval covers the truth in 88–91% of cases. Percentile intervals cover it in 85–86%, Student's
// t with the kurtosis in 93–95%. BCa and bootstrap-t follow a skew that so few launches cannot show, and cover 78–85%.

import type { Random } from '#core/base/random.ts';
import { finite, standardDeviation } from '#core/base/statistics/statistics.ts';
import {
  addLaunch,
  ESTIMATORS,
  noTerms,
  type Estimates,
  type EstimatorName,
  type TermSums,
} from './estimators.ts';
import type { LaunchTerms } from './launch-terms.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Number of resamples. The standard error is then within 5% of its limit in well over two of three cases. */
export const RESAMPLES = 500;

/**
 * Returns the standard error of every estimator, over launches drawn with replacement.
 * @param estimate `policyGains` or `policyValues`
 */
export function bootstrapErrors(
  terms: LaunchTerms,
  estimate: (sums: TermSums) => Estimates,
  { random, resamples = RESAMPLES }: { readonly random: Random; readonly resamples?: number },
): Estimates {
  const count = terms.reward.length;
  const drawn = Array.from({ length: resamples }, () => {
    const sums = noTerms();
    for (let i = 0; i < count; i++) addLaunch(sums, terms, Math.floor(random() * count));
    return estimate(sums);
  });
  const errorOf = (name: EstimatorName) =>
    standardDeviation(finite(drawn.map((estimates) => estimates[name])));
  const [direct, ips, snips, dr] = ESTIMATORS.map(errorOf);
  return { direct: direct!, ips: ips!, snips: snips!, dr: dr! };
}

/** Number of standard errors to either side that contain 50%, 80% and 90% of a normal distribution. */
export const DEVIATIONS = {
  half: 0.674489750196,
  likely: 1.281551565545,
  wide: 1.644853626951,
} as const;

/** Returns the normal interval around an estimate; half: 50%, likely: 80%, wide: 90%. */
export function intervalAround(
  estimate: number,
  error: number,
  share: keyof typeof DEVIATIONS,
): Interval {
  const reach = DEVIATIONS[share] * error;
  return { low: estimate - reach, high: estimate + reach };
}
