// The names by which picture files may call a product.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { SupplierOffer } from '#core/launch/supplier-offer.ts';

export interface NamedProduct {
  /** See `pictureOwner`. */
  readonly owner: string;
  /** What identifies it: IDs, and attributes such as an EAN or a handle. */
  readonly ids: readonly string[];
  readonly title: string;
}

/** Headers of attributes that identify a product, as `foldedHeader` writes them. */
const IDENTIFYING =
  /^(?:(?:[a-z]+ )?sku|(?:child|parent|variant|product|item|article|style|model|part|manufacturer|supplier|reference) ?(?:id|no|nr|number|code|ref)|handle|slug|asin|ean(?: ?13)?|jan|gtin|upc|isbn|mpn|barcode|bar code|artikelnummer|art nr|codigo|reference|ref|货号|款号|编码|条码|条形码|商品编码|商品编号|产品编号|型号)$/;

/** A product that has not launched: one that waits for a plan, or an article of suppliers' lists. */
type Unlaunched = Pick<NewProduct, 'id' | 'title' | 'attributes'> & {
  readonly offers?: readonly Pick<SupplierOffer, 'sku'>[];
};

/** Returns the products whose pictures may be given: those launched, and others. Products of one owner are one. */
export function namedProducts(
  {
    rowCount,
    productId,
    title,
    attributes,
  }: Pick<LaunchTable, 'rowCount' | 'productId' | 'title' | 'attributes'>,
  unlaunched: readonly Unlaunched[],
): NamedProduct[] {
  const named = new Map<string, { readonly ids: Set<string>; readonly title: string }>();
  const add = (one: { readonly id: string; readonly title: string }, more: readonly string[]) => {
    const owner = pictureOwner(one.title, one.id);
    if (owner === '') return;
    const known = named.get(owner) ?? { ids: new Set(), title: one.title };
    for (const id of [one.id, ...more]) if (id !== '') known.ids.add(id);
    named.set(owner, known);
  };
  const columns = Object.entries(attributes).flatMap(([name, values]) =>
    identifies(name) ? [values] : [],
  );
  for (let row = 0; row < rowCount; row++) {
    const more = columns.map((values) => values[row]!);
    add({ id: productId[row]!, title: title[row]! }, more);
  }
  for (const product of unlaunched) {
    const own = Object.entries(product.attributes);
    const codes = own.flatMap(([name, value]) => (identifies(name) ? [value] : []));
    add(product, [...codes, ...(product.offers ?? []).map(({ sku }) => sku)]);
  }
  return [...named].map(([owner, { ids, title: one }]) => ({ owner, ids: [...ids], title: one }));
}

function identifies(header: string): boolean {
  return IDENTIFYING.test(foldedHeader(header));
}
