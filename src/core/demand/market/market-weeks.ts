// A series of a market data file on a shop's weeks: log of searches, so that seasons can be compared.

import { monthStart, type Day } from '#core/base/dates.ts';
import type { MarketSeries } from '#core/import/market/market.ts';
import { mondayOf, WEEK_DAYS } from '../series/demand-panel.ts';

/** Weeks that begin on Mondays. */
export interface Weeks {
  readonly firstDay: Day;
  readonly weekCount: number;
}

/** A week is known where at least so many of its days are. */
const LEAST_DAYS = 4;

/** Returns the weeks that a series covers, from the first whole period to the last one that was over. */
export function weeksOf(series: MarketSeries): Weeks {
  const periods = overPeriods(series);
  if (periods.length === 0) return { firstDay: 0, weekCount: 0 };
  const firstDay = mondayOf(periods[0]!.from);
  const weekCount = Math.ceil((periods.at(-1)!.until - firstDay) / WEEK_DAYS);
  return { firstDay, weekCount };
}

/**
 * Returns the log of a series by week; NaN where it is not known. A week's value is the mean of its days, each of which has the
 * value of its period; months are joined by a line from middle to middle. Of ranks, the sign is turned.
 */
export function marketLogs(series: MarketSeries, { firstDay, weekCount }: Weeks): Float64Array {
  const sums = new Float64Array(weekCount);
  const days = new Uint8Array(weekCount);
  for (const { day, value } of dailyValues(series)) {
    const week = Math.floor((day - firstDay) / WEEK_DAYS);
    if (week < 0 || week >= weekCount) continue;
    sums[week] = sums[week]! + value;
    days[week] = days[week]! + 1;
  }
  return sums.map((sum, week) => {
    if (days[week]! < LEAST_DAYS) return NaN;
    const value = sum / days[week]!;
    return series.scale === 'rank' ? -Math.log(value) : Math.log1p(value);
  });
}

interface Period {
  readonly from: Day;
  /** First day after it. */
  readonly until: Day;
  readonly value: number;
}

/** Returns the known periods that were over when the file was saved. */
function overPeriods({ step, days, values, lastIsPartial }: MarketSeries): Period[] {
  const over = lastIsPartial ? days.length - 1 : days.length;
  return Array.from(days.subarray(0, over), (from, i) => ({
    ...{ from, value: values[i]! },
    until: step === 'month' ? monthStart(from, 1) : from + (step === 'week' ? WEEK_DAYS : 1),
  })).filter(({ value }) => !Number.isNaN(value));
}

function dailyValues(series: MarketSeries): { readonly day: Day; readonly value: number }[] {
  const periods = overPeriods(series);
  const daysOf = ({ from, until }: Period) =>
    Array.from({ length: until - from }, (_, i) => from + i);
  if (series.step !== 'month')
    return periods.flatMap((period) => daysOf(period).map((day) => ({ day, value: period.value })));
  return periods.flatMap((period, i) =>
    daysOf(period).map((day) => ({ day, value: alongMonths(periods, i, day) })),
  );
}

/** Returns the value on a day of a month, on the line from its middle to that of the month before or after, where known. */
function alongMonths(periods: readonly Period[], i: number, day: Day): number {
  const own = periods[i]!;
  const away = day + 0.5 - middleOf(own);
  const neighbour = periods[away < 0 ? i - 1 : i + 1];
  const isNext = neighbour && (neighbour.until === own.from || neighbour.from === own.until);
  if (!isNext) return own.value;
  const share = Math.abs(away / (middleOf(neighbour) - middleOf(own)));
  return own.value + share * (neighbour.value - own.value);
}

function middleOf({ from, until }: Period): number {
  return (from + until) / 2;
}
