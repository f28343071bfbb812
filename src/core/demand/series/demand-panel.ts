// Weekly demand of several series, such as the categories of a shop. All share their weeks, which begin on Mondays.

import type { Day } from '#core/base/dates.ts';

export const WEEK_DAYS = 7;

export interface DemandPanel {
  /** The Monday on which the first week begins. */
  readonly firstDay: Day;
  readonly weekCount: number;
  readonly series: readonly DemandSeries[];
}

export interface DemandSeries {
  readonly name: string;
  /** Units of each week; NaN in the weeks before the first sale. */
  readonly units: Float64Array;
}

/** Units of one name on one day. */
export interface DailyUnits {
  readonly name: string;
  readonly day: Day;
  readonly units: number;
}

export interface PanelSpan {
  /** First and last day that the records cover. Weeks that are not covered from Monday to Sunday are left out. */
  readonly from: Day;
  readonly to: Day;
}

/** Adds up units by name and whole week. A name's weeks before its first sale are NaN, later weeks without a sale 0. */
export function demandPanel(sales: Iterable<DailyUnits>, { from, to }: PanelSpan): DemandPanel {
  const firstDay = mondayOf(from + WEEK_DAYS - 1);
  const weekCount = Math.max(0, Math.floor((to + 1 - firstDay) / WEEK_DAYS));
  const series = new Map<string, Float64Array>();
  for (const { name, day, units } of sales) {
    const week = Math.floor((day - firstDay) / WEEK_DAYS);
    if (week < 0 || week >= weekCount) continue;
    let own = series.get(name);
    if (!own) series.set(name, (own = new Float64Array(weekCount)));
    own[week] = own[week]! + units;
  }
  return {
    ...{ firstDay, weekCount },
    series: Array.from(series, ([name, units]) => ({ name, units: withoutFirstZeros(units) })),
  };
}

/** Returns the Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);
}

function withoutFirstZeros(units: Float64Array): Float64Array {
  const start = units.findIndex((each) => each > 0);
  return units.fill(NaN, 0, start < 0 ? units.length : start);
}
