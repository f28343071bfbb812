// What similar products did when they were launched in a similar way. Products that come in families inform each other
// here, whereas a regression knows each of their words by its average effect only.

import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import type { RegressionTargets } from '../outcomes/regression-targets.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';

/** Past launches as they are compared with others, numbered in the order given. */
export interface Analogues {
  /** Words and levels of launch i: marks[starts[i]] up to marks[starts[i + 1]]. */
  readonly starts: Uint32Array;
  readonly marks: Uint16Array;
  /** Weight of a shared mark: higher, the fewer launches have it. [mark inputs] */
  readonly rarity: Float32Array;
  /** Index of the price among the inputs of a product. */
  readonly priceInput: number;
  /** [launches] */
  readonly price: Float32Array;
  /** Index in the action basis from which channel, promotion, price and ad spend come. */
  readonly firstAction: number;
  /** [launches, action columns] */
  readonly actions: Float32Array;
  readonly outcomes: readonly KnownOutcome[];
}

/** The part of `Analogues` that similarity is computed from. */
export type ComparedProducts = Pick<
  Analogues,
  'starts' | 'marks' | 'rarity' | 'priceInput' | 'price'
>;

/** One outcome of all launches, on the network's own scale. */
export interface KnownOutcome {
  readonly mean: number;
  /** Difference of each launch from the mean. */
  readonly beyond: Float32Array;
  /** Weight of each launch, about 1; 0 where the outcome is not known. */
  readonly weight: Float32Array;
}

/** The columns of product and action that are compared. */
export interface ComparedColumns {
  /** Number of marks, the first inputs of a product, each 0 or 1. */
  readonly markCount: number;
  readonly priceInput: number;
  readonly firstAction: number;
  readonly actionCount: number;
}

/** Launches as base models read them. */
interface EncodedLaunches {
  /** [launches, product inputs] */
  readonly x: Float32Array;
  /** [launches, basis] */
  readonly phi: Float32Array;
  readonly count: number;
}

/**
 * Prepares launches for comparison, in numbers that half floats hold.
 * @param lessons targets of each outcome, in the order of the heads
 */
export function fitAnalogues(
  { x, phi, count }: EncodedLaunches,
  { markCount, priceInput, firstAction, actionCount }: ComparedColumns,
  lessons: readonly RegressionTargets[],
): Analogues {
  const inputs = x.length / count;
  const basis = phi.length / count;
  const launches = Array.from({ length: count }, (_, launch) => launch);
  const marks = launches.map((launch) =>
    marksOf(x.subarray(launch * inputs, launch * inputs + markCount)),
  );
  const actions = new Float32Array(count * actionCount);
  for (const launch of launches) {
    const from = launch * basis + firstAction;
    actions.set(phi.subarray(from, from + actionCount), launch * actionCount);
  }
  const price = Float32Array.from(launches, (launch) => x[launch * inputs + priceInput]!);
  return {
    ...comparedProducts(marks, { markCount, priceInput, price: roundToHalf(price) }),
    firstAction,
    actions: roundToHalf(actions),
    outcomes: lessons.map((each) => knownOutcome(each, count)),
  };
}

/** Builds compared products from the indexes of the marks that each has, [products][marks]. */
export function comparedProducts(
  marks: readonly (readonly number[])[],
  {
    markCount,
    ...prices
  }: Pick<ComparedColumns, 'markCount'> & Pick<ComparedProducts, 'priceInput' | 'price'>,
): ComparedProducts {
  return {
    starts: startsOf(marks),
    marks: Uint16Array.from(marks.flat()),
    rarity: rarityOf(marks, markCount),
    ...prices,
  };
}

/** Returns the indexes of a product's inputs that are not zero, ascending. */
export function marksOf(x: Float32Array): number[] {
  const marks: number[] = [];
  for (let mark = 0; mark < x.length; mark++) if (x[mark] !== 0) marks.push(mark);
  return marks;
}

/** Returns where each launch's marks begin, and where the last one's end. */
function startsOf(marks: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(marks.length + 1);
  marks.forEach((own, launch) => (starts[launch + 1] = starts[launch]! + own.length));
  return starts;
}

/** Returns the inverse document frequency of each mark, as in text search. */
function rarityOf(marks: readonly (readonly number[])[], markCount: number): Float32Array {
  const launchCounts = new Uint32Array(markCount);
  for (const mark of marks.flat()) launchCounts[mark] = launchCounts[mark]! + 1;
  return Float32Array.from(launchCounts, (having) => Math.log(1 + marks.length / (1 + having)));
}

/**
 * Returns an outcome around its mean. Weights are square roots: differences between launches are mostly not chance in
 * their counts, whatever the weights say.
 */
function knownOutcome({ places, target, weight }: RegressionTargets, count: number): KnownOutcome {
  const usual = weight.length > 0 ? mean(weight) : 1;
  const own = weight.map((each) => Math.sqrt(each / usual));
  const total = sum(own);
  const centre = total > 0 ? sum(target.map((value, i) => own[i]! * value)) / total : 0;
  const beyond = new Float32Array(count);
  const weights = new Float32Array(count);
  places.forEach((launch, i) => {
    beyond[launch] = target[i]! - centre;
    weights[launch] = own[i]!;
  });
  return { mean: centre, beyond: roundToHalf(beyond), weight: roundToHalf(weights) };
}
