// Which new products buyers may take for each other. Of thousands, there are millions of pairs: only the nearest of each product are
// kept, and as soon as those are known, most pairs are passed over without being compared in all.

import type { AlikePair } from './season-offers.ts';

/** Per product: what is further away takes next to nothing. */
const NEAREST = 5;
/** So many of each product stand for election: others may be full when its turn comes. */
const CANDIDATES = 20;
const LEAST_LIKENESS = 0.1;

/** Of two products; what is less than `least` may be told as 0. */
export type LikenessFrom = (a: number, b: number, least: number) => number;

/** The nearest of each product, each pair once, the most alike first. Yields now and then, so that a caller can breathe. */
export function* alikePairs(count: number, likeness: LikenessFrom): Generator<void, AlikePair[]> {
  const pairs = yield* candidatePairs(count, likeness);
  const taken = new Uint32Array(count);
  return pairs.filter(({ first, second }) => {
    if (taken[first]! >= NEAREST || taken[second]! >= NEAREST) return false;
    taken[first]! += 1;
    taken[second]! += 1;
    return true;
  });
}

/** All pairs of which one is among the nearest of the other, the most alike first. */
function* candidatePairs(count: number, likeness: LikenessFrom): Generator<void, AlikePair[]> {
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

/** The candidates of one product, the most alike first. */
class Nearest {
  readonly entries: (readonly [other: number, likeness: number])[] = [];

  /** What another has to reach to be among them. */
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
