// Generates a shop on Shopify with 26 months of orders, and its exports. The same seed gives the same files. Shops of
// different seeds have no product in common.

import { BRITISH_TRADE } from '../demo-shop/british-trade.ts';
import { drawWorld, stream } from '../demo-shop/world.ts';
import { dailyDemand } from './demand.ts';
import { drawOrders } from './draw-orders.ts';
import { drawGoods, type ShopifyProduct } from './goods.ts';
import { launchesOfOrders, type ShopifyLaunch } from './launches-of-orders.ts';
import type { ShopifyOrder } from './order.ts';
import { ordersCsv } from './write-orders.ts';
import { productsCsv } from './write-products.ts';

export interface ShopifyShop {
  readonly ordersCsv: string;
  readonly productsCsv: string;
  readonly truth: {
    readonly launches: readonly ShopifyLaunch[];
    readonly goods: readonly ShopifyProduct[];
    /** Orders by their moment. */
    readonly orders: readonly ShopifyOrder[];
  };
}

const MOST_PRODUCTS = 400;
/** Products an order: 400 products need 3,000 orders. */
const PRODUCTS_PER_ORDER = 400 / 3000;

export function shopifyShop({ seed = 1, orders: orderCount = 3000 } = {}): ShopifyShop {
  const world = drawWorld(seed, BRITISH_TRADE);
  const productCount = Math.min(MOST_PRODUCTS, Math.ceil(orderCount * PRODUCTS_PER_ORDER));
  const goods = drawGoods(stream(seed, 11), { world, productCount });
  const demand = goods.map((product) => dailyDemand(world, product));
  const orders = drawOrders(stream(seed, 12), { goods, demand, orderCount });
  return {
    ordersCsv: ordersCsv(orders),
    productsCsv: productsCsv(goods),
    truth: { launches: launchesOfOrders(goods, orders), goods, orders },
  };
}
