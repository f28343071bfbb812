// Determines which product an order line is about. Platforms identify it on each line in different ways.

import { codedColumn, type CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../platform-files/catalogue/catalogue.ts';
import type { DerivationSettings } from './derivation-settings.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import { nameKey } from './known-products.ts';
import { oneSpelling } from './one-spelling.ts';
import { beforeVariant, titleBases, type TitleBase } from './title-bases.ts';

/** The catalogue, indexed by what lines contain. */
interface Lookup {
  readonly bySku: ReadonlyMap<string, string>;
  readonly byId: ReadonlySet<string>;
  readonly byTitle: ReadonlyMap<string, string>;
}

/**
 * Returns a product key for each line, with the catalogue's IDs for products that it lists; '' if the line names no
 * product.
 */
export function productOfLine(
  lines: OrderLines,
  catalogue: readonly CatalogueProduct[],
  level: DerivationSettings['level'],
): CodedColumn {
  const lookup = lookupOf(catalogue);
  const title = oneSpelling(lines.title);
  const bases = titleBases(title.texts);
  const known = new Map<string, string>();
  const { productId, sku, variant } = lines;
  return codedColumn(
    keys(lines.rowCount, (line) => {
      const codes = [productId, sku, title, variant].map(({ codes: all }) => all[line]!);
      const place = codes.join(' ');
      const key = known.get(place);
      if (key !== undefined) return key;
      const facts = {
        productId: productId.texts[codes[0]!]!,
        sku: sku.texts[codes[1]!]!,
        title: title.texts[codes[2]!]!,
        variant: variant.texts[codes[3]!]!,
        ...bases[codes[2]!]!,
      };
      const made = level === 'product' ? productKey(facts, lookup) : variantKey(facts, lookup);
      known.set(place, made);
      return made;
    }),
  );
}

interface LineFacts extends TitleBase {
  readonly productId: string;
  readonly sku: string;
  readonly title: string;
  readonly variant: string;
}

function productKey(line: LineFacts, { bySku, byId, byTitle }: Lookup): string {
  const { productId, sku, title, base, isVariant } = line;
  if (productId !== '' && byId.has(productId)) return productId;
  return (
    bySku.get(sku) ??
    bySku.get(productId) ??
    byTitle.get(nameKey(title)) ??
    byTitle.get(nameKey(beforeVariant(title))) ??
    // Some platforms give each size its own number.
    (isVariant ? base : productId || (base === title ? sku || title : base))
  );
}

function variantKey(line: LineFacts, lookup: Lookup): string {
  const { productId, sku, title, variant } = line;
  if (sku !== '') return sku;
  if (productId !== '') return variant === '' ? productId : `${productId} / ${variant}`;
  if (variant !== '' && title !== '') return `${title} / ${variant}`;
  return title || productKey(line, lookup);
}

function lookupOf(catalogue: readonly CatalogueProduct[]): Lookup {
  const bySku = new Map<string, string>();
  const byTitle = new Map<string, string>();
  for (const { productId, title, variants } of catalogue) {
    for (const { sku } of variants) if (sku !== '') bySku.set(sku, productId);
    if (title !== '') byTitle.set(nameKey(title), productId);
  }
  return { bySku, byTitle, byId: new Set(catalogue.map(({ productId }) => productId)) };
}

function* keys(count: number, keyOf: (line: number) => string): Generator<string> {
  for (let line = 0; line < count; line++) yield keyOf(line);
}
