// The similarity below which a launch is not called similar: two launches of the shop taken at random are mostly as
// alike. Without it, a product unlike any other would still have five "most similar" launches.

import { quantile } from '#core/base/statistics/statistics.ts';
import type { ComparedProducts } from '#core/model/analogues/analogues.ts';
import { pairSimilarity } from '#core/model/analogues/nearest-launches.ts';
import { somePairs } from '#core/model/analogues/some-pairs.ts';

/** Share of random pairs of launches that are less alike than launches called similar. */
const UNLIKE_SHARE = 0.99;
/**
 * From here on, launches are similar in any shop: where many are alike, so are random pairs. On every table measured,
 * launches this alike sold more alike than random ones.
 */
const ALIKE = 0.05;
/** Pairs that are compared. Fewer than the least do not show the share. */
const MOST_PAIRS = 2000;
const LEAST_PAIRS = 100;

interface Launches {
  readonly products: ComparedProducts;
  /** Returns whether two launches are of one product, which does not count. */
  readonly isSame: (one: number, other: number) => boolean;
  /** Returns the similarity in meaning of the names of two launches, 0–1; NaN where not known. */
  readonly meaningOf: (one: number, other: number) => number;
  /** Returns how alike two launches look, 0–1; NaN where not known. */
  readonly lookOf?: (one: number, other: number) => number;
  /** Share of looks in the similarity, 0–1; absent: 0. */
  readonly looksShare?: number;
}

/** Returns the least similarity, 0–1, of launches that are called similar; 0 where there are too few to compare. */
export function similarityFloor({
  products,
  isSame,
  meaningOf,
  lookOf,
  looksShare = 0,
}: Launches): number {
  const pairs = somePairs(products.price.length, MOST_PAIRS).filter((pair) => !isSame(...pair));
  if (pairs.length < LEAST_PAIRS) return 0;
  const similarity = pairs.map((pair) =>
    pairSimilarity(products, pair, {
      meaning: meaningOf(...pair),
      look: lookOf?.(...pair) ?? NaN,
      looksShare,
    }),
  );
  return Math.min(ALIKE, quantile(similarity, UNLIKE_SHARE));
}
