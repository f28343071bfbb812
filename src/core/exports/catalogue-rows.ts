import { cellAt, type CodedColumn } from '../csv/coded-column.ts';

interface CatalogueIds {
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly parent: CodedColumn;
  readonly title: CodedColumn;
  /** 1 where a row is of the product above it. */
  readonly continues?: Uint8Array;
}

const NUMBER_OF_PARENT = /^id:\s*/i;

/** Rows of each product by its id, both in the order of the file. */
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

/** A row without an id has its SKU or its title for one, or continues the row above it. */
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

/** A parent is named by its SKU, its number, or "id:" and its number. One that is not in the file keeps its name. */
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
