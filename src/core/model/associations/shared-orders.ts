// Orders that two items share, from the lines of each.

import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { LEAST_COUNT, type BoughtTogether } from './associations.ts';

/** Returns the lines of each item, ascending. @param itemOf [products] the item that a product is; below 0: none. */
export function linesByItem(
  { product }: SalesLog,
  itemOf: ArrayLike<number>,
  itemCount: number,
): number[][] {
  const lines = Array.from({ length: itemCount }, (): number[] => []);
  for (let line = 0; line < product.length; line++) {
    const item = itemOf[product[line]!]!;
    if (item >= 0) lines[item]!.push(line);
  }
  return lines;
}

/**
 * Visits those of `lines` whose order `other` has a line of, too. Both ascend, and orders ascend with lines, so both are
 * walked once. Stops where `visit` returns false.
 */
export function visitShared(
  { order }: SalesLog,
  lines: readonly number[],
  other: readonly number[],
  visit: (line: number) => boolean,
): void {
  let at = 0;
  for (const line of lines) {
    while (at < other.length && order[other[at]!]! < order[line]!) at += 1;
    if (at === other.length) return;
    if (order[other[at]!] === order[line] && !visit(line)) return;
  }
}

/**
 * Returns the pairs whose shared orders come from at least LEAST_COUNT buyers: ten orders of one buyer are no sum of ten
 * buyers. Orders that name no buyer count as of one each.
 * @param names of items, as pairs name them
 */
export function ofEnoughBuyers(
  log: SalesLog,
  pairs: readonly BoughtTogether[],
  { itemOf, names }: { readonly itemOf: ArrayLike<number>; readonly names: readonly string[] },
): BoughtTogether[] {
  const places = new Map(names.map((name, item) => [name, item]));
  const linesOf = linesByItem(log, itemOf, names.length);
  return pairs.filter(({ first, second }) => {
    const buyers = new Set<number>();
    visitShared(log, linesOf[places.get(first)!]!, linesOf[places.get(second)!]!, (line) => {
      const buyer = log.buyer[line]!;
      buyers.add(buyer === NO_BUYER ? -1 - log.order[line]! : buyer);
      return buyers.size < LEAST_COUNT;
    });
    return buyers.size >= LEAST_COUNT;
  });
}
