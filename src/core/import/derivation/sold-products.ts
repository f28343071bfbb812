// Groups order lines by product, with its catalogue entry and its stock.

import type { CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../platform-files/catalogue/catalogue.ts';
import { commonestText } from './commonest-text.ts';
import { commonestTitle } from './launch-title.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import type { StockOnHand } from '../platform-files/catalogue/stock-by-day.ts';
import { beforeVariant } from './title-bases.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';

export interface SoldProduct {
  readonly id: string;
  /** The title on most lines. */
  readonly title: string;
  readonly listed: CatalogueProduct | null;
  /** Units on hand when the files were written; NaN if not known. */
  readonly onHand: number;
  /** Indices of the lines that sell units, and of those that return some. */
  readonly sold: readonly number[];
  readonly back: readonly number[];
  readonly launchAt: number;
  /** Whether the launch date comes from the catalogue. */
  readonly isDated: boolean;
}

interface CountedLines {
  readonly lines: OrderLines;
  readonly products: CodedColumn;
  readonly reasons: Uint8Array;
  readonly catalogue: readonly CatalogueProduct[];
  readonly onHand: StockOnHand;
}

/** Returns the products with at least one sale, and those that the catalogue dates but nobody bought. */
export function soldProducts(counted: CountedLines): SoldProduct[] {
  const { lines, products, reasons, catalogue, onHand } = counted;
  const listedAs = listedProducts(catalogue);
  const sold = linesByProduct(products, reasons).flatMap((own, place): SoldProduct[] => {
    const selling = own.filter((line) => lines.quantity[line]! > 0);
    if (selling.length === 0) return [];
    const id = products.texts[place]!;
    const listed = listedAs.get(id) ?? null;
    const title = titleOf(id, commonestTitle(selling, lines.title));
    const back = own.filter((line) => lines.quantity[line]! < 0);
    const left = onHand.get(id) ?? NaN;
    const launch = launchMoment(selling, lines, listed);
    return [{ id, title, listed, onHand: left, sold: selling, back, ...launch }];
  });
  const isSold = new Set(sold.map(({ listed }) => listed));
  const unsold = catalogue.filter((each) => !Number.isNaN(each.listedOn) && !isSold.has(each));
  return [
    ...sold,
    ...unsold.map((listed): SoldProduct => {
      const { productId: id, title, listedOn: launchAt } = listed;
      return { id, title, listed, onHand: NaN, sold: [], back: [], launchAt, isDated: true };
    }),
  ];
}

/** Returns the common part of the titles for a product whose variants have separate titles. */
function titleOf(id: string, title: string): string {
  const isOfVariants = namedVariant(title)?.stem === id || beforeVariant(title) === id;
  return isOfVariants ? id : title;
}

/** Indexes products by their own IDs and by the SKUs of their variants. */
function listedProducts(
  catalogue: readonly CatalogueProduct[],
): ReadonlyMap<string, CatalogueProduct> {
  const listedAs = new Map(catalogue.map((product) => [product.productId, product]));
  for (const product of catalogue)
    for (const { sku } of product.variants)
      if (sku !== '' && !listedAs.has(sku)) listedAs.set(sku, product);
  return listedAs;
}

/** Returns the counted lines of each distinct product. */
function linesByProduct({ texts, codes }: CodedColumn, reasons: Uint8Array): number[][] {
  const groups: number[][] = texts.map(() => []);
  for (let line = 0; line < reasons.length; line++)
    if (reasons[line] === 0) groups[codes[line]!]!.push(line);
  return groups;
}

/** Returns the catalogue's day if it is not after the first sale, else the first sale. */
function launchMoment(
  sold: readonly number[],
  { orderedAt }: OrderLines,
  listed: CatalogueProduct | null,
): Pick<SoldProduct, 'launchAt' | 'isDated'> {
  const first = sold.reduce((least, line) => Math.min(least, orderedAt[line]!), Infinity);
  const day = listed?.listedOn ?? NaN;
  return day <= first ? { launchAt: day, isDated: true } : { launchAt: first, isDated: false };
}

/** Returns the category that the catalogue names, else the one on most lines; '' where there is none. */
export function categoryOf(
  { listed, sold }: Pick<SoldProduct, 'listed' | 'sold'>,
  lines: OrderLines,
): string {
  const told = listed?.category ?? '';
  return told === '' ? commonestText(lines.category, sold, lines) : told;
}
