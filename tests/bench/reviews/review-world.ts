// Shops with units and reviews by day, in which the first reviews tell of later weeks, or do not.

import type { DatedReview } from '#core/ledger/correction/first-reviews.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import { sigmoid, sum } from '#core/base/statistics/statistics.ts';

export interface ReviewedLaunch {
  /** Units asked for by week since launch. */
  readonly weeks: readonly number[];
  readonly reviews: readonly DatedReview[];
  /** log1p of what was forecast for four weeks. */
  readonly forecastLog: number;
}

/** Weeks before buyers have heard of a product from others. */
const QUIET_WEEKS = 2;
const WEEKLY = { median: 25, spread: 0.8, fall: 0.1, noise: 0.25 };
const NEGATIVE = { logit: -1.4, perDeviation: -0.8 };
const REVIEW_SHARE = 0.2;
const FORECAST_NOISE = 0.5;

/**
 * Draws launches of a shop. Their quality moves reviews, and units once buyers have heard of it.
 * @param effect log units for one deviation of quality; 0: reviews tell nothing
 */
export function reviewedLaunches(
  count: number,
  {
    weeks,
    effect,
    seed,
  }: { readonly weeks: number; readonly effect: number; readonly seed: number },
): ReviewedLaunch[] {
  const random = seededRandom(seed);
  const normal = (): number => normalQuantile(1e-9 + random() * (1 - 2e-9));
  return Array.from({ length: count }, () => {
    const level = Math.log(WEEKLY.median) + WEEKLY.spread * normal();
    const quality = normal();
    const units = Array.from({ length: weeks }, (_, week) => {
      const heard = week >= QUIET_WEEKS ? effect * quality : 0;
      return Math.round(Math.exp(level - WEEKLY.fall * week + heard + WEEKLY.noise * normal()));
    });
    const chance = sigmoid(NEGATIVE.logit + NEGATIVE.perDeviation * quality);
    const reviews = units.flatMap((sold, week) =>
      Array.from({ length: Math.round(REVIEW_SHARE * sold) }, () => ({
        day: 7 * week + Math.floor(7 * random()),
        isNegative: random() < chance,
      })),
    );
    return {
      weeks: units,
      reviews: reviews.sort((a, b) => a.day - b.day),
      forecastLog: Math.log1p(sum(units.slice(0, 4))) + FORECAST_NOISE * normal(),
    };
  });
}
