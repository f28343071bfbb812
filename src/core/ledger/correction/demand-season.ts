// The season of a launch's weeks: log of the shop's weekly demand, known and foreseen, of the launch's category where it
// is known. A launch's week that begins between two Mondays takes a part of either week.

import { closedWeeks } from '#core/demand/forecast/closed-weeks.ts';
import { mondayOf, WEEK_DAYS } from '#core/demand/series/demand-panel.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { Day } from '#core/base/dates.ts';

/** Weekly units of a shop's categories: weeks that are over, then weeks that are foreseen. */
export interface SeasonSource {
  /** The Monday of the first week. */
  readonly firstDay: Day;
  readonly categories: readonly {
    readonly category: string;
    /** NaN where not known. */
    readonly units: Float64Array;
    readonly weeks: readonly { readonly units: number }[];
  }[];
}

/** Log of demand by week. */
export interface DemandSeason {
  readonly firstDay: Day;
  readonly shop: Float64Array;
  readonly byCategory: Readonly<Record<string, Float64Array>>;
}

/** Categories with fewer units a week show chance more than a season; they take the shop's. */
const LEAST_WEEKLY_UNITS = 50;

/** Builds the season; null where no week is known. Weeks in which the shop was as good as closed are filled in. */
export function demandSeason({ firstDay, categories }: SeasonSource): DemandSeason | null {
  const all = categories.map(({ units, weeks }) =>
    Float64Array.from([...units, ...weeks.map((week) => week.units)]),
  );
  const shop = (all[0] ?? new Float64Array(0)).map((_, week) => total(all, week));
  if (!shop.some((units) => units > 0)) return null;
  const isClosed = closedWeeks(all);
  const own = categories.flatMap(({ category }, i): [string, Float64Array][] => {
    const known = all[i]!.filter((units) => !Number.isNaN(units));
    const isLarge = total([known], null) >= LEAST_WEEKLY_UNITS * known.length;
    return isLarge && known.length > 0 ? [[category, filledLogs(all[i]!, isClosed)]] : [];
  });
  return { firstDay, shop: filledLogs(shop, isClosed), byCategory: Object.fromEntries(own) };
}

/** Returns the log season of a launch's first weeks, [weeks]; zeros where nothing is known of the season. */
export function seasonOfLaunch(
  season: DemandSeason | null | undefined,
  { launchDay, category }: { readonly launchDay: Day; readonly category: string },
  weeks: number,
): number[] {
  if (!season) return new Array<number>(weeks).fill(0);
  const logs = ownValue(season.byCategory, category) ?? season.shop;
  const at = (week: number): number => logs[Math.min(logs.length - 1, Math.max(0, week))]!;
  const monday = mondayOf(launchDay);
  const first = Math.round((monday - season.firstDay) / WEEK_DAYS);
  const later = (launchDay - monday) / WEEK_DAYS;
  return Array.from(
    { length: weeks },
    (_, week) => (1 - later) * at(first + week) + later * at(first + week + 1),
  );
}

/** @param week null: of all weeks */
function total(series: readonly Float64Array[], week: number | null): number {
  let all = 0;
  for (const units of series)
    for (const each of week === null ? units : [units[week]!]) all += Number.isNaN(each) ? 0 : each;
  return all;
}

/** Returns log1p of the units; weeks that are not known, closed or without a sale lie on the line between their neighbours. */
function filledLogs(units: Float64Array, isClosed: readonly boolean[]): Float64Array {
  const isKnown = Array.from(units, (each, week) => each > 0 && !isClosed[week]);
  const logs = units.map(Math.log1p);
  let before = -1;
  for (let week = 0; week <= logs.length; week++) {
    if (week < logs.length && !isKnown[week]) continue;
    for (let gap = before + 1; gap < week; gap++) {
      const [from, to] = [logs[before] ?? logs[week]!, logs[week] ?? logs[before]!];
      logs[gap] = from + ((to - from) * (gap - before)) / (week - before);
    }
    before = week;
  }
  return logs;
}
