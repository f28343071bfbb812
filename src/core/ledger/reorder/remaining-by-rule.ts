// Rule of thumb for the units still to come, used where they are known for too few past launches. Each week sells nine
// tenths of the week before. The estimate is the mean, on the log scale, of the weeks so far and the forecast. The 80%
// range is from 1/2.6 to 2.6 times the estimate.

import type { Residuals } from '#core/model/blend/conformal-ranges.ts';
import { logit, sum } from '#core/base/statistics/statistics.ts';

/** Weeks since launch: the first `after` are over; the others, up to `until`, are predicted. */
export interface WeekWindow {
  readonly after: number;
  readonly until: number;
}

/** Units as if the launch had always been in stock, and log1p of the forecast; NaN where there is none. */
export interface EarlySales {
  readonly units: number;
  readonly forecastLog: number;
}

const WEEK_OVER_WEEK = 0.9;
const RANGE_FACTOR = 2.6;
const POINTS = 100;

/** Logistic residuals, scaled so that nine in ten lie below `RANGE_FACTOR`. */
export const RESIDUALS_BY_RULE: Residuals = Float64Array.from(
  { length: POINTS },
  (_, i) => (logit((i + 0.5) / POINTS) * Math.log(RANGE_FACTOR)) / logit(0.9),
);

/**
 * Returns log1p of the units still to come; by the weeks so far alone where the forecast is NaN.
 * @param window `forecastWeeks`: number of weeks from launch that the forecast covers
 */
export function remainingByRule(
  { units, forecastLog }: EarlySales,
  { after, until, forecastWeeks }: WeekWindow & { readonly forecastWeeks: number },
): number {
  const rest = weight(after, until);
  const byPace = Math.log1p((units * rest) / weight(0, after));
  if (Number.isNaN(forecastLog)) return byPace;
  const byForecast = Math.log1p((Math.expm1(forecastLog) * rest) / weight(0, forecastWeeks));
  return (byPace + byForecast) / 2;
}

/** Returns the sum of the weights of the weeks; the last may be a part of a week. */
function weight(from: number, to: number): number {
  const weeks = Array.from({ length: Math.ceil(to) - from }, (_, i) => from + i);
  return sum(weeks.map((week) => WEEK_OVER_WEEK ** week * Math.min(1, to - week)));
}
