import { inCents } from '#core/base/cents.ts';
import { cellAt, numbersAt, type CodedColumn } from '#core/import/csv/coded-column.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';
import type { CatalogueProduct, CatalogueVariant } from './catalogue.ts';
import { productOfRows } from './catalogue-rows.ts';
import { ExportCells } from '../export-cells.ts';
import type { FieldsByKind, RecognisedExport } from '../export-format.ts';
import { stripHtml } from '../strip-html.ts';
import { rowsOfKind, rowsOfKinds } from '../row-kinds.ts';
import { wallClocks, type ClockChoice } from '../wall-clock.ts';

type CatalogueCells = ExportCells<FieldsByKind['catalogue']>;

const NUMBERS = {
  money: ['listPrice', 'salePrice', 'surcharge', 'unitCost'],
  counts: ['stock'],
} as const;
/** Values that mean "not tracked" in a stock tracker column, in lower case. */
const NOT_TRACKED: ReadonlySet<string> = new Set(['', 'none', 'n', 'no', 'false', '0']);
/** Platforms' names for the only variant of a product. */
const NO_VARIANT = /^default(?: title)?$/i;

/** Options such as "[S]Colour=Red,[RT]Size=M": how each is chosen, its name and its value. */
const MARKED_OPTION = /\[[A-Z]{1,3}\]([^=[\]]+)=([^[\]]*?)(?=,?\s*(?:\[|$))/g;

/** Columns of a catalogue, one entry per row. */
interface CatalogueRows {
  readonly sku: CodedColumn;
  readonly parent: CodedColumn;
  readonly title: CodedColumn;
  readonly variant: CodedColumn;
  readonly description: CodedColumn;
  readonly category: CodedColumn;
  readonly brand: CodedColumn;
  readonly price: Float64Array;
  /** 1 if the file itself marks the row as a variant. */
  readonly isVariant: Uint8Array;
  readonly unitCost: Float64Array;
  readonly listedAt: Float64Array;
  readonly stock: Float64Array;
}

/** Reads the products of a catalogue, in file order. */
export function readCatalogue(
  fileRows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'catalogue' },
  choice: Pick<ClockChoice, 'timeZone'>,
): CatalogueProduct[] {
  const { lines: rows } = rowsOfKinds(fileRows, columns.rowKind?.[0], format.rowKinds);
  const cells = new ExportCells(rows, columns, NUMBERS);
  const dates = cells.texts('listedAt');
  const clock = { dateOrder: format.dateOrder ?? null, timeZone: choice.timeZone };
  const moments = wallClocks(dates.texts, clock);
  const read: CatalogueRows = {
    ...{ sku: cells.ids('sku'), parent: cells.ids('parent'), title: cells.texts('title') },
    ...{
      variant: cells.names('variant'),
      description: cells.texts('description', stripHtml),
    },
    ...{ category: cells.texts('category'), brand: cells.texts('brand') },
    unitCost: cells.numbers('unitCost').map((cost) => (cost > 0 ? cost : NaN)),
    price: fullPrices(cells),
    isVariant: rowsOfKind(cells.texts('rowKind'), format.rowKinds?.variants ?? []),
    listedAt: numbersAt(moments, dates.codes),
    stock: trackedStock(cells),
  };
  const productId = cells.ids('productId');
  const continues = format.variantsBelow === true ? { continues: read.isVariant } : {};
  const products = productOfRows({ ...read, productId, ...continues });
  const surcharges = cells.numbers('surcharge');
  for (const members of products.values()) addSurcharges(read, members, surcharges);
  return [...products].map(([productId, members]) => productOf(productId, members, read));
}

function trackedStock(cells: CatalogueCells): Float64Array {
  const stock = cells.numbers('stock');
  if (!cells.has('stockTracker')) return stock;
  const tracker = cells.texts('stockTracker');
  return stock.map((pieces, row) =>
    NOT_TRACKED.has(cellAt(tracker, row).toLowerCase()) ? NaN : pieces,
  );
}

/** Returns the larger of the two prices: a "compare at" price below the price is meaningless. */
function fullPrices(cells: CatalogueCells): Float64Array {
  const sale = cells.numbers('salePrice');
  return cells.numbers('listPrice').map((list, row) => {
    const known = finite([list, sale[row]!]).filter((price) => price > 0);
    return known.length > 0 ? Math.max(...known) : NaN;
  });
}

/** A variant costs its product's price plus its surcharge. A product with price 0 is priced by its variants alone. */
function addSurcharges(
  { price, isVariant }: CatalogueRows,
  members: readonly number[],
  surcharges: Float64Array,
): void {
  const base = members.map((row) => price[row]!).find((own) => own > 0) ?? 0;
  for (const row of members) {
    const whole = base + (surcharges[row]! || 0);
    if (isVariant[row] === 1 && Number.isNaN(price[row]) && whole > 0) price[row] = whole;
  }
}

function productOf(
  productId: string,
  members: readonly number[],
  rows: CatalogueRows,
): CatalogueProduct {
  const own = members.filter((row) => cellAt(rows.parent, row) === '');
  const inTurn = [...own, ...members.filter((row) => !own.includes(row))];
  const firstOf = (column: CodedColumn): string =>
    inTurn.map((row) => cellAt(column, row)).find(Boolean) ?? '';
  const title = firstOf(rows.title);
  const sold = variantRows(members, rows);
  return {
    ...{ productId, title, description: firstOf(rows.description) },
    ...{ category: firstOf(rows.category), brand: firstOf(rows.brand) },
    listPrice: inCents(medianOf(members, rows.price)),
    unitCost: inCents(medianOf(members, rows.unitCost)),
    listedOn: earliestDay(members, rows.listedAt),
    variants: sold.map((row) => variantOf(row, sold.length === 1 ? null : title, rows)),
  };
}

/**
 * Returns the rows that are variants. If variants name their parent, the parent's own row is not one. Rows that only
 * add a picture are not either.
 */
function variantRows(members: readonly number[], rows: CatalogueRows): readonly number[] {
  const children = members.filter(
    (row) => cellAt(rows.parent, row) !== '' || rows.isVariant[row] === 1,
  );
  if (children.length > 0) return children;
  return members.filter(
    (row) =>
      cellAt(rows.sku, row) !== '' ||
      cellAt(rows.variant, row) !== '' ||
      Number.isFinite(rows.price[row]) ||
      Number.isFinite(rows.stock[row]),
  );
}

/** @param productTitle null if there is no other variant */
function variantOf(
  row: number,
  productTitle: string | null,
  rows: CatalogueRows,
): CatalogueVariant {
  return {
    sku: cellAt(rows.sku, row),
    name: productTitle === null ? '' : variantName(row, productTitle, rows),
    stock: rows.stock[row]!,
  };
}

function variantName(row: number, productTitle: string, rows: CatalogueRows): string {
  const written = cellAt(rows.variant, row);
  const name = NO_VARIANT.test(written) ? '' : written;
  const title = cellAt(rows.title, row);
  return name || optionsIn(title) || behindTitle(title, productTitle);
}

/** Returns marked options as "Red / M". */
function optionsIn(title: string): string {
  return Array.from(title.matchAll(MARKED_OPTION), ([, , value]) => value!.trim()).join(' / ');
}

/** Returns what follows the product's title: "Hoodie - Blue, No" gives "Blue, No" for "Hoodie". */
function behindTitle(title: string, productTitle: string): string {
  if (productTitle === '' || !title.startsWith(productTitle)) return '';
  return title.slice(productTitle.length).replace(/^[\s\-–—:,|/]+/, '');
}

function medianOf(members: readonly number[], values: Float64Array): number {
  return median(finite(members.map((row) => values[row]!)));
}

function earliestDay(members: readonly number[], moments: Float64Array): number {
  const known = finite(members.map((row) => moments[row]!));
  return known.length > 0 ? Math.floor(Math.min(...known)) : NaN;
}
