import { cellAt, type CodedColumn } from '#core/import/csv/coded-column.ts';

interface CatalogueIds {
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly parent: CodedColumn;
  readonly title: CodedColumn;
  /** 1 if the row belongs to the product above it. */
  readonly continues?: Uint8Array;
}

const NUMBER_OF_PARENT = /^id:\s*/i;

/** Returns the rows of each product by its ID, both in file order. */
export function productOfRows(ids: CatalogueIds): ReadonlyMap<string, readonly number[]> {
  const ownIds = ownIdsOf(ids);
  const idOfParent = parentIds(ids, ownIds);
  const products = new Map<string, number[]>();
  ownIds.forEach((ownId, row) => {
    const parent = cellAt(ids.parent, row);
    const id = parent === '' ? ownId : idOfParent(parent);
    if (id === '') return;
    const members = products.get(id);
    if (members) members.push(row);
    else products.set(id, [row]);
  });
  return products;
}

/** A row without an ID uses its SKU or its title as one, or continues the row above. */
function ownIdsOf({ productId, sku, title, continues }: CatalogueIds): string[] {
  const isNumbered = productId.texts.some((text) => text !== '');
  let above = '';
  return Array.from(productId.codes, (_, row) => {
    const id = cellAt(productId, row);
    const name = cellAt(title, row);
    if (continues?.[row] === 1 && above !== '') return above;
    if (id !== '') above = id;
    else if (name !== '' || !isNumbered) above = cellAt(sku, row) || name;
    return above;
  });
}

/**
 * Resolves parents, which are named by SKU, by number, or by "id:" and a number. A parent that is not in the file keeps
 * its name.
 */
function parentIds(
  { sku, parent }: CatalogueIds,
  ownIds: readonly string[],
): (parent: string) => string {
  const idOfSku = new Map<string, string>();
  ownIds.forEach((id, row) => {
    const ownSku = cellAt(sku, row);
    if (ownSku !== '' && cellAt(parent, row) === '') idOfSku.set(ownSku, id);
  });
  const known = new Set(ownIds);
  return (named) => {
    const number = named.replace(NUMBER_OF_PARENT, '');
    if (number !== named || (known.has(named) && !idOfSku.has(named))) return number;
    return idOfSku.get(named) ?? named;
  };
}
