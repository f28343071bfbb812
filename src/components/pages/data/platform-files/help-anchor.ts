import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { ownValue } from '#core/base/lookup.ts';

/** Anchors of the platforms in the help, by the platform's own name. */
const ANCHORS: Readonly<Record<string, string>> = {
  Shopify: '#shopify',
  Amazon: '#amazon',
  WooCommerce: '#woocommerce',
  Etsy: '#etsy',
  '淘宝/天猫': '#taobao',
};

/** Returns the help anchor for the platform of these files; '' if none of them has one. */
export function helpAnchor(files: readonly Pick<FileFacts, 'found'>[]): string {
  const anchors = files.flatMap(({ found }) => ownValue(ANCHORS, found?.platform ?? '') ?? []);
  return anchors[0] ?? '';
}
