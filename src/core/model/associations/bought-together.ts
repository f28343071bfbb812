// Pairs of items that are bought in one order more often than chance would have it.

import { LEAST_COUNT, type BoughtTogether } from './associations.ts';
import type { Baskets } from './baskets.ts';
import { countPairs, type PairCounts } from './count-pairs.ts';
import { expectedPairs, type ExpectedPairs } from './expected-pairs.ts';
import { liftBelief, liftQuantile, meanLift } from './lift-belief.ts';
import { fitLiftPrior, type LiftPrior } from './lift-prior.ts';

export interface NamedItem {
  readonly name: string;
  readonly title: string;
}

/** Candidates for each pair that is stored; they are chosen by a bound that needs no prior. */
const CANDIDATES = 5;
/** Standard deviations of a count below it, where 5% of the belief lie. */
const BOUND = 1.645;
/** Candidates between two yields. */
const SLICE = 500;

/**
 * Returns the pairs whose lift is above 1 with a chance of at least 95%, so that at most 5% of them are false; strongest
 * first, at most `most`.
 */
export function* boughtTogether(
  baskets: Baskets,
  named: (item: number) => NamedItem,
  most: number,
): Generator<void, BoughtTogether[]> {
  const pairs = yield* strongestPairs(baskets, named, most);
  return pairs.filter(({ low90 }) => low90 > 1);
}

/** Returns the pairs with the highest lower ends of their lifts' 90% intervals, at most `most`, however low. */
export function* strongestPairs(
  baskets: Baskets,
  named: (item: number) => NamedItem,
  most: number,
): Generator<void, BoughtTogether[]> {
  const { frequent, sample } = yield* countPairs(baskets, LEAST_COUNT);
  const expect = expectedPairs(baskets);
  yield;
  if (frequent.first.length === 0) return [];
  const expected = expectedOf(sample, expect);
  const prior = fitLiftPrior({ counts: sample.both, expected, weights: sample.weight });
  yield;
  const found: { readonly pair: number; readonly belief: LiftPrior; readonly low90: number }[] = [];
  for (const pair of candidates(frequent, expect, most * CANDIDATES)) {
    const [first, second] = [frequent.first[pair]!, frequent.second[pair]!];
    const belief = liftBelief(prior, frequent.both[pair]!, expect(first, second));
    found.push({ pair, belief, low90: liftQuantile(belief, 0.05) });
    if (found.length % SLICE === 0) yield;
  }
  found.sort((a, b) => b.low90 - a.low90 || frequent.both[b.pair]! - frequent.both[a.pair]!);
  return found.slice(0, most).map(({ pair, belief, low90 }): BoughtTogether => {
    const [one, other] = [frequent.first[pair]!, frequent.second[pair]!];
    const isOrdered = baskets.frequency[one]! >= baskets.frequency[other]!;
    const [first, second] = isOrdered ? [one, other] : [other, one];
    return {
      ...{ first: named(first).name, second: named(second).name },
      ...{ firstTitle: named(first).title, secondTitle: named(second).title },
      both: frequent.both[pair]!,
      withFirst: baskets.frequency[first]!,
      withSecond: baskets.frequency[second]!,
      ...{ lift: meanLift(belief), low90, high90: liftQuantile(belief, 0.95) },
    };
  });
}

function expectedOf({ first, second }: PairCounts, expect: ExpectedPairs): Float64Array {
  return Float64Array.from(first, (item, k) => expect(item, second[k]!));
}

/** Returns the pairs with the highest lower bounds of their counts over what was expected. */
function candidates(pairs: PairCounts, expect: ExpectedPairs, most: number): number[] {
  const expected = expectedOf(pairs, expect);
  const bounds = expected.map(
    (each, k) => (pairs.both[k]! - BOUND * Math.sqrt(pairs.both[k]!)) / each,
  );
  const least = bounds.length > most ? bounds.slice().sort()[bounds.length - most]! : 0;
  return [...bounds.keys()].filter((k) => bounds[k]! >= least);
}
