// In-season correction: the forecast of a running launch after some weeks. Its weekly demand is conditioned on the weeks so
// far; what the past launches nearest in expected size and price sold beyond their own correction is what it may sell
// beyond its own (k nearest neighbours of residual paths, so that slow sellers get the spread of slow sellers).

import { quantileOfSorted, standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import type { Day } from '#core/base/dates.ts';
import { seasonOfLaunch, type DemandSeason } from './demand-season.ts';
import type { FirstReviews } from './first-reviews.ts';
import { weeklyDemandOf, demandSoFar, type ObservedSales } from './observed-sales.ts';
import { seenWeeks } from './seen-weeks.ts';
import { expectedLogs, type PastPath, type WeekLessons } from './week-lessons.ts';

/** A launch on sale: what it sold so far and what else is known of it. */
export interface RunningSales extends ObservedSales {
  /** log1p of the units forecast over the horizon; NaN where not known. */
  readonly forecastLog: number;
  /** Its first reviews; absent: not known. */
  readonly reviews?: FirstReviews | undefined;
  readonly launchDay: Day;
  readonly category: string;
  /** NaN where not known. */
  readonly listPrice: number;
}

/** Units of some weeks: median and 80% range. */
export interface UnitsRange {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
}

export interface CorrectedForecast {
  /** Equally likely units of the coming weeks, [paths][weeks]. */
  readonly paths: readonly Float64Array[];
  readonly weeks: readonly UnitsRange[];
  /** Forecast before the launch of each coming week; NaN where none is known. */
  readonly before: readonly number[];
  /** Demand so far over its forecast; NaN where none is known. */
  readonly soldFactor: number;
  /** Units to come, medians of weeks together, over their forecast; NaN where none is known. */
  readonly correctedFactor: number;
}

/** Paths: a third of the past launches, at least `LEAST_PATHS`. */
const NEAREST_SHARE = 1 / 3;
const LEAST_PATHS = 60;
/** Equally likely points of a sum of weeks. */
const POINTS = 100;
const WEEK_DAYS = 7;

/** Returns the corrected forecast of the weeks after `lessons.after`. */
export function correctForecast(
  lessons: WeekLessons,
  launch: RunningSales,
  {
    season: shop,
    horizonDays,
  }: {
    readonly season?: DemandSeason | null | undefined;
    /** Days over which the forecast counts. */
    readonly horizonDays: number;
  },
): CorrectedForecast {
  const { curve, after } = lessons;
  const season = seasonOfLaunch(shop, launch, curve.mean.length);
  const seen = seenWeeks(curve, launch, { after, season });
  const lesson = lessons.lessonFor(seen);
  const { forecastLog, reviews } = launch;
  const logs = expectedLogs(lessons, lesson, { beyond: seen.beyond, forecastLog, reviews });
  const coming = logs.map((log, week) => log + season[after + week]!);
  const size = sum(logs) / logs.length;
  const nearest = nearestPaths(lesson.paths, { size, logPrice: Math.log(launch.listPrice) });
  const paths = nearest.map(({ residuals }) =>
    Float64Array.from(coming, (log, week) => Math.max(0, Math.expm1(log + residuals[week]!))),
  );
  const forecast = weeklyForecast(curve.mean, season, { forecastLog, horizonDays });
  const weeks = coming.map((_, week) => rangeOf(pointsOf(paths, week, week + 1)));
  const before = forecast.slice(after);
  return {
    ...{ paths, weeks, before },
    soldFactor: soldFactor(launch, forecast.slice(0, after)),
    correctedFactor: sum(weeks.map(({ expected }) => expected)) / sum(before),
  };
}

/**
 * Returns equally likely units, ascending, of the coming weeks from `from` up to `until` together, counted from the first
 * coming week.
 */
export function pointsOf(
  paths: readonly Float64Array[],
  from: number,
  until: number,
): Float64Array {
  const sums = Float64Array.from(paths, (path) => sum(path.subarray(from, until))).sort();
  return Float64Array.from({ length: POINTS }, (_, i) =>
    quantileOfSorted(sums, (i + 0.5) / POINTS),
  );
}

/** Returns the median and the 80% range of equally likely points, ascending. */
export function rangeOf(points: Float64Array): UnitsRange {
  const [low80, expected, high80] = [0.1, 0.5, 0.9].map((share) => quantileOfSorted(points, share));
  return { low80: low80!, expected: expected!, high80: high80! };
}

/** Returns the paths of the launches nearest in expected log size and log price, each over its standard deviation. */
function nearestPaths(
  paths: readonly PastPath[],
  { size, logPrice }: Pick<PastPath, 'size' | 'logPrice'>,
): readonly PastPath[] {
  const count = Math.max(LEAST_PATHS, Math.round(NEAREST_SHARE * paths.length));
  const sizes = standardDeviation(paths.map((path) => path.size)) || 1;
  // A price of 0 has no log.
  const prices = paths.map((path) => path.logPrice).filter(Number.isFinite);
  const deviation = standardDeviation(prices) || 1;
  const squares = paths.map((path) => {
    const price = (path.logPrice - logPrice) / deviation;
    return ((path.size - size) / sizes) ** 2 + (Number.isFinite(price) ? price ** 2 : 0);
  });
  const order = [...paths.keys()].sort((a, b) => squares[a]! - squares[b]! || a - b);
  return order.slice(0, count).map((i) => paths[i]!);
}

/**
 * Spreads the forecast over the weeks as the curve and the season have them. Weeks of the forecast beyond the curve count
 * like its last one.
 */
function weeklyForecast(
  curve: readonly number[],
  season: readonly number[],
  { forecastLog, horizonDays }: { readonly forecastLog: number; readonly horizonDays: number },
): number[] {
  const shares = curve.map((log, week) => Math.exp(log + season[week]!));
  const weeks = horizonDays / WEEK_DAYS;
  const beyond = Math.max(0, weeks - shares.length) * (shares.at(-1) ?? 0);
  const within =
    beyond + sum(shares.map((share, week) => share * Math.min(1, Math.max(0, weeks - week))));
  return shares.map((share) => (Math.expm1(forecastLog) * share) / within);
}

function soldFactor(launch: ObservedSales, forecast: readonly number[]): number {
  if (!launch.weeks) return demandSoFar(launch, forecast.length) / sum(forecast);
  const demand = weeklyDemandOf(launch.weeks.slice(0, forecast.length));
  const known = [...demand.keys()].filter((week) => !Number.isNaN(demand[week]!));
  return sum(known.map((week) => demand[week]!)) / sum(known.map((week) => forecast[week]!));
}
