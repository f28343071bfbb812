// Finds the pairs of new products between which buyers may choose. Thousands of products form millions of pairs, so
// only each product's nearest are kept. Most pairs are then skipped without a full comparison.

import type { SimilarPair } from '../offers/season-offers.ts';

/** Most pairs per product; more distant products take next to no buyers. */
export const NEAREST = 5;
/** Candidates per product; more than NEAREST, because others may be full when a pair's turn comes. */
const CANDIDATES = 20;
const LEAST_SIMILARITY = 0.1;

/** Similarity of two products, 0–1; may be 0 where it is less than `least`. */
export type SimilarityFrom = (a: number, b: number, least: number) => number;

/**
 * Returns the nearest pairs of each product, each once, most similar first. Yields at times, so that the caller can do
 * other work.
 */
export function* similarPairs(
  count: number,
  similarity: SimilarityFrom,
): Generator<void, SimilarPair[]> {
  const pairs = yield* candidatePairs(count, similarity);
  const taken = new Uint32Array(count);
  return pairs.filter(({ first, second }) => {
    if (taken[first]! >= NEAREST || taken[second]! >= NEAREST) return false;
    taken[first]! += 1;
    taken[second]! += 1;
    return true;
  });
}

/** Returns all pairs in which one product is among the candidates of the other, most similar first. */
function* candidatePairs(
  count: number,
  similarity: SimilarityFrom,
): Generator<void, SimilarPair[]> {
  const nearest = Array.from({ length: count }, () => new Nearest());
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const least = Math.min(nearest[first]!.least, nearest[second]!.least);
      const found = similarity(first, second, least);
      if (found < least) continue;
      nearest[first]!.add(second, found);
      nearest[second]!.add(first, found);
    }
    yield;
  }
  const pairs = nearest.flatMap((own, product) =>
    own.entries
      .map(([other, found]) => ({
        first: Math.min(product, other),
        second: Math.max(product, other),
        likeness: found,
      }))
      .filter(({ first, second }) => product === first || !nearest[first]!.has(second)),
  );
  return pairs.sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second);
}

/** Candidates of one product, most similar first. */
class Nearest {
  readonly entries: (readonly [other: number, similarity: number])[] = [];

  /** Least similarity for a further candidate. */
  get least(): number {
    return this.entries.length < CANDIDATES ? LEAST_SIMILARITY : this.entries.at(-1)![1];
  }

  add(other: number, similarity: number): void {
    if (similarity < this.least) return;
    let at = this.entries.length;
    while (at > 0 && this.entries[at - 1]![1] < similarity) at--;
    this.entries.splice(at, 0, [other, similarity]);
    if (this.entries.length > CANDIDATES) this.entries.pop();
  }

  has(other: number): boolean {
    return this.entries.some(([own]) => own === other);
  }
}
