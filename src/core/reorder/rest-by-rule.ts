// Where too few launches tell how the rest goes on, a rule that is said to be one: each week sells nine tenths of the week before;
// half of it is what the weeks so far let expect, half what was forecast; 8 in 10 end within 2.6 times that, or a 2.6th of it.

import type { Residuals } from '../evaluation/conformal.ts';
import { logit, sum } from '../statistics.ts';
import type { EarlySales, RestWindow } from './rest-lesson.ts';

const WEEK_OVER_WEEK = 0.9;
const RANGE_FACTOR = 2.6;
const POINTS = 100;

/** Logistic, so that nine in ten lie below the factor. */
export const RESIDUALS_BY_RULE: Residuals = Float64Array.from(
  { length: POINTS },
  (_, i) => (logit((i + 0.5) / POINTS) * Math.log(RANGE_FACTOR)) / logit(0.9),
);

/** log1p of the units that are still to come. */
export function restByRule(
  { units, forecastLog }: EarlySales,
  { after, until, forecastWeeks }: RestWindow & { readonly forecastWeeks: number },
): number {
  const rest = weight(after, until);
  const byPace = Math.log1p((units * rest) / weight(0, after));
  if (Number.isNaN(forecastLog)) return byPace;
  const byForecast = Math.log1p((Math.expm1(forecastLog) * rest) / weight(0, forecastWeeks));
  return (byPace + byForecast) / 2;
}

/** Of weeks, of which the last may be a part. */
function weight(from: number, to: number): number {
  const weeks = Array.from({ length: Math.ceil(to) - from }, (_, i) => from + i);
  return sum(weeks.map((week) => WEEK_OVER_WEEK ** week * Math.min(1, to - week)));
}
