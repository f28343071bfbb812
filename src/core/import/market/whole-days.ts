// Values of hours or minutes become values of days. Days of which the file has only some hours are left out.

import type { Day } from '#core/base/dates.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';

/** Clocks are put forward by an hour once a year, and single steps may be missing. */
const LEAST_OF_DAY = 0.9;

export interface WholeDays {
  readonly days: Day[];
  readonly values: number[];
  /** For each moment, whether its day is kept. */
  readonly isKept: boolean[];
}

/**
 * Joins the values of each whole day: their mean, or their sum where they are counts.
 * @param moments in days, with the fraction of the day
 */
export function wholeDays(
  moments: readonly number[],
  values: readonly number[],
  areCounts: boolean,
): WholeDays {
  const stepsADay = Math.round(1 / stepOfMoments(moments));
  const byDay = new Map<Day, number[]>();
  for (const [i, moment] of moments.entries()) {
    const day = Math.floor(moment);
    const own = byDay.get(day);
    if (own) own.push(values[i]!);
    else byDay.set(day, [values[i]!]);
  }
  const whole = new Map(
    [...byDay]
      .filter(([, own]) => own.length >= LEAST_OF_DAY * stepsADay)
      .map(([day, own]) => [day, joined(own, areCounts)]),
  );
  return {
    days: [...whole.keys()],
    values: [...whole.values()],
    isKept: moments.map((moment) => whole.has(Math.floor(moment))),
  };
}

/** Returns whether moments are closer than a day. */
export function areWithinDays(moments: readonly number[]): boolean {
  return (
    moments.some((moment) => !Number.isInteger(moment)) &&
    new Set(moments.map(Math.floor)).size < new Set(moments).size
  );
}

function stepOfMoments(moments: readonly number[]): number {
  const sorted = Float64Array.from(new Set(moments)).sort();
  const gaps = sorted.slice(1).map((moment, i) => moment - sorted[i]!);
  return gaps.sort()[Math.floor((gaps.length - 1) / 2)] ?? 1;
}

function joined(values: readonly number[], areCounts: boolean): number {
  return areCounts ? sum(values) : mean(values);
}
