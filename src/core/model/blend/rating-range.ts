// The range of an expected mean rating: how far those of unseen launches were from it, by split conformal prediction on
// the shop's own scale. Errors are divided by the deviation that a launch of so many units has (Lei et al. 2018, 5.2),
// because the mean of few ratings is more of chance, and few units have few ratings.

import { finite, mean, sum } from '#core/base/statistics/statistics.ts';
import { centralRange } from './conformal-ranges.ts';

/** What past launches tell of the errors of expected ratings. */
export interface RatingSpread {
  /** Ends of the 80% range less the expected rating, points of the scale, at endless units: at most 0, and at least 0. */
  readonly below: number;
  readonly above: number;
  /** Units at which the variance is twice that at endless units; 0: it does not depend on units. */
  readonly doubledAt: number;
  /** Fewest units of the launches: for fewer, nothing is known beyond them. */
  readonly leastUnits: number;
  /** Ends of the shop's scale. */
  readonly least: number;
  readonly most: number;
  /** Unseen launches that it was learnt from. */
  readonly launches: number;
}

/** How far a launch's mean rating was from the expected one, and its units. */
export interface RatingError {
  readonly error: number;
  readonly units: number;
}

export interface ExpectedRating {
  readonly rating: number;
  /** Ends of the 80% range of the mean rating that the launch will show; null where too few launches tell. */
  readonly range80: RatingRange | null;
}

export interface RatingRange {
  readonly low: number;
  readonly high: number;
}

const INSIDE = 0.8;
const LEAST_LAUNCHES = 20;
/** Tops of the scales that shops use; with stars, the least that a buyer can give is one. */
const TOPS = [5, 10, 100];
const LEAST_GIVEN = 1;
/** Units at which chance may double the variance: none, or up to 10,000 in steps of a half. */
const DOUBLED_AT = [0, ...Array.from({ length: 24 }, (_, i) => 1.5 ** i)];

/**
 * Learns from the mean ratings of all launches, which show the scale, and from errors at unseen ones. NaN counts nowhere.
 * Returns undefined where fewer than 20 errors are known.
 */
export function fitRatingSpread(
  ratings: Iterable<number>,
  errors: readonly RatingError[],
): RatingSpread | undefined {
  const known = errors.filter(({ error, units }) => Number.isFinite(error) && units > 0);
  if (known.length < LEAST_LAUNCHES) return undefined;
  const given = Float64Array.from(finite(ratings)).sort();
  const [lowest, highest] = [given[0]!, given.at(-1)!];
  const doubledAt = likeliest(known);
  const [low, high] = centralRange(standardised(known, doubledAt).sort(), INSIDE);
  return {
    ...{ below: Math.min(0, low), above: Math.max(0, high), doubledAt },
    leastUnits: known.reduce((least, { units }) => Math.min(least, units), Infinity),
    least: Math.min(LEAST_GIVEN, lowest),
    most: TOPS.find((top) => highest <= top) ?? highest,
    launches: known.length,
  };
}

/** Returns the rating, and its range at these units where a spread is known: then both are within the scale. */
export function ratingWithRange(
  rating: number,
  units: number,
  spread: RatingSpread | undefined,
): ExpectedRating {
  if (!spread) return { rating, range80: null };
  const within = (value: number): number => Math.min(spread.most, Math.max(spread.least, value));
  const expected = within(rating);
  const wider = deviationAt(Math.max(spread.leastUnits, units), spread.doubledAt);
  return {
    rating: expected,
    range80: {
      low: within(expected + wider * spread.below),
      high: within(expected + wider * spread.above),
    },
  };
}

/** Returns the deviation at these units, as a multiple of that at endless units. */
function deviationAt(units: number, doubledAt: number): number {
  return Math.sqrt(1 + doubledAt / units);
}

function standardised(errors: readonly RatingError[], doubledAt: number): Float64Array {
  return Float64Array.from(errors, ({ error, units }) => error / deviationAt(units, doubledAt));
}

/** Returns the units of `DOUBLED_AT` under which normal errors are likeliest. */
function likeliest(errors: readonly RatingError[]): number {
  let [best, least] = [0, Infinity];
  for (const doubledAt of DOUBLED_AT) {
    const variance = mean(standardised(errors, doubledAt).map((value) => value ** 2));
    const logs = sum(errors.map(({ units }) => Math.log(deviationAt(units, doubledAt))));
    const loss = (errors.length / 2) * Math.log(Math.max(Number.EPSILON, variance)) + logs;
    if (loss < least) [best, least] = [doubledAt, loss];
  }
  return best;
}
