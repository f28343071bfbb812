// What past launches show of a launch's weeks before any is over: log1p of weekly demand, less the season, is normal with
// a mean for each week (the sales curve) and a covariance of weeks (level, growth and noise). The covariance is drawn
// towards one in which all pairs of weeks are alike, a level of the launch plus noise of the week (Ledoit and Wolf 2004).

import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { knownWeeks } from '#core/model/outcomes/weekly-curve.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { seasonOfLaunch } from './demand-season.ts';
import { firstReviews, type FirstReviews } from './first-reviews.ts';
import type { PastLaunches } from './past-launches.ts';

/** A past launch whose weeks are known. */
export interface KnownLaunch {
  /** log1p of weekly units less the season, [weeks]. */
  readonly logs: readonly number[];
  readonly season: readonly number[];
  /** Log of the list price; NaN where not known. */
  readonly logPrice: number;
  /** log1p of the units forecast; NaN where there is none. */
  readonly forecastLog: number;
  /** Reviews of the first `after` weeks. */
  readonly reviewsBy: (after: number) => FirstReviews;
}

export interface SalesCurve {
  /** [weeks] */
  readonly mean: readonly number[];
  /** [weeks × weeks] */
  readonly covariance: readonly (readonly number[])[];
  readonly launches: readonly KnownLaunch[];
}

export const LEAST_LAUNCHES = 20;
/** Launches at which the covariance they show counts as much as the plain one. */
const PLAIN_LAUNCHES = 10;

/**
 * Fits the curve of the first `weeks` weeks on the launches that did not sell out and whose weeks are known; null where they
 * are too few.
 */
export function fitSalesCurve(past: PastLaunches, weeks: number): SalesCurve | null {
  const { table } = past;
  const soldOut = soldOutFlags(table, Uint32Array.from(table.launchDay.keys()));
  const rows = [...table.launchDay.keys()].filter(
    (row) => !soldOut[row] && knownWeeks(table, row) >= weeks,
  );
  if (rows.length < LEAST_LAUNCHES) return null;
  const launches = rows.map((row) => knownLaunch(past, row, weeks));
  const curve = launches[0]!.logs.map((_, week) => mean(launches.map(({ logs }) => logs[week]!)));
  return { mean: curve, covariance: covarianceOf(launches, curve), launches };
}

function knownLaunch(
  { table, forecastLogs, reviews, season: shop }: PastLaunches,
  row: number,
  weeks: number,
): KnownLaunch {
  const about = { launchDay: table.launchDay[row]!, category: table.category[row]! };
  const season = seasonOfLaunch(shop, about, weeks);
  return {
    logs: season.map((log, week) => Math.log1p(table.weeklyUnits![week]![row]!) - log),
    season,
    logPrice: Math.log(table.listPrice[row]!),
    forecastLog: forecastLogs[row] ?? NaN,
    reviewsBy: (after) => firstReviews(reviews?.[row] ?? [], after),
  };
}

function covarianceOf(launches: readonly KnownLaunch[], curve: readonly number[]): number[][] {
  const beyond = launches.map(({ logs }) => logs.map((log, week) => log - curve[week]!));
  const shown = curve.map((_, i) => curve.map((__, j) => mean(beyond.map((x) => x[i]! * x[j]!))));
  const noise = mean(curve.map((_, i) => shown[i]![i]!));
  const pairs = curve.flatMap((_, i) => shown[i]!.filter((__, j) => i !== j));
  const level = pairs.length > 0 ? mean(pairs) : 0;
  const believed = launches.length / (launches.length + PLAIN_LAUNCHES);
  return shown.map((row, i) =>
    row.map((value, j) => believed * value + (1 - believed) * (i === j ? noise : level)),
  );
}
