// Lines of orders by product, with what the catalogue and the stock say of each.

import type { CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../exports/catalogue.ts';
import { commonestTitle } from './launch-title.ts';
import type { OrderLines } from '../exports/order-lines.ts';
import type { StockOnHand } from '../exports/stock-on-hand.ts';
import { beforeVariant } from './title-bases.ts';
import { namedVariant } from '../quality/variant-names.ts';

export interface SoldProduct {
  readonly id: string;
  /** As most lines have it. */
  readonly title: string;
  readonly listed: CatalogueProduct | null;
  /** Pieces on hand when the files were made; NaN where nobody says. */
  readonly onHand: number;
  /** Lines that sell some, and lines that take some back. */
  readonly sold: readonly number[];
  readonly back: readonly number[];
  readonly launchAt: number;
  /** By the catalogue. */
  readonly isDated: boolean;
}

interface CountedLines {
  readonly lines: OrderLines;
  readonly products: CodedColumn;
  readonly reasons: Uint8Array;
  readonly catalogue: readonly CatalogueProduct[];
  readonly onHand: StockOnHand;
}

/** Products with a line that sells some, and those that the catalogue dates and nobody bought. */
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

/** Of a product whose variants have a title each, what these have in common. */
function titleOf(id: string, title: string): string {
  const isOfVariants = namedVariant(title)?.stem === id || beforeVariant(title) === id;
  return isOfVariants ? id : title;
}

/** By their own ids, and by those of their variants. */
function listedProducts(
  catalogue: readonly CatalogueProduct[],
): ReadonlyMap<string, CatalogueProduct> {
  const listedAs = new Map(catalogue.map((product) => [product.productId, product]));
  for (const product of catalogue)
    for (const { sku } of product.variants)
      if (sku !== '' && !listedAs.has(sku)) listedAs.set(sku, product);
  return listedAs;
}

/** Per distinct product, its lines that are counted. */
function linesByProduct({ texts, codes }: CodedColumn, reasons: Uint8Array): number[][] {
  const groups: number[][] = texts.map(() => []);
  for (let line = 0; line < reasons.length; line++)
    if (reasons[line] === 0) groups[codes[line]!]!.push(line);
  return groups;
}

/** The first sale, or the day that the catalogue gives where that comes before it. */
function launchMoment(
  sold: readonly number[],
  { orderedAt }: OrderLines,
  listed: CatalogueProduct | null,
): Pick<SoldProduct, 'launchAt' | 'isDated'> {
  const first = sold.reduce((least, line) => Math.min(least, orderedAt[line]!), Infinity);
  const day = listed?.listedOn ?? NaN;
  return day <= first ? { launchAt: day, isDated: true } : { launchAt: first, isDated: false };
}
