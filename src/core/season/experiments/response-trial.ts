// Calculates what a trial would show if chance decided, for each launch, whether its ad spend or its tag price is
// multiplied or divided by a factor. Beside their forecasts, log units then differ by ± elasticity · log(factor), and by
// forecast errors. Unlike a history's, such differences are not due to better products.

import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { SPEND_ELASTICITY } from '#core/model/blend/published-response.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';

/** Ad spend is raised by 30% or cut by 23%: about as far as plans depart from the usual spend. */
export const AD_FACTOR = 1.3;
/** Chance that a trial which tells two elasticities apart is right. */
const SURE = 0.8;

/**
 * Returns the standard deviation of the elasticity that a single launch shows; that of n launches is smaller by √n.
 * @param deviation residual standard deviation of the forecasts, in log units
 * @param factor above 1, by which chance multiplies or divides the spend or price
 */
export function trialNoise(deviation: number, factor: number): number {
  return deviation / Math.log(factor);
}

/**
 * Returns after how many launches the estimate is, with a chance of 80%, nearer to the true one of two elasticities: (2
 * z₀.₈ noise / apart)².
 * @param trial `noise`: result of `trialNoise`; `apart`: difference of the elasticities
 */
export function launchesToTell({
  noise,
  apart,
}: {
  readonly noise: number;
  readonly apart: number;
}): number {
  return Math.ceil(((2 * normalQuantile(SURE) * noise) / apart) ** 2);
}

/**
 * Returns after how many launches a trial tells ads that do nothing from ads with the published effect; null where the
 * range shows no deviation.
 * @param units range of units that a plan forecasts
 */
export function adLaunchesToTell({
  low80,
  high80,
}: Pick<OutcomeRange, 'low80' | 'high80'>): number | null {
  const width = Math.log1p(high80) - Math.log1p(low80);
  if (!(low80 > 0 && width > 0)) return null;
  const deviation = width / (2 * normalQuantile(0.9));
  return launchesToTell({ noise: trialNoise(deviation, AD_FACTOR), apart: SPEND_ELASTICITY });
}
