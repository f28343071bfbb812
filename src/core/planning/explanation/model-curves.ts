// Seasonality and price response as a model sees them for one launch: its forecasts where only the week or price
// changes.

import { mondayOnOrAfter, WEEKS_PER_YEAR, type Day } from '#core/base/dates.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { YearPoint } from './plan-explanation.ts';

/**
 * Returns the Mondays of the year that begins with a launch, or with the last past launch if that is later. So no trend
 * is taken for seasonality.
 */
export function yearOfMondays(launchDay: Day, lastDay: Day): Day[] {
  const first = mondayOnOrAfter(Math.max(launchDay, lastDay));
  return Array.from({ length: WEEKS_PER_YEAR }, (_, week) => first + 7 * week);
}

/**
 * Returns each week's units as a multiple of their mean; empty where nothing is expected to sell.
 * @param logs log1p(units) in each week
 */
export function yearCurve(mondays: readonly Day[], logs: ArrayLike<number>): YearPoint[] {
  const units = Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
  const usual = mean(units);
  return usual > 0 ? mondays.map((day, i) => ({ day, factor: units[i]! / usual })) : [];
}

/** Half the range, in log price, over which the slope is taken. */
const NEARBY = 0.05;

/** Prices just below and just above one, as multiples of it. */
export const NEARBY_PRICES: readonly [below: number, above: number] = [
  Math.exp(-NEARBY),
  Math.exp(NEARBY),
];

/**
 * Returns the slope of log units in log price, from log1p(units) at the nearby prices. null where nothing is expected
 * to sell.
 */
export function elasticityOf([below, above]: ArrayLike<number> & Iterable<number>): number | null {
  const slope = (Math.log(Math.expm1(above!)) - Math.log(Math.expm1(below!))) / (2 * NEARBY);
  return Number.isFinite(slope) ? slope : null;
}
