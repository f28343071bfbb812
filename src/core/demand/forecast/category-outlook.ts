// What a page says of each category's demand: its weeks, its outlook, what that rests on, and what has changed.

import { mean } from '#core/base/statistics/statistics.ts';
import type { Day } from '#core/base/dates.ts';
import type { CategoryTerm, KnownDemand } from '../market/known-demand.ts';
import { WEEK_DAYS } from '../series/demand-panel.ts';
import type { SameWeek } from '../series/same-week.ts';
import { demandOutlooks, type DemandOutlooks, type OutlookWeek } from './demand-outlook.ts';
import { lastingChanges } from './lasting-changes.ts';

export interface CategoryOutlook {
  readonly category: string;
  /** Units of the shop by week, or searches on the file's scale; NaN where not known. */
  readonly units: Float64Array;
  /** The 52 weeks after them. */
  readonly weeks: readonly OutlookWeek[];
  /** Known weeks. */
  readonly knownWeeks: number;
  /** The search term that stands for the category; null where none does. */
  readonly term: string | null;
  /** Level of today over that of a year ago, without seasons; NaN where a year ago is not known. */
  readonly yearFactor: number;
  readonly shifts: readonly { readonly day: Day; readonly factor: number }[];
  /** Monday of the best four weeks to come, and their units over those of the whole year to come. */
  readonly peak: { readonly day: Day; readonly factor: number };
}

export interface ShopOutlook {
  /** Whether the weeks are units of the shop; else they are searches. */
  readonly isOwn: boolean;
  /** Monday of the first week. */
  readonly firstDay: Day;
  readonly weekCount: number;
  /** What counts of the season of the shop, of the categories and of the market, mostly 0–1. */
  readonly weights: readonly [shop: number, own: number, market: number];
  readonly categories: readonly CategoryOutlook[];
}

/** An outlook, and how categories are joined to search terms. */
export interface ForeseenDemand {
  /** null where too few weeks are known. */
  readonly outlook: ShopOutlook | null;
  readonly terms: readonly CategoryTerm[];
}

const YEAR_WEEKS = 52;
const PEAK_WEEKS = 4;

/** Returns the outlook; null where too few weeks are known. */
export function shopOutlook(known: KnownDemand, sameWeek: SameWeek): ShopOutlook | null {
  const { panel, market, joined, isOwn } = known;
  const found = demandOutlooks(panel, { sameWeek, market });
  if (!found) return null;
  const [shop, own, outside] = found.fit.weights;
  return {
    ...{ isOwn, firstDay: panel.firstDay, weekCount: panel.weekCount },
    weights: [shop!, own!, outside!],
    categories: panel.series.map(({ name, units }, i) => ({
      category: name,
      units,
      weeks: found.outlooks[i]!.weeks,
      knownWeeks: units.filter((each) => !Number.isNaN(each)).length,
      term: joined[i]?.term ?? null,
      ...changesOf(known, found, i),
      peak: peakOf(found.outlooks[i]!.weeks, panel.firstDay + WEEK_DAYS * panel.weekCount),
    })),
  };
}

function changesOf(
  { panel }: KnownDemand,
  { fit }: DemandOutlooks,
  series: number,
): Pick<CategoryOutlook, 'yearFactor' | 'shifts'> {
  const { levels } = fit.smoothed.own[series]!;
  const now = panel.weekCount - 1;
  // The same time of the year has the same season.
  const change = levels[now]! - (levels[fit.smoothed.sameWeek(now, 1)] ?? NaN);
  const logs = panel.series[series]!.units.map(Math.log1p);
  return {
    yearFactor: Math.exp(change),
    shifts: lastingChanges(logs, fit.smoothed.sameWeek).map(({ week, factor }) => ({
      ...{ day: panel.firstDay + WEEK_DAYS * week, factor },
    })),
  };
}

function peakOf(weeks: readonly OutlookWeek[], firstDay: Day): CategoryOutlook['peak'] {
  const units = weeks.map((week) => week.units);
  const sums = units.map((_, i) => mean(units.slice(i, i + PEAK_WEEKS)));
  const whole = sums.slice(0, units.length - PEAK_WEEKS + 1);
  const best = whole.indexOf(Math.max(...whole));
  const all = mean(units.slice(0, YEAR_WEEKS));
  return { day: firstDay + WEEK_DAYS * best, factor: all > 0 ? whole[best]! / all : 1 };
}
