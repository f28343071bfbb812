import { ownValue } from '#core/base/lookup.ts';
import { m } from '#messages';

/** Where each platform offers the export, by format ID or its first part. */
const WAYS: Readonly<Record<string, () => string>> = {
  'shopify-orders': m.exports_how_shopify_orders,
  shopify: m.exports_how_shopify_products,
  'amazon-orders': m.exports_how_amazon_orders,
  'amazon-listings': m.exports_how_amazon_listings,
  'woocommerce-products': m.exports_how_woocommerce_products,
  'woocommerce-orders': m.exports_how_woocommerce_orders,
  etsy: m.exports_how_etsy,
  'ebay-transactions': m.exports_how_ebay_transactions,
  ebay: m.exports_how_ebay,
  square: m.exports_how_square,
  taobao: m.exports_how_taobao,
  douyin: m.exports_how_douyin,
  pinduoduo: m.exports_how_pinduoduo,
  jd: m.exports_how_jd,
};

/** Says which menu of a platform exports the whole file, or gives general advice if that is not known. */
export function howToExport(formatId: string): string {
  return knownWay(formatId) ?? m.exports_how_any();
}

/** Says which menu of a platform exports the whole file; null if that is not known. */
export function knownWay(formatId: string): string | null {
  const [platform = ''] = formatId.split('-');
  const way = ownValue(WAYS, formatId) ?? ownValue(WAYS, platform);
  return way?.() ?? null;
}
