import { median } from '#core/base/statistics/statistics.ts';

/** A week with less than this share of the usual units was not a usual week. */
const CLOSED_SHARE = 0.2;
/** Weeks on each side that tell what is usual. */
const AROUND_WEEKS = 6;

/**
 * Finds the weeks in which the whole shop was as good as closed, such as those between the years. They say nothing about demand,
 * and would pull every level down.
 * @param series units by week; NaN where not known
 */
export function closedWeeks(series: readonly Float64Array[]): boolean[] {
  const totals = Array.from({ length: series[0]?.length ?? 0 }, (_, week) =>
    series.reduce((sum, units) => sum + (Number.isNaN(units[week]!) ? 0 : units[week]!), 0),
  );
  return totals.map((total, week) => {
    const around = totals.slice(Math.max(0, week - AROUND_WEEKS), week + AROUND_WEEKS + 1);
    return total < CLOSED_SHARE * median(around);
  });
}
