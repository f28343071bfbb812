import { ownValue } from '#core/base/lookup.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
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
  ebay: m.exports_how_ebay,
  'ebay-transactions': m.exports_how_ebay_transactions,
  square: m.exports_how_square,
  taobao: m.exports_how_taobao,
  douyin: m.exports_how_douyin,
  pinduoduo: m.exports_how_pinduoduo,
  xiaohongshu: m.exports_how_xiaohongshu,
  kuaishou: m.exports_how_kuaishou,
  weixin: m.exports_how_weixin,
  jd: m.exports_how_jd,
};

/** Anchors of the platforms that the help explains in full, by the platform's own name. */
const ANCHORS: Readonly<Record<string, string>> = {
  Shopify: '#shopify',
  Amazon: '#amazon',
  WooCommerce: '#woocommerce',
  Etsy: '#etsy',
  '淘宝/天猫': '#taobao',
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

/** Says it for each platform that the help does not explain in full. */
export function otherWays(): string[] {
  const explained = Object.values(ANCHORS);
  return Object.entries(WAYS)
    .filter(([id]) => !explained.includes(`#${id.split('-')[0]}`))
    .map(([, way]) => way());
}

/** Returns the help anchor for the platform of these files; '' if none of them has one. */
export function helpAnchor(files: readonly Pick<FileFacts, 'found'>[]): string {
  const anchors = files.flatMap(({ found }) => ownValue(ANCHORS, found?.platform ?? '') ?? []);
  return anchors[0] ?? '';
}
