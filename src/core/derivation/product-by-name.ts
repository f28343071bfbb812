import type { CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../exports/catalogue.ts';
import type { OrderLines } from '../exports/order-lines.ts';

/** Products by all that lines and the catalogue call them: numbers, SKUs, titles, each by its `nameKey`. */
export type ProductByName = ReadonlyMap<string, string>;

/** The same for names that differ in case and spaces only. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A name that several products have is none's.
 *
 * @param products the product of each line; '' is none
 */
export function productByName(
  lines: OrderLines,
  products: CodedColumn,
  catalogue: readonly CatalogueProduct[],
): ProductByName {
  const owners = new Map<string, string | null>();
  const note = (name: string, product: string): void => {
    const key = nameKey(name);
    if (key === '' || product === '') return;
    const owner = owners.get(key);
    owners.set(key, owner === undefined || owner === product ? product : null);
  };
  const sold = new Set(products.texts);
  for (const product of sold) note(product, product);
  for (const column of [lines.sku, lines.productId, lines.title])
    for (const [name, product] of pairs(column, products)) note(name, product);
  for (const { productId, title, variants } of catalogue) {
    if (!sold.has(productId)) continue;
    note(title, productId);
    for (const { sku } of variants) if (!sold.has(sku)) note(sku, productId);
  }
  const named = [...owners].filter((each): each is [string, string] => each[1] !== null);
  return new Map(named);
}

/** Each distinct name with each distinct product of its lines. */
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
