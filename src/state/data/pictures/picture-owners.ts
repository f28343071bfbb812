import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

/**
 * Returns the products that a picture can be given to, by their `pictureOwner`, in alphabetical order.
 * @param products those that have not launched, articles of suppliers' lists included
 */
export function pictureOwners(table: LaunchTable, products: readonly NewProduct[]): string[] {
  const owners = new Set([
    ...table.title.map((title, row) => pictureOwner(title, table.productId[row])),
    ...products.map(({ title, id }) => pictureOwner(title, id)),
  ]);
  owners.delete('');
  return [...owners].sort((a, b) => a.localeCompare(b));
}
