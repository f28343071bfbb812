// Finds the launch that each review is about.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Day } from '#core/base/dates.ts';
import { nameKey } from '../derivation/known-products.ts';
import {
  ProductFinder,
  type FoundBy,
  type FoundProduct,
  type NamedProduct,
  type ProductAlias,
} from './product-finder.ts';
import type { Review } from './review.ts';

export interface JoinedReviews {
  /** For each review, the row of its launch; -1 where none was found. */
  readonly rows: Int32Array;
  /** Reviews by how their product was found. 'none': no launch has that name. 'unnamed': the file names no product. */
  readonly counts: Readonly<Record<FoundBy | 'none' | 'unnamed', number>>;
  /** Names that found no launch, the most frequent first; at most 20. */
  readonly unknownNames: readonly UnknownName[];
}

export interface UnknownName {
  readonly name: string;
  readonly reviews: number;
}

type JoinTable = Pick<LaunchTable, 'productId' | 'title' | 'launchDay'>;

const NAMES_SHOWN = 20;

/**
 * Joins reviews to launches by the product's number, SKU, title or handle, else by words where they are sure. A review
 * belongs to the latest launch of its product on or before its day; with no such launch or no day, to the first.
 */
export function joinReviews(
  reviews: readonly Pick<Review, 'names' | 'day'>[],
  table: JoinTable,
  aliases: readonly ProductAlias[] = [],
): JoinedReviews {
  const { products, launches } = productsOf(table);
  const finder = new ProductFinder(products, aliases);
  const known = new Map<string, FoundProduct | null>();
  const counts = {
    ...{ id: 0, alias: 0, title: 0, handle: 0, variant: 0, words: 0, none: 0, unnamed: 0 },
  };
  const unknown = new Map<string, number>();
  const rows = new Int32Array(reviews.length).fill(-1);
  for (const [i, { names, day }] of reviews.entries()) {
    if (names.length === 0) {
      counts.unnamed++;
      continue;
    }
    const key = names.join('\n');
    let found = known.get(key);
    if (found === undefined) {
      found = finder.find(names);
      known.set(key, found);
    }
    counts[found?.by ?? 'none']++;
    if (found) rows[i] = launchOn(day, launches[found.product]!);
    else unknown.set(names.at(-1)!, (unknown.get(names.at(-1)!) ?? 0) + 1);
  }
  const unknownNames = [...unknown]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, NAMES_SHOWN)
    .map(([name, count]) => ({ name, reviews: count }));
  return { rows, counts, unknownNames };
}

/** A launch of a product. */
interface DatedRow {
  readonly row: number;
  readonly day: Day;
}

/** Groups rows by product: by number, or by title where a row has none. Launches of a product are in order of day. */
function productsOf({ productId, title, launchDay }: JoinTable) {
  const places = new Map<string, number>();
  const products: (NamedProduct & { readonly titles: string[] })[] = [];
  const launches: DatedRow[][] = [];
  for (const [row, id] of productId.entries()) {
    const key = id === '' ? `title ${nameKey(title[row]!)}` : `id ${nameKey(id)}`;
    let place = places.get(key);
    if (place === undefined) {
      place = products.push({ id, titles: [] }) - 1;
      places.set(key, place);
      launches.push([]);
    }
    const { titles } = products[place]!;
    if (!titles.includes(title[row]!)) titles.push(title[row]!);
    launches[place]!.push({ row, day: launchDay[row]! });
  }
  for (const dated of launches) dated.sort((a, b) => a.day - b.day);
  return { products, launches };
}

function launchOn(day: Day, launches: readonly DatedRow[]): number {
  return (launches.findLast((launch) => launch.day <= day) ?? launches[0]!).row;
}
