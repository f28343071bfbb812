// What waiting costs: money is earned later, and designs age. So of two weeks that bring the same, the sooner one wins.

import type { Day } from '#core/base/dates.ts';

const DAYS_PER_YEAR = 365;

/** Returns the share, 0–1, of its value that a launch keeps after waiting. */
export function keptAfterWaiting(days: number, costPerYear: number): number {
  return Math.max(0, 1 - (costPerYear * days) / DAYS_PER_YEAR);
}

/** Returns a value after the cost of waiting. A loss stays as large. */
export function afterWaiting(value: number, keptShare: number): number {
  return value > 0 ? value * keptShare : value;
}

/** Returns the share kept in each week, [weeks]; waiting counts from the first one on. */
export function keptShares(weeks: readonly Day[], costPerYear: number): Float64Array {
  return Float64Array.from(weeks, (day) => keptAfterWaiting(day - weeks[0]!, costPerYear));
}
