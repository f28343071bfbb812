// Computes what the shop itself knows of its launches, counted from its orders and not from its exports.

import type { Day } from '#core/base/dates.ts';
import { LAUNCH_DAYS } from './demand.ts';
import type { ShopifyProduct } from './goods.ts';
import { isSale, momentOf, piecesBack, type ShopifyOrder, type Source } from './order.ts';

export interface ShopifyLaunch {
  readonly handle: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly launchDay: Day;
  /** Channel by which most units were sold. */
  readonly channel: Source;
  /** Name of the promotion in the demo shop. */
  readonly promotion: string;
  readonly fullPrice: number;
  /** Units in the first four weeks, from orders that were not cancelled. */
  readonly units28: number;
  readonly orders28: number;
  /** Units of these that came back. */
  readonly returns28: number;
}

const BURN_IN_DAYS = 120;

/** Returns the products first sold after 120 days whose four weeks are over, by launch day. */
export function launchesOfOrders(
  goods: readonly ShopifyProduct[],
  orders: readonly ShopifyOrder[],
): ShopifyLaunch[] {
  const sales = orders.filter((order) => isSale(order) && order.lines.some(({ goods: g }) => g));
  const start = momentOf(sales[0]!);
  const end = momentOf(sales.at(-1)!);
  return goods
    .flatMap((product) => {
      const own = sales.filter(({ lines }) =>
        lines.some((line) => line.goods?.product === product),
      );
      const launchAt = momentOf(own[0]!);
      const isLaunch = launchAt > start + BURN_IN_DAYS && launchAt < end - LAUNCH_DAYS;
      return isLaunch ? [launchOf(product, own, launchAt)] : [];
    })
    .sort((a, b) => a.launchDay - b.launchDay || (a.handle < b.handle ? -1 : 1));
}

function launchOf(
  product: ShopifyProduct,
  own: readonly ShopifyOrder[],
  launchAt: number,
): ShopifyLaunch {
  const counted = own.filter((order) => momentOf(order) < launchAt + LAUNCH_DAYS);
  const bySource = new Map<Source, number>();
  let returns28 = 0;
  for (const order of counted)
    for (const [i, line] of order.lines.entries()) {
      if (line.goods?.product !== product) continue;
      bySource.set(order.source, (bySource.get(order.source) ?? 0) + line.quantity);
      returns28 += piecesBack(order, i);
    }
  const sources = [...bySource].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const { handle, title, category, brand, fullPrice, action } = product;
  return {
    ...{ handle, title, category, brand, fullPrice, returns28 },
    promotion: action.promotion,
    launchDay: Math.floor(launchAt),
    channel: sources[0]![0],
    units28: sources.reduce((sum, [, pieces]) => sum + pieces, 0),
    orders28: counted.length,
  };
}
