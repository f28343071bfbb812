// Predicts the units still to come of a launch from its first weeks: a line of log1p(later units) over log1p(units so
// far), least squares over past launches. The forecast made before the launch is added only by what it explains beyond
// that line, and the first reviews only by what they told of past launches beyond both.

import { fitResiduals, type Residuals } from '#core/model/blend/conformal-ranges.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { knownWeeks } from '#core/model/outcomes/weekly-curve.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { firstReviews, type FirstReviews } from './first-reviews.ts';
import type { PastLaunches } from './past-launches.ts';
import { fitReviewTerm, reviewEffect, type ReviewTerm } from './review-term.ts';

/** Weeks since launch: the first `after` are over; the others, up to `until`, are predicted. */
export interface RemainingWindow {
  readonly after: number;
  readonly until: number;
}

/** y = start + slope × x */
interface Line {
  readonly start: number;
  readonly slope: number;
}

export interface RemainingDemand {
  /** log1p of the later units over log1p of the units sold so far. */
  readonly line: Line;
  /**
   * `line` predicts a forecast from the units sold so far; what a forecast has beyond that is multiplied by `weight`.
   */
  readonly forecast: { readonly line: Line; readonly weight: number };
  /** null where the first reviews of past launches told nothing of their later units. */
  readonly reviews: ReviewTerm | null;
  readonly residuals: Residuals;
  readonly launchCount: number;
}

/** Units as if the launch had always been in stock, and log1p of the forecast; NaN where there is none. */
export interface EarlySales {
  readonly units: number;
  readonly forecastLog: number;
  readonly reviews?: FirstReviews | undefined;
}

export const LEAST_LAUNCHES = 20;
/**
 * Fewest past launches with a forecast made before them. `HALF_TRUSTED` is the number at which their weight is halved.
 */
const LEAST_FORECASTS = 30;
const HALF_TRUSTED = 100;

/**
 * Fits the lesson on the launches that did not sell out and whose weeks are known; null where they are too few.
 */
export function fitRemainingDemand(
  { table, forecastLogs, reviews }: PastLaunches,
  { after, until }: RemainingWindow,
): RemainingDemand | null {
  const soldOut = soldOutFlags(table, Uint32Array.from(table.launchDay.keys()));
  const rows = [...table.launchDay.keys()].filter(
    (row) => !soldOut[row] && knownWeeks(table, row) >= until,
  );
  if (rows.length < LEAST_LAUNCHES) return null;
  const units = (from: number, to: number) =>
    rows.map((row) => sum(table.weeklyUnits!.slice(from, to).map((week) => week[row]!)));
  const x = units(0, after).map(Math.log1p);
  const rest = units(after, until);
  const line = lineThrough(x, rest.map(Math.log1p));
  const residuals = rest.map((value, i) => Math.log1p(value) - at(line, x[i]!));
  const forecasts = rows.map((row) => forecastLogs[row] ?? NaN);
  const forecast = forecastLesson(x, residuals, forecasts);
  const bare = { line, forecast, reviews: null, launchCount: rows.length };
  const first = rows.map((row) => firstReviews(reviews?.[row] ?? [], after));
  const seen = x.map((log, i) => ({ log, forecastLog: forecasts[i]!, reviews: first[i]! }));
  const term = fitReviewTerm(
    first,
    seen.map((each, i) => Math.log1p(rest[i]!) - restLog(bare, each)),
  );
  const lesson = { ...bare, reviews: term };
  const expected = seen.map((each) => restLog(lesson, each));
  return { ...lesson, residuals: fitResiduals(rest, expected) };
}

/** Returns log1p of the units still to come in the weeks of the lesson's window. */
export function expectedRemaining(
  lesson: RemainingDemand,
  { units, forecastLog, reviews }: EarlySales,
): number {
  return restLog(lesson, { log: Math.log1p(units), forecastLog, reviews });
}

function restLog(
  { line, forecast, reviews: term }: Omit<RemainingDemand, 'residuals'>,
  { log, forecastLog, reviews }: Omit<EarlySales, 'units'> & { readonly log: number },
): number {
  const beyond = Number.isNaN(forecastLog) ? 0 : forecastLog - at(forecast.line, log);
  const told = term && reviews ? reviewEffect(term, reviews) : 0;
  return at(line, log) + forecast.weight * beyond + told;
}

/** The weight is never negative: a forecast that points the wrong way does so by chance, or by its time. */
function forecastLesson(
  x: readonly number[],
  residuals: readonly number[],
  forecasts: readonly number[],
): RemainingDemand['forecast'] {
  const known = [...x.keys()].filter((i) => !Number.isNaN(forecasts[i]!));
  if (known.length < LEAST_FORECASTS) return { line: { start: 0, slope: 0 }, weight: 0 };
  const own = (values: readonly number[]) => known.map((i) => values[i]!);
  const line = lineThrough(own(x), own(forecasts));
  const beyond = known.map((i) => forecasts[i]! - at(line, x[i]!));
  const square = sum(beyond.map((value) => value ** 2));
  const product = sum(beyond.map((value, i) => value * residuals[known[i]!]!));
  const trusted = known.length / (known.length + HALF_TRUSTED);
  return { line, weight: square > 0 ? trusted * Math.max(0, product / square) : 0 };
}

function at({ start, slope }: Line, x: number): number {
  return start + slope * x;
}

/** Fits a least-squares line; its slope is 0 where all x are equal. */
function lineThrough(x: readonly number[], y: readonly number[]): Line {
  const [centreX, centreY] = [mean(x), mean(y)];
  const square = sum(x.map((value) => (value - centreX) ** 2));
  const product = sum(x.map((value, i) => (value - centreX) * (y[i]! - centreY)));
  const slope = square > 0 ? product / square : 0;
  return { start: centreY - slope * centreX, slope };
}
