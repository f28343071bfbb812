// npm run samples:demo-shop: writes the demo shop into static/samples.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { isoDate } from '#core/dates.ts';
import { generateShop, type PastLaunch } from './generator.ts';
import { BRAND_NAMES, CATEGORIES } from './vocabulary.ts';
import type { ShopProduct } from './world.ts';

export function launchesCsv(launches: readonly PastLaunch[]): string {
  return csv(launches.map(launchRow));
}

export function newProductsCsv(products: readonly ShopProduct[]): string {
  return csv(products.map(productRow));
}

function launchRow({ product, action, outcome, channelFee, salePrice }: PastLaunch) {
  return {
    ...productRow(product),
    launch_date: isoDate(action.launchDay),
    channel: action.channel,
    promotion: action.promotion,
    sale_price: salePrice.toFixed(2),
    ad_spend: action.adSpend,
    channel_fee: channelFee,
    impressions: outcome.impressions,
    clicks: outcome.clicks,
    orders: outcome.orders,
    units_sold_4w: outcome.units,
    revenue_4w: outcome.revenue.toFixed(2),
  };
}

function productRow(product: ShopProduct) {
  return {
    product_id: product.id,
    title: product.title,
    category: CATEGORIES[product.category]!.name,
    brand: BRAND_NAMES[product.brand]!,
    material: product.material,
    list_price: product.listPrice.toFixed(2),
    unit_cost: product.unitCost.toFixed(2),
  };
}

function csv(rows: object[]): string {
  return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const samples = new URL('../../../static/samples/', import.meta.url);
  const shop = generateShop();
  writeFileSync(new URL('demo-shop.csv', samples), launchesCsv(shop.launches));
  writeFileSync(new URL('demo-shop-new-products.csv', samples), newProductsCsv(shop.newProducts));
}
