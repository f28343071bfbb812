// Pairs of items that are bought in one order more often than chance would have it.

import { upperGamma } from '#core/base/statistics/chi-square.ts';
import { LEAST_COUNT, type BoughtTogether } from './associations.ts';
import type { Baskets } from './baskets.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
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
const FALSE_SHARE = 0.05;

/**
 * Returns the pairs whose lift is above 1 with a chance of at least 95%, and whose counts chance does not explain with
 * false discoveries limited to 5% of those shown; strongest first, at most `most`.
 */
export function* boughtTogether(
  baskets: Baskets,
  named: (item: number) => NamedItem,
  most: number,
): Generator<void, BoughtTogether[]> {
  const pairs = yield* rankedPairs(baskets, most);
  const chances = pairs.ranked.map(({ chance }) => chance);
  const raised = benjaminiHochberg(chances, pairs.possible);
  return pairs.ranked
    .filter(({ low90 }, k) => low90 > 1 && raised[k]! <= FALSE_SHARE)
    .slice(0, most)
    .map((pair) => shownPair(pair, baskets, named));
}

/** Returns the pairs with the highest lower ends of their lifts' 90% intervals, at most `most`, however low. */
export function* strongestPairs(
  baskets: Baskets,
  named: (item: number) => NamedItem,
  most: number,
): Generator<void, BoughtTogether[]> {
  const { ranked } = yield* rankedPairs(baskets, most);
  return ranked.slice(0, most).map((pair) => shownPair(pair, baskets, named));
}

interface RankedPair {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly belief: LiftPrior;
  readonly low90: number;
  /** Of at least as many orders by chance. */
  readonly chance: number;
}

function* rankedPairs(
  baskets: Baskets,
  most: number,
): Generator<void, { readonly ranked: readonly RankedPair[]; readonly possible: number }> {
  const { frequent, sample, possible } = yield* countPairs(baskets, LEAST_COUNT);
  const expect = expectedPairs(baskets);
  yield;
  if (frequent.first.length === 0) return { ranked: [], possible };
  const prior = fitLiftPrior({ counts: sample.both, expected: expectedOf(sample, expect) });
  yield;
  const ranked: RankedPair[] = [];
  for (const k of candidates(frequent, expect, most * CANDIDATES)) {
    const [first, second, both] = [frequent.first[k]!, frequent.second[k]!, frequent.both[k]!];
    const expected = expect(first, second);
    const belief = liftBelief(prior, both, expected);
    const low90 = liftQuantile(belief, 0.05);
    // A Poisson count reaches n with the chance that a gamma variable of shape n is at most its mean.
    const chance = 1 - upperGamma(both, expected);
    ranked.push({ first, second, both, belief, low90, chance });
    if (ranked.length % SLICE === 0) yield;
  }
  ranked.sort((a, b) => b.low90 - a.low90 || b.both - a.both);
  return { ranked, possible };
}

function shownPair(
  { both, belief, low90, ...pair }: RankedPair,
  { frequency }: Baskets,
  named: (item: number) => NamedItem,
): BoughtTogether {
  const isOrdered = frequency[pair.first]! >= frequency[pair.second]!;
  const [first, second] = isOrdered ? [pair.first, pair.second] : [pair.second, pair.first];
  return {
    ...{ first: named(first).name, second: named(second).name },
    ...{ firstTitle: named(first).title, secondTitle: named(second).title },
    ...{ both, withFirst: frequency[first]!, withSecond: frequency[second]! },
    ...{ lift: meanLift(belief), low90, high90: liftQuantile(belief, 0.95) },
  };
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
