// Joins files of one shop, given together, into its order lines, catalogue, stock and reports.

import type { Currency } from '#core/base/currency.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { CatalogueProduct } from '../platform-files/catalogue/catalogue.ts';
import type {
  ExportFormat,
  ExportKind,
  RecognisedExport,
} from '../platform-files/export-format.ts';
import type { ExportProblem } from '../platform-files/export-problem.ts';
import { exportCurrency } from './export-currency.ts';
import { fileProblems, isReadable } from './file-problems.ts';
import type { OrderReading } from '../platform-files/orders/hashed-buyers.ts';
import { joinOrders } from '../platform-files/orders/join-orders.ts';
import { joinReturns } from '../platform-files/orders/join-returns.ts';
import { linesOfOrders } from '../platform-files/orders/lines-of-orders.ts';
import { mergeLines } from '../platform-files/orders/merge-lines.ts';
import type { OrderFacts } from '../platform-files/orders/order-facts.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import { deduplicateOrders, type LineFile } from '../platform-files/orders/deduplicate-orders.ts';
import { productOfLine } from './product-of-line.ts';
import { periodAbove } from '../platform-files/period-above.ts';
import { readCatalogue } from '../platform-files/catalogue/read-catalogue.ts';
import { readOrderLines } from '../platform-files/orders/read-order-lines.ts';
import { readOrders } from '../platform-files/orders/read-orders.ts';
import { readReturns, type ReturnedPieces } from '../platform-files/orders/read-returns.ts';
import { readReport, type ShopReport } from '../platform-files/read-report.ts';
import { readStock } from '../platform-files/catalogue/read-stock.ts';
import { recordGaps, type RecordGap } from '../platform-files/orders/record-gaps.ts';
import { stockByDay, type StockOnHand } from '../platform-files/catalogue/stock-by-day.ts';
import { writesUtc } from '../platform-files/utc-moments.ts';

export interface ExportFile {
  readonly name: string;
  readonly found: RecognisedExport;
  readonly rows: TextRows;
  /** Records above the header. */
  readonly above?: readonly (readonly string[])[];
}

export interface JoinedExports {
  /** Null if no file has order lines. */
  readonly lines: OrderLines | null;
  readonly catalogue: readonly CatalogueProduct[];
  readonly onHand: StockOnHand;
  readonly reports: readonly ShopReport[];
  /** null where it is not known, or not one. */
  readonly currency: Currency | null;
  /** Gaps between the files of lines. */
  readonly gaps: readonly RecordGap[];
  readonly problems: readonly ExportProblem[];
}

/**
 * Least share of lines whose product is in the catalogue. Below it, orders and catalogue belong to different shops, as
 * deleted products alone do not explain it.
 */
const LEAST_KNOWN = 0.1;

/**
 * Joins the exports of one shop and lists their problems.
 * @param timeZone of the shop; null takes each moment as written
 * @param buyerSalt random text with which buyers are told apart; without one, they are not read
 */
export function joinExports(
  files: readonly ExportFile[],
  timeZone: string | null,
  buyerSalt?: string,
): JoinedExports {
  const choice: OrderReading = { timeZone, ...(buyerSalt !== undefined && { buyerSalt }) };
  const problems: ExportProblem[] = files.flatMap(fileProblems);
  const usable = files.filter(({ found }) => isReadable(found));
  const listed = filesOf(usable, 'catalogue').flatMap(({ rows, found }) =>
    readCatalogue(rows, found, { timeZone }),
  );
  // If several catalogues list a product, the last one is used.
  const catalogue = [...new Map(listed.map((product) => [product.productId, product])).values()];
  const lineFiles = filesOf(usable, 'order-lines').map(({ name, rows, found }) => ({
    ...{ name, format: found.format },
    lines: readOrderLines(rows, found, choice),
  }));
  const orderFiles = filesOf(usable, 'orders').map(({ rows, found }) => ({
    format: found.format,
    orders: readOrders(rows, found, choice),
  }));
  const onHand = stockByDay(
    catalogue,
    filesOf(usable, 'stock').map(({ rows, found }) => readStock(rows, found)),
  );
  const returns = filesOf(usable, 'returns').map(({ rows, found }) => readReturns(rows, found));
  const joined = joinedLines(lineFiles, orderFiles, problems);
  const lines = joined && withReturns(joined, returns, problems);
  if (lines === null) problems.push({ kind: 'no-sales' });
  else problems.push(...otherShop(lines, catalogue));
  if (timeZone === null && usable.some(({ rows, found }) => writesUtc(rows, found)))
    problems.push({ kind: 'utc-moments' });
  const reports = [...filesOf(usable, 'ads'), ...filesOf(usable, 'traffic')].map(
    ({ name: file, rows, found, above }) => ({
      ...{ file, table: readReport(rows, found, periodAbove(above)) },
    }),
  );
  const gaps = recordGaps(lineFiles.map((file) => file.lines.orderedAt));
  const currency = exportCurrency(usable.map(({ found }) => found));
  return { lines, catalogue, onHand, reports, currency, gaps, problems };
}

function filesOf<Kind extends ExportKind>(files: readonly ExportFile[], kind: Kind) {
  return files.flatMap(({ name, rows, found, above = [] }) =>
    found.kind === kind
      ? [{ name, rows, above, found: found as Extract<RecognisedExport, { kind: Kind }> }]
      : [],
  );
}

/** If no line names a channel, the channel is the platform. */
function withChannel<Table extends Pick<OrderLines, 'channel' | 'rowCount'>>(
  table: Table,
  { platform }: ExportFormat,
): Table {
  if (table.channel.texts.some((channel) => channel !== '')) return table;
  return { ...table, channel: { texts: [platform], codes: new Uint32Array(table.rowCount) } };
}

interface OrderFile {
  readonly format: ExportFormat;
  readonly orders: OrderFacts;
}

/** Joins lines and orders of all files, and adds what remains unmatched to `problems`. */
function joinedLines(
  lineFiles: readonly LineFile[],
  orderFiles: readonly OrderFile[],
  problems: ExportProblem[],
): OrderLines | null {
  if (lineFiles.length === 0) return linesOfOrdersOnly(orderFiles, problems);
  const told = deduplicateOrders(lineFiles);
  const whole = told.files.map(({ format, lines }) =>
    withChannel(
      orderFiles.reduce((all, { orders }) => joinOrders(all, orders).lines, lines),
      format,
    ),
  );
  const { lines, overlap } = mergeLines(whole);
  const lineCount = overlap + told.repeated;
  if (lineCount > 0) problems.push({ kind: 'overlap', lineCount });
  const orderless = told.files.map(({ name }, i) => ({ name, count: orderlessLines(whole[i]!) }));
  for (const { name: file, count } of orderless)
    if (count > 0) problems.push({ kind: 'lines-without-order', file, lineCount: count });
  const undated = lines.orderedAt.reduce((count, at) => count + Number(Number.isNaN(at)), 0);
  const rest = undated - orderless.reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) problems.push({ kind: 'undated-lines', lineCount: rest });
  return lines;
}

/** Counts the lines without a date and without an order that could provide one. */
function orderlessLines({ orderId: { texts, codes }, orderedAt }: OrderLines): number {
  const empty = texts.indexOf('');
  return codes.reduce(
    (count, code, line) => count + Number(code === empty && Number.isNaN(orderedAt[line]!)),
    0,
  );
}

/** Applies returns to the lines, and adds those of unknown orders to `problems`. */
function withReturns(
  lines: OrderLines,
  returns: readonly ReturnedPieces[],
  problems: ExportProblem[],
): OrderLines {
  let unmatched = 0;
  let whole = lines;
  for (const report of returns) {
    const { lines: told, unmatchedPieces } = joinReturns(whole, report);
    whole = told;
    unmatched += unmatchedPieces;
  }
  if (unmatched > 0) problems.push({ kind: 'unmatched-returns', pieceCount: unmatched });
  return whole;
}

function linesOfOrdersOnly(
  orderFiles: readonly OrderFile[],
  problems: ExportProblem[],
): OrderLines | null {
  if (orderFiles.length === 0) return null;
  const made = orderFiles.map(({ format, orders }) => linesOfOrders(withChannel(orders, format)));
  const orderCount = made.reduce((count, { leftOut }) => count + leftOut, 0);
  if (orderCount > 0) problems.push({ kind: 'orders-without-items', orderCount });
  const merged = mergeLines(made.map(({ lines }) => lines));
  return merged.lines.rowCount > 0 ? merged.lines : null;
}

function otherShop(lines: OrderLines, catalogue: readonly CatalogueProduct[]): ExportProblem[] {
  if (catalogue.length === 0 || lines.rowCount === 0) return [];
  const ids = new Set(catalogue.map(({ productId }) => productId));
  const { texts, codes } = productOfLine(lines, catalogue, 'product');
  const isKnown = texts.map((id) => ids.has(id));
  const known = codes.reduce((count, code) => count + Number(isKnown[code]), 0);
  const knownShare = known / lines.rowCount;
  return knownShare < LEAST_KNOWN ? [{ kind: 'other-shop', knownShare }] : [];
}
