// What files of reviews call a product.

import { cleanCell } from '../values/read-text.ts';
import { readId } from '../platform-files/export-cells.ts';

/** Reads a product's number: "gid://shopify/Product/555" becomes "555", and "555.0" too. */
export function readProductId(cell: string): string {
  return readId(cell)
    .replace(/^gid:\/\/[\w-]+\/\w+\/(?=\w)/, '')
    .replace(/^(\d+)\.0$/, '$1');
}

/** Returns the handle in the address of a product's page: "/products/linen-shirt?v=2" gives "linen-shirt"; else ''. */
export function handleIn(cell: string): string {
  const path = /\/(?:products?|items?|listing\/\d+|p|dp)\/(?<handle>[^/?#\s]+)/i.exec(
    cleanCell(cell),
  );
  const handle = path?.groups!.handle ?? '';
  return decoded(handle.replace(/\.html?$/i, ''));
}

function decoded(handle: string): string {
  try {
    return decodeURIComponent(handle);
  } catch {
    return handle;
  }
}
