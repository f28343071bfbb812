// npm run samples:demo-shop: writes the demo shop of each language into static/samples.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { isoDate } from '#core/base/dates.ts';
import { generateShop, type PastLaunch } from './generator.ts';
import { launchTexts, productTexts } from './texts.ts';
import { type Locale, LOCALES, TRADES } from './trades.ts';
import type { ShopProduct } from './world.ts';

const HEADERS = {
  productId: { en: 'product_id', zh: '商品编号' },
  title: { en: 'title', zh: '商品标题' },
  category: { en: 'category', zh: '品类' },
  brand: { en: 'brand', zh: '品牌' },
  material: { en: 'material', zh: '材质' },
  listPrice: { en: 'list_price_gbp', zh: '标价（元）' },
  unitCost: { en: 'unit_cost_gbp', zh: '成本价（元）' },
  launchDate: { en: 'launch_date', zh: '上新日期' },
  channel: { en: 'channel', zh: '渠道' },
  promotion: { en: 'promotion', zh: '促销' },
  salePrice: { en: 'sale_price_gbp', zh: '售价（元）' },
  adSpend: { en: 'ad_spend_gbp', zh: '广告费（元）' },
  channelFee: { en: 'channel_fee', zh: '佣金比例' },
  impressions: { en: 'impressions', zh: '曝光量' },
  clicks: { en: 'clicks', zh: '点击量' },
  orders: { en: 'orders', zh: '订单数' },
  units: { en: 'units_sold_4w', zh: '四周销量' },
  revenue: { en: 'revenue_4w_gbp', zh: '四周销售额（元）' },
} as const;
type Row = Partial<Record<keyof typeof HEADERS, string | number>>;

export function launchesCsv(launches: readonly PastLaunch[], locale: Locale = 'en'): string {
  return csv(
    launches.map((launch) => launchRow(launch, locale)),
    locale,
  );
}

export function newProductsCsv(products: readonly ShopProduct[], locale: Locale = 'en'): string {
  return csv(
    products.map((product) => productRow(product, locale)),
    locale,
  );
}

/** Returns the name of a sample file in a language, which adds the locale to the English name. */
export function inLanguage(fileName: string, locale: Locale): string {
  return locale === 'en' ? fileName : fileName.replace('.csv', `.${locale}.csv`);
}

function launchRow(launch: PastLaunch, locale: Locale): Row {
  const { product, action, outcome, channelFee, salePrice } = launch;
  return {
    ...productRow(product, locale),
    launchDate: isoDate(action.launchDay),
    ...launchTexts(launch),
    salePrice: salePrice.toFixed(2),
    adSpend: action.adSpend,
    channelFee,
    impressions: outcome.impressions,
    clicks: outcome.clicks,
    orders: outcome.orders,
    units: outcome.units,
    revenue: outcome.revenue.toFixed(2),
  };
}

function productRow(product: ShopProduct, locale: Locale): Row {
  return {
    productId: product.id,
    ...productTexts(product, TRADES[locale]),
    listPrice: product.listPrice.toFixed(2),
    unitCost: product.unitCost.toFixed(2),
  };
}

function csv(rows: readonly Row[], locale: Locale): string {
  const columns = Object.keys(rows[0]!) as (keyof typeof HEADERS)[];
  const fields = columns.map((column) => HEADERS[column][locale]);
  const data = rows.map((row) => columns.map((column) => row[column]));
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const samples = new URL('../../../static/samples/', import.meta.url);
  for (const locale of LOCALES) {
    const { launches, newProducts } = generateShop({ locale });
    const write = (fileName: string, text: string) =>
      writeFileSync(new URL(inLanguage(fileName, locale), samples), text);
    write('demo-shop.csv', launchesCsv(launches, locale));
    write('demo-shop-new-products.csv', newProductsCsv(newProducts, locale));
  }
}
