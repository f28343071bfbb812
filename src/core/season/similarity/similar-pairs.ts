// Finds the pairs of new products between which buyers may choose. Thousands of products form millions of pairs, so
// only each product's nearest are kept. Most pairs are then skipped without a full comparison.

import type { SimilarPair } from '../offers/season-offers.ts';

/** Most pairs per product; more distant products take next to no buyers. */
const NEAREST = 5;
/** Candidates per product; more than NEAREST, because others may be full when a pair's turn comes. */
const CANDIDATES = 20;
const LEAST_LIKENESS = 0.1;

/** Similarity of two products, 0–1; may be 0 where it is less than `least`. */
export type SimilarityFrom = (a: number, b: number, least: number) => number;

/**
 * Returns the nearest pairs of each product, each once, most similar first. Yields at times, so that the caller can do
 * other work.
 */
export function* similarPairs(
  count: number,
  likeness: SimilarityFrom,
): Generator<void, SimilarPair[]> {
  const pairs = yield* candidatePairs(count, likeness);
  const taken = new Uint32Array(count);
  return pairs.filter(({ first, second }) => {
    if (taken[first]! >= NEAREST || taken[second]! >= NEAREST) return false;
    taken[first]! += 1;
    taken[second]! += 1;
    return true;
  });
}

/** Returns all pairs in which one product is among the candidates of the other, most similar first. */
function* candidatePairs(count: number, likeness: SimilarityFrom): Generator<void, SimilarPair[]> {
  const nearest = Array.from({ length: count }, () => new Nearest());
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const least = Math.min(nearest[first]!.least, nearest[second]!.least);
      const alike = likeness(first, second, least);
      if (alike < least) continue;
      nearest[first]!.add(second, alike);
      nearest[second]!.add(first, alike);
    }
    yield;
  }
  const pairs = nearest.flatMap((own, product) =>
    own.entries
      .map(([other, alike]) => ({
        first: Math.min(product, other),
        second: Math.max(product, other),
        likeness: alike,
      }))
      .filter(({ first, second }) => product === first || !nearest[first]!.has(second)),
  );
  return pairs.sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second);
}

/** Candidates of one product, most similar first. */
class Nearest {
  readonly entries: (readonly [other: number, likeness: number])[] = [];

  /** Least similarity for a further candidate. */
  get least(): number {
    return this.entries.length < CANDIDATES ? LEAST_LIKENESS : this.entries.at(-1)![1];
  }

  add(other: number, likeness: number): void {
    if (likeness < this.least) return;
    let at = this.entries.length;
    while (at > 0 && this.entries[at - 1]![1] < likeness) at--;
    this.entries.splice(at, 0, [other, likeness]);
    if (this.entries.length > CANDIDATES) this.entries.pop();
  }

  has(other: number): boolean {
    return this.entries.some(([own]) => own === other);
  }
}
