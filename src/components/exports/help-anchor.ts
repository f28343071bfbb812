import type { FileFacts } from '#core/exports/exports-preview.ts';
import { ownValue } from '#core/lookup.ts';

/** Where the help has a platform, by the name that the platform gives itself. */
const ANCHORS: Readonly<Record<string, string>> = {
  Shopify: '#shopify',
  Amazon: '#amazon',
  WooCommerce: '#woocommerce',
  Etsy: '#etsy',
  '淘宝/天猫': '#taobao',
};

/** The part of the help on exports that is about these files; '' where they are of no platform that has one. */
export function helpAnchor(files: readonly Pick<FileFacts, 'found'>[]): string {
  const anchors = files.flatMap(({ found }) => ownValue(ANCHORS, found?.platform ?? '') ?? []);
  return anchors[0] ?? '';
}
