// Estimates how correlated forecast errors of launches in one month are, because a bad season affects many at once. It
// is the intraclass correlation of a one-way analysis of variance.

import { monthStart, type Day } from '#core/base/dates.ts';
import { varianceParts } from '#core/base/statistics/variance-parts.ts';
import { sum } from '#core/base/statistics/statistics.ts';

/** Assumed correlation where launches are too few. */
export const ASSUMED_CORRELATION = 0.1;
const LEAST_MONTHS = 4;
const LEAST_LAUNCHES = 30;

/**
 * Returns the correlation, 0–1, by a one-way analysis of variance (Fisher 1925); ASSUMED_CORRELATION where months or
 * launches are too few.
 * @param errors forecast errors of past launches, on the log scale; values that are not finite are skipped
 * @param days on which they were launched
 */
export function intraclassCorrelation(errors: ArrayLike<number>, days: ArrayLike<Day>): number {
  const months = new Map<Day, number[]>();
  for (let i = 0; i < errors.length; i++) {
    if (!Number.isFinite(errors[i])) continue;
    const month = monthStart(days[i]!);
    months.set(month, [...(months.get(month) ?? []), errors[i]!]);
  }
  const groups = [...months.values()];
  const count = sum(groups.map((group) => group.length));
  if (groups.length < LEAST_MONTHS || count < LEAST_LAUNCHES) return ASSUMED_CORRELATION;
  const { between, within } = varianceParts([groups]);
  const correlation = between / (between + within);
  return Number.isFinite(correlation) ? Math.min(1, Math.max(0, correlation)) : ASSUMED_CORRELATION;
}
