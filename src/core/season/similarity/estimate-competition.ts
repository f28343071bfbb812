// Estimates how much similar launches take from each other (cannibalisation). It regresses residual log units on how
// much similar was launched shortly before and after. Product, week and offer are partialled out of all three. A normal
// prior holds the assumed strength, so that few such launches change it little.

import type { Day } from '#core/base/dates.ts';
import { closeness, type Competition } from '../offers/competition.ts';
import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { CROWDING_DAYS } from '#core/launch/crowding.ts';
import { explainingOf, partialOut, type Explaining } from './partial-out.ts';

/** Assumed loss in log units to an identical launch on the same day; below, its prior standard deviation. */
const USUAL_LOSS = 0.1;
const USUAL_DOUBT = 0.1;
/** Largest share of the prior standard deviation at which the estimate counts as learnt. */
const LEARNT_DOUBT = 0.6;
/** Similarity from which a pair is counted. */
const COUNTED_SIMILARITY = 0.3;
const LEAST_LAUNCHES = 40;

export interface PastLaunches {
  /** Ascending. */
  readonly days: ArrayLike<Day>;
  /** Residual log units, which product, week and offer do not explain; NaN where units are not known. */
  readonly unitsLeft: Float64Array;
  readonly similarity: (a: number, b: number) => number;
  /** Inputs from product, week and offer of each launch. */
  readonly explaining: Explaining;
}

export const USUAL_COMPETITION: Competition = competitionOf(
  { later: -USUAL_LOSS, earlier: -USUAL_LOSS, deviation: Math.SQRT2 * USUAL_DOUBT },
  0,
);

/**
 * Estimates the loss of later and earlier launches; the assumed strength where launches or pairs are too few. Yields at
 * times, so that the caller can do other work.
 */
export function* estimateCompetition(past: PastLaunches): Generator<void, Competition> {
  const exposures = yield* exposuresOf(past);
  const known = Array.from(past.unitsLeft.keys()).filter((row) =>
    Number.isFinite(past.unitsLeft[row]),
  );
  if (known.length < LEAST_LAUNCHES || exposures.pairCount === 0)
    return { ...USUAL_COMPETITION, pairCount: exposures.pairCount };
  const pick = (list: Float64Array) => Float64Array.from(known, (row) => list[row]!);
  const targets = [exposures.before, exposures.after].map(pick);
  const left = yield* partialOut(explainingOf(past.explaining, known), targets);
  const [before, after] = left as [Float64Array, Float64Array];
  return competitionOf(slopes(pick(past.unitsLeft), before, after), exposures.pairCount);
}

interface Exposures {
  /** Similarity of launches shortly before each launch, weighted by closeness; below, of those after it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly pairCount: number;
}

function* exposuresOf({ days, similarity }: PastLaunches): Generator<void, Exposures> {
  const count = days.length;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  let pairCount = 0;
  for (let late = 1; late < count; late++) {
    if (late % 256 === 0) yield;
    for (let early = late - 1; early >= 0; early--) {
      const apart = days[late]! - days[early]!;
      if (apart >= CROWDING_DAYS) break;
      const similar = similarity(early, late);
      if (similar >= COUNTED_SIMILARITY) pairCount++;
      const near = similar * closeness(apart);
      // On the same day, each is half the later and half the earlier one.
      const share = apart === 0 ? 0.5 : 1;
      before[late] = before[late]! + share * near;
      after[early] = after[early]! + share * near;
      if (apart > 0) continue;
      before[early] = before[early]! + share * near;
      after[late] = after[late]! + share * near;
    }
  }
  return { before, after, pairCount };
}

interface Slopes {
  /** Slope of log units on what was launched before; below, on what was launched after. */
  readonly later: number;
  readonly earlier: number;
  /** Standard deviation of their sum. */
  readonly deviation: number;
}

/**
 * Fits least squares of y on two columns with a normal prior on both slopes: posterior means, and the deviation of
 * their sum.
 */
function slopes(y: Float64Array, a: Float64Array, b: Float64Array): Slopes {
  const [aa, ab, bb] = [dot(a, a), dot(a, b), dot(b, b)];
  const [ay, by] = [dot(a, y), dot(b, y)];
  const noise = dot(y, y) / Math.max(1, y.length - 2);
  const prior = noise / USUAL_DOUBT ** 2;
  const [one, other] = [aa + prior, bb + prior];
  const determinant = one * other - ab * ab;
  const [wantedA, wantedB] = [ay - prior * USUAL_LOSS, by - prior * USUAL_LOSS];
  return {
    later: (other * wantedA - ab * wantedB) / determinant,
    earlier: (one * wantedB - ab * wantedA) / determinant,
    deviation: Math.sqrt((noise * (one + other - 2 * ab)) / determinant),
  };
}

/** In a history, similar launches may seem to bring each other buyers by chance; gains are set to 0. */
function competitionOf({ later, earlier, deviation }: Slopes, pairCount: number): Competition {
  const sum = -later - earlier;
  return {
    later: Math.max(0, -later),
    earlier: Math.max(0, -earlier),
    low80: Math.max(0, sum - EIGHT_IN_TEN * deviation),
    high80: Math.max(0, sum + EIGHT_IN_TEN * deviation),
    pairCount,
    isLearnt: deviation < LEARNT_DOUBT * Math.SQRT2 * USUAL_DOUBT,
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
