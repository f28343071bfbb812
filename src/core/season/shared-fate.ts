// A bad season is bad for many launches at once. How much of what forecasts miss is shared by the launches of a month: the intraclass
// correlation of a one-way analysis of variance.

import { monthStart, type Day } from '../dates.ts';
import { varianceParts } from '../evaluation/variance-parts.ts';
import { sum } from '../statistics.ts';

/** What is assumed where too few launches tell. */
export const ASSUMED_FATE = 0.1;
const LEAST_MONTHS = 4;
const LEAST_LAUNCHES = 30;

/**
 * 0–1.
 * @param misses of past launches, on the log scale @param days on which they were launched
 */
export function sharedFate(misses: ArrayLike<number>, days: ArrayLike<Day>): number {
  const months = new Map<Day, number[]>();
  for (let i = 0; i < misses.length; i++) {
    if (!Number.isFinite(misses[i])) continue;
    const month = monthStart(days[i]!);
    months.set(month, [...(months.get(month) ?? []), misses[i]!]);
  }
  const groups = [...months.values()];
  const count = sum(groups.map((group) => group.length));
  if (groups.length < LEAST_MONTHS || count < LEAST_LAUNCHES) return ASSUMED_FATE;
  const { between, within } = varianceParts([groups]);
  const correlation = between / (between + within);
  return Number.isFinite(correlation) ? Math.min(1, Math.max(0, correlation)) : ASSUMED_FATE;
}
