import type { CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../platform-files/catalogue/catalogue.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';

/** The products sold or listed, by every name that lines and the catalogue use for them. */
export interface KnownProducts {
  /** Product by `nameKey` of its number, SKU or title; null if several products share the name. */
  readonly byName: ReadonlyMap<string, string | null>;
  /** Product by title, for titles of exactly one product. */
  readonly ofTitle: ReadonlyMap<string, string>;
}

/** Normalises a name, ignoring case and repeated spaces. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Collects the names of all products from lines and catalogue.
 * @param products the product of each line; '' for none
 */
export function knownProducts(
  lines: OrderLines,
  products: CodedColumn,
  catalogue: readonly CatalogueProduct[],
): KnownProducts {
  const byName = new Map<string, string | null>();
  const note = (name: string, product: string): void => {
    const key = nameKey(name);
    if (key === '' || product === '') return;
    const owner = byName.get(key);
    byName.set(key, owner === undefined || owner === product ? product : null);
  };
  const sold = new Set(products.texts);
  for (const product of sold) note(product, product);
  for (const column of [lines.sku, lines.productId, lines.title])
    for (const [name, product] of pairs(column, products)) note(name, product);
  for (const { productId, title, variants } of catalogue) {
    const isOneOfVariants = variants.some(({ sku }) => sold.has(sku));
    if (isOneOfVariants && !sold.has(productId)) continue; // Each of its variants is a product.
    for (const name of [productId, title, ...variants.map(({ sku }) => sku)]) note(name, productId);
  }
  const titles = [...lines.title.texts, ...catalogue.map(({ title }) => title)];
  const ofTitle = titles.flatMap((title): [string, string][] => {
    const product = byName.get(nameKey(title));
    return product ? [[title, product]] : [];
  });
  return { byName, ofTitle: new Map(ofTitle) };
}

/** Returns each distinct name with each distinct product of its lines. */
function pairs(names: CodedColumn, products: CodedColumn): [name: string, product: string][] {
  const count = products.texts.length;
  const found = new Set<number>();
  for (let line = 0; line < names.codes.length; line++)
    found.add(names.codes[line]! * count + products.codes[line]!);
  return [...found].map((pair) => [
    names.texts[Math.floor(pair / count)]!,
    products.texts[pair % count]!,
  ]);
}
