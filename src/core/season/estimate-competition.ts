// How much alike launches take from each other, told from past ones: of log units, what product, week and offer do not explain, on how much
// alike was launched shortly before and shortly after, of which the same is taken. A usual figure counts as long as few such launches
// are there: the two are weighed by how sure each is (a normal prior).

import type { Day } from '../dates.ts';
import { closeness, type Competition } from './competition.ts';
import { EIGHT_IN_TEN } from '../evaluation/wilson.ts';
import { CROWDING_DAYS } from '../launch/crowding.ts';
import { explainingOf, partialOut, type Explaining } from './partial-out.ts';

/** What is usually assumed, and how far off that may be: of log units, lost to a launch that is the same in all, on the same day. */
const USUAL_LOSS = 0.1;
const USUAL_DOUBT = 0.1;
/** The learnt figure has to leave so much of the doubt at most. */
const LEARNT_DOUBT = 0.6;
/** Alike enough for a pair to be counted. */
const COUNTED_LIKENESS = 0.3;
const LEAST_LAUNCHES = 40;

export interface PastLaunches {
  /** Ascending. */
  readonly days: ArrayLike<Day>;
  /** NaN where it is not known. */
  readonly logUnits: Float64Array;
  readonly likeness: (a: number, b: number) => number;
  /** What product, week and offer say of each. */
  readonly explaining: Explaining;
}

export const USUAL_COMPETITION: Competition = competitionOf(
  { later: -USUAL_LOSS, earlier: -USUAL_LOSS, deviation: Math.SQRT2 * USUAL_DOUBT },
  0,
);

/** Yields now and then, so that a caller can breathe. */
export function* estimateCompetition(past: PastLaunches): Generator<void, Competition> {
  const exposures = yield* exposuresOf(past);
  const known = Array.from(past.logUnits.keys()).filter((row) =>
    Number.isFinite(past.logUnits[row]),
  );
  if (known.length < LEAST_LAUNCHES || exposures.pairCount === 0)
    return { ...USUAL_COMPETITION, pairCount: exposures.pairCount };
  const pick = (list: Float64Array) => Float64Array.from(known, (row) => list[row]!);
  const targets = [past.logUnits, exposures.before, exposures.after].map(pick);
  const left = yield* partialOut(explainingOf(past.explaining, known), targets);
  const [units, before, after] = left as [Float64Array, Float64Array, Float64Array];
  return competitionOf(slopes(units, before, after), exposures.pairCount);
}

interface Exposures {
  /** How much alike was launched shortly before each launch, and after it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly pairCount: number;
}

function* exposuresOf({ days, likeness }: PastLaunches): Generator<void, Exposures> {
  const count = days.length;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  let pairCount = 0;
  for (let late = 1; late < count; late++) {
    if (late % 256 === 0) yield;
    for (let early = late - 1; early >= 0; early--) {
      const apart = days[late]! - days[early]!;
      if (apart >= CROWDING_DAYS) break;
      const alike = likeness(early, late);
      if (alike >= COUNTED_LIKENESS) pairCount++;
      const near = alike * closeness(apart);
      // On one day each is as much the later as the earlier one.
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
  /** Of log units on what was launched before, and on what was launched after. */
  readonly later: number;
  readonly earlier: number;
  /** Of their sum. */
  readonly deviation: number;
}

/** Least squares of y on two columns with a normal prior on both slopes: the posterior mean, and its deviation. */
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

/** Launches that are alike may bring each other buyers in a history by chance: that is not counted on. */
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
