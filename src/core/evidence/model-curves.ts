// How a model sees the year and the price of one launch, from what it expects where only the week or only the price changes.

import { mondayOnOrAfter, WEEKS_PER_YEAR, type Day } from '../dates.ts';
import { mean } from '../statistics.ts';
import type { SeasonPoint } from './plan-evidence.ts';

/** The year that begins with a launch; after the last launch, so that no trend is taken for a season. */
export function yearOfMondays(launchDay: Day, lastDay: Day): Day[] {
  const first = mondayOnOrAfter(Math.max(launchDay, lastDay));
  return Array.from({ length: WEEKS_PER_YEAR }, (_, week) => first + 7 * week);
}

/** logs: of log1p(units) in each week. */
export function seasonOf(mondays: readonly Day[], logs: ArrayLike<number>): SeasonPoint[] {
  const units = Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
  const usual = mean(units);
  return usual > 0 ? mondays.map((day, i) => ({ day, factor: units[i]! / usual })) : [];
}

/** Half the way, in log price, over which the slope is taken. */
const NEARBY = 0.05;

/** Prices just below and just above one, as multiples of it. */
export const NEARBY_PRICES: readonly [below: number, above: number] = [
  Math.exp(-NEARBY),
  Math.exp(NEARBY),
];

/** Slope of log units in log price, from log1p(units) at the nearby prices; null where nothing is expected to sell. */
export function elasticityOf([below, above]: ArrayLike<number> & Iterable<number>): number | null {
  const slope = (Math.log(Math.expm1(above!)) - Math.log(Math.expm1(below!))) / (2 * NEARBY);
  return Number.isFinite(slope) ? slope : null;
}
