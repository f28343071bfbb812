// Recognises sales without order numbers: one row per sale, or per day or week of a product. A table of launches can
// have the same headers, but different rows: a product is launched once and sold many times.

import { guessDateOrder, readDate } from '../values/read-date.ts';
import { sampledCells } from '../schema/sampled-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { FieldName } from '#core/launch/fields.ts';
import { countColumns } from '../schema/count-columns.ts';
import type { Mapping } from '../schema/mapping.ts';
import { matchHeaders } from '../schema/match-headers.ts';
import { repeatsOrders } from '../kind/kind-points.ts';
import { columnName, isNamed } from './column-name.ts';
import type { ExportFormat, LINE_FIELDS, RecognisedExport } from './export-format.ts';
import { LINE_NAMES } from './formats/plain/plain-line-names.ts';
import { written } from './formats/plain/written-names.ts';
import { recogniseExport, recognisedAs } from './recognise-export.ts';

const SALES: ExportFormat<'order-lines'> = {
  id: 'plain-sales',
  platform: '',
  kind: 'order-lines',
  signatures: [],
  unless: [
    '*launch*',
    '*release*',
    '*上新*',
    '*上架*',
    '*verkaufsstart*',
    '*lancement*',
    '*lanzamiento*',
  ],
  columns: {
    ...LINE_NAMES,
    orderedAt: [
      ...LINE_NAMES.orderedAt,
      ...written('day', 'sales day', 'week', 'week of', 'week start', 'week starting'),
      ...written('week commencing', 'week beginning', 'week ending', 'period'),
      ...[
        'tag',
        'woche',
        'kalenderwoche',
        'jour',
        'semaine',
        'día',
        'semana',
        '周',
        '日',
        '统计日期',
      ],
    ],
    quantity: [
      ...LINE_NAMES.quantity,
      ...written('units sold', 'quantity sold', 'qty sold', 'items sold', 'sold', 'sales units'),
      ...[
        'verkaufte stück',
        'verkaufte einheiten',
        'absatz',
        'unités vendues',
        'unidades vendidas',
      ],
      ...['销量', '销售件数', '支付件数', '販売数', '販売数量'],
    ],
  },
  needed: [['orderedAt'], ['productId', 'sku', 'title'], ['quantity']],
};

/** Sales under their day, which stands on the first line only: lists kept by hand are, and merged cells of workbooks. */
const BLOCKS: ExportFormat<'order-lines'> = { ...SALES, dayOnFirstLine: true };

/** Lines of receipts, each of one piece. */
const TILL: ExportFormat<'order-lines'> = {
  ...{ id: 'plain-till', platform: '', kind: 'order-lines', signatures: [] },
  unless: [...SALES.unless!, '*refund*', '*return*', '*retour*'],
  columns: {
    ...{ ...LINE_NAMES, orderedAt: SALES.columns.orderedAt!, quantity: SALES.columns.quantity! },
    orderId: [
      ...LINE_NAMES.orderId,
      ...written('transaction', 'transaction no', 'transaction number', 'receipt', 'receipt no'),
      ...written('receipt id', 'bill', 'bill no', 'bill number', 'ticket number', 'ticket no'),
      ...['bon', 'bonnr', 'bon-nr.', 'bonnummer', 'kassenbon', 'n° ticket', '小票号', '小票编号'],
    ],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'sku', 'title']],
};

/** With fewer rows, sales cannot be distinguished from launches. */
const LEAST_ROWS = 20;
/**
 * Least average number of days on which a product is sold on one channel. A launch has one day, however many variants
 * are listed.
 */
const LEAST_DAYS = 1.5;
/** Least number of rows for each that differs from the others. */
const LEAST_REPEATED = 1.25;
const LEAST_DATED = 0.6;
/** With more of them, a missing day is a gap. */
const MOST_FIRST_LINES = 0.5;
/** On receipts, products come again, or several stand on one. */
const MOST_NAMES = 0.5;
const MOST_RECEIPTS = 0.8;

/** Recognises exports by their headers, else sales by headers and first rows. Returns null for any other table. */
export function recogniseTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedExport | null {
  const known = recogniseExport(headers);
  const isOfPlatform = known !== null && known.format.platform !== '';
  if (!isOfPlatform && repeatsOrders({ headers, rows })) return null;
  return known ?? recogniseSales(headers, rows) ?? recogniseTill(headers, rows);
}

function recogniseSales(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedExport | null {
  if (rows.length < LEAST_ROWS) return null;
  const { fields } = matchHeaders(headers, rows);
  const columns = salesColumns(headers, fields);
  if (columns === null) return null;
  const found = { kind: 'order-lines', format: SALES, columns, missing: [] } as const;
  const cellsOf = (field: (typeof LINE_FIELDS)[number]): string[] =>
    sampledCells({ headers, rows }, ownValue(columns, field)?.[0] ?? '');
  const days = cellsOf('orderedAt');
  if (areDaysOfBlocks(days)) return { ...found, format: BLOCKS };
  if (!areDates(days)) return null;
  const sold = (['productId', 'sku', 'title', 'channel'] as const).map(cellsOf);
  const products = rows.map((_, row) => JSON.stringify(sold.map((cells) => cells[row])));
  const onDays = new Set(products.map((product, row) => `${product} ${days[row]}`));
  if (onDays.size >= LEAST_DAYS * new Set(products).size) return found;
  const counts = new Set([...COUNTS.map((field) => fields[field]), ...countsOf(columns)]);
  return areRepeated(headers, rows, (header) => counts.has(header)) ? found : null;
}

/** Columns in which sales of one product differ. */
const COUNTS: readonly FieldName[] = ['units', 'orders', 'revenue', 'listPrice', 'salePrice'];

function countsOf({ quantity = [], unitPrice = [], lineTotal = [] }: Columns): readonly string[] {
  return [...quantity, ...unitPrice, ...lineTotal];
}

/** Returns whether rows come again, but for their counts. Variants of a launch differ in their size or colour. */
function areRepeated(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  isCount: (header: string) => boolean,
): boolean {
  const kept = headers.map((header) => !isCount(header));
  const lines = rows.map((row) => JSON.stringify(row.filter((_, i) => kept[i])));
  return rows.length >= LEAST_REPEATED * new Set(lines).size;
}

/** Recognises receipts and orders without a number of pieces, where no other column can count pieces. */
function recogniseTill(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedExport | null {
  const found = recognisedAs(headers, TILL);
  if (found === null || rows.length < LEAST_ROWS) return null;
  const { orderId, orderedAt, productId, sku, title, quantity } = found.columns as Columns;
  const cellsOf = (names: readonly string[]) => sampledCells({ headers, rows }, names[0]!);
  if (quantity !== undefined || !areDates(cellsOf(orderedAt!))) return null;
  const comeAgain = (cells: readonly string[], most: number) =>
    new Set(cells).size <= most * cells.length;
  const isTill =
    comeAgain(cellsOf((productId ?? sku ?? title)!), MOST_NAMES) ||
    comeAgain(cellsOf(orderId!), MOST_RECEIPTS);
  if (!isTill) return null;
  const read = new Set(Object.values(found.columns as Columns).flat());
  const others = headers.filter((header) => !read.has(header));
  return countColumns(others, { headers, rows }).length > 0 ? null : found;
}

type Columns = Readonly<Partial<Record<(typeof LINE_FIELDS)[number], readonly string[]>>>;

/** Returns the columns of sales, by the names that those of launches have, too; null where they are those of launches. */
function salesColumns(headers: readonly string[], fields: Mapping['fields']): Columns | null {
  const named: Columns = recognisedAs(headers, SALES)?.columns ?? {};
  const taken = new Set(Object.values(named).flat());
  const others = Object.entries(FIELDS_OF_SALES).flatMap(([field, name]) => {
    const header = fields[name];
    return header === undefined || taken.has(header) ? [] : [[field, [header]] as const];
  });
  const isNamed = taken.size > 0;
  if (!isNamed && headers.some(namesOther)) return null;
  const ofLaunches: Columns = Object.fromEntries(others);
  const columns = { ...ofLaunches, ...named };
  const isWhole = SALES.needed.every((group) =>
    group.some((field) => Object.hasOwn(columns, field)),
  );
  return isWhole ? columns : null;
}

const FIELDS_OF_SALES = {
  ...{ orderedAt: 'launchDate', productId: 'productId', title: 'title', category: 'category' },
  ...{ brand: 'brand', channel: 'channel', quantity: 'units', unitPrice: 'listPrice' },
} as const satisfies Partial<Record<(typeof LINE_FIELDS)[number], FieldName>>;

/** Returns whether a column tells when a product came, or is one of a list of other sellers' products. */
function namesOther(header: string): boolean {
  const others = [
    ...SALES.unless!,
    '*creation*',
    '*created*',
    '*first*',
    '*available*',
    '*listed*',
  ];
  return others.some((name) => isNamed(columnName(header), columnName(name)));
}

/** Returns whether the days of sales stand above several lines each, one after another. */
function areDaysOfBlocks(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (cells[0] === '' || filled.length > MOST_FIRST_LINES * cells.length || !areDates(filled))
    return false;
  const { order } = guessDateOrder(filled);
  const days = filled.map((cell) => readDate(cell, order));
  return days.every((day, i) => i === 0 || day > days[i - 1]!);
}

function areDates(cells: readonly string[]): boolean {
  const { order } = guessDateOrder(cells);
  const dated = cells.filter((cell) => !Number.isNaN(readDate(cell, order)));
  return dated.length >= LEAST_DATED * cells.length;
}
