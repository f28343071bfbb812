import type { Day } from '#core/base/dates.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { NO_ARM } from './split-arms.ts';
import type { SplitTest } from './split-test.ts';
import type { BuyerOutcomes } from './split-sums.ts';

interface InTest {
  /** By buyer of the log: the arm, or NO_ARM. */
  readonly arm: Int8Array;
  /** By buyer of the log: index of the group before the start. */
  readonly group: Uint8Array;
  readonly groups: readonly string[];
}

/**
 * Returns what the buyers of a test did from its start day to the end of its days, or to `until` (not included) at an
 * earlier look. Sales are of all products, so that what a launch takes from others is taken off.
 */
export function outcomesInLog(
  log: SalesLog,
  test: Pick<SplitTest, 'startDay' | 'days' | 'title' | 'productIds'>,
  { arm, group, groups, until = Infinity }: InTest & { readonly until?: Day },
): BuyerOutcomes {
  const { startDay, days } = test;
  const end = Math.min(startDay + days, until);
  const counts = countedProducts(log, test);
  const ordered = new Uint8Array(log.buyerCount);
  const sales = new Float64Array(log.buyerCount);
  for (let line = 0; line < log.buyer.length; line++) {
    const buyer = log.buyer[line]!;
    const day = log.day[line]!;
    if (buyer === NO_BUYER || day < startDay || day >= end) continue;
    if (counts[log.product[line]!]) ordered[buyer] = 1;
    sales[buyer]! += log.revenue[line]!;
  }
  return { arm, ordered, sales, group, groups };
}

/**
 * Returns which products of a log count. One of the same title counts, too: a new product has another ID than the shop
 * gives it when it is sold.
 */
export function countedProducts(
  { products }: Pick<SalesLog, 'products'>,
  { title, productIds }: Pick<SplitTest, 'title' | 'productIds'>,
): boolean[] {
  const named = spellingKey(title);
  return products.map(
    (product) =>
      productIds.length === 0 ||
      productIds.includes(product.productId) ||
      (named !== '' && spellingKey(product.title) === named),
  );
}

/**
 * Returns the arm of each buyer of a log: of those who ordered before the start day, as `armOf` of their key gives it;
 * NO_ARM for those who came later.
 */
export function armsInLog(
  log: SalesLog,
  startDay: Day,
  armOfBuyer: (buyer: number) => number,
): Int8Array {
  const arms = new Int8Array(log.buyerCount).fill(NO_ARM);
  for (let line = 0; line < log.buyer.length; line++) {
    const buyer = log.buyer[line]!;
    if (buyer === NO_BUYER || log.day[line]! >= startDay || arms[buyer] !== NO_ARM) continue;
    arms[buyer] = armOfBuyer(buyer);
  }
  return arms;
}
