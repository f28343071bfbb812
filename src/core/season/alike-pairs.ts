import type { AlikePair } from './season-offers.ts';

/** Per product: what is further away takes next to nothing. */
const NEAREST = 5;
const LEAST_LIKENESS = 0.1;

/** The nearest of each product, each pair once, the most alike first. */
export function alikePairs(count: number, likeness: (a: number, b: number) => number): AlikePair[] {
  const pairs: AlikePair[] = [];
  for (let first = 0; first < count; first++)
    for (let second = first + 1; second < count; second++) {
      const alike = likeness(first, second);
      if (alike >= LEAST_LIKENESS) pairs.push({ first, second, likeness: alike });
    }
  pairs.sort((a, b) => b.likeness - a.likeness);
  const taken = new Uint32Array(count);
  return pairs.filter(({ first, second }) => {
    if (taken[first]! >= NEAREST || taken[second]! >= NEAREST) return false;
    taken[first]! += 1;
    taken[second]! += 1;
    return true;
  });
}
