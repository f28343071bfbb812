import { nameKey } from '../derivation/known-products.ts';
import type { SalesLog } from './sales-log.ts';

/** How many order lines are of launches. */
export interface LinesOfLaunches {
  readonly lineCount: number;
  /** Titles of other products, most lines first, some of them. */
  readonly otherTitles: readonly string[];
}

const MOST_TITLES = 10;

/** Counts the lines whose product is a launch, by its number or title. */
export function linesOfLaunches(
  { products, product }: Pick<SalesLog, 'products' | 'product'>,
  launches: { readonly productId: readonly string[]; readonly title: readonly string[] },
): LinesOfLaunches {
  const names = new Set([...launches.productId, ...launches.title].map(nameKey));
  names.delete('');
  const isLaunch = products.map(
    ({ productId, title }) => names.has(nameKey(productId)) || names.has(nameKey(title)),
  );
  const counts = new Uint32Array(products.length);
  for (const each of product) counts[each]!++;
  const others = [...products.keys()].filter((each) => !isLaunch[each] && counts[each]! > 0);
  return {
    lineCount: counts.reduce((sum, count, each) => sum + (isLaunch[each] ? count : 0), 0),
    otherTitles: others
      .toSorted((a, b) => counts[b]! - counts[a]!)
      .slice(0, MOST_TITLES)
      .map((each) => products[each]!.title || products[each]!.productId),
  };
}
