import { columnName } from '../column-name.ts';
import { written } from '../formats/plain/written-names.ts';

/** Columns that name kinds of products, finest first. */
const KINDS_OF_PRODUCTS: readonly string[] = [
  ...written('sub category', 'product sub category', 'product subcategory', 'item type'),
  ...written('product line', 'product group', 'product type', 'style', 'collection'),
  ...written('product category', 'category', 'department', 'type'),
  ...['unterkategorie', 'warengruppe', 'produktgruppe', 'kategorie'],
  ...['sous-catégorie', 'catégorie', 'subcategoría', 'categoría'],
  ...['三级类目', '二级类目', '商品类目', '商品分类', '类目', '品类', '分类', 'カテゴリ'],
];

/** Returns the header closest to naming products, for a file in which none does; null if none is close. */
export function nearestToProduct(headers: readonly string[]): string | null {
  const named = new Map(headers.map((header) => [columnName(header), header]));
  const nearest = KINDS_OF_PRODUCTS.find((name) => named.has(name));
  return nearest === undefined ? null : named.get(nearest)!;
}
