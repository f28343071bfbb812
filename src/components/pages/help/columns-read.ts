// Takes the columns that the help lists from the export formats themselves, so that the two cannot differ.

import type { AnyExportFormat } from '#core/import/platform-files/export-format.ts';
import { AMAZON_FORMATS } from '#core/import/platform-files/formats/amazon.ts';
import { ETSY_FORMATS } from '#core/import/platform-files/formats/etsy.ts';
import { SHOPIFY_FORMATS } from '#core/import/platform-files/formats/shopify.ts';
import { TAOBAO_FORMATS } from '#core/import/platform-files/formats/taobao.ts';
import { WOOCOMMERCE_FORMATS } from '#core/import/platform-files/formats/woocommerce.ts';

const EXPLAINED: readonly AnyExportFormat[] = [
  ...SHOPIFY_FORMATS,
  ...AMAZON_FORMATS,
  ...WOOCOMMERCE_FORMATS,
  ...ETSY_FORMATS,
  ...TAOBAO_FORMATS,
];

/** Returns the columns that the formats read, each once, by its usual name; "…" replaces what varies. */
export function columnsRead(formatIds: readonly string[]): readonly string[] {
  const names = EXPLAINED.filter(({ id }) => formatIds.includes(id)).flatMap(({ columns }) =>
    Object.values<readonly string[] | undefined>(columns).flatMap(
      (names) => names?.slice(0, 1) ?? [],
    ),
  );
  return [...new Set(names)].map((name) => name.replaceAll('*', '…'));
}
