// Files of one shop, given together → its lines of orders and its catalogue.

import type { TextRows } from '../csv/text-rows.ts';
import type { CatalogueProduct } from './catalogue.ts';
import type { ExportFormat, ExportKind, RecognisedExport } from './export-format.ts';
import type { ExportProblem } from './export-problem.ts';
import { joinOrders } from './join-orders.ts';
import { linesOfOrders } from './lines-of-orders.ts';
import { mergeLines } from './merge-lines.ts';
import type { OrderFacts } from './order-facts.ts';
import type { OrderLines } from './order-lines.ts';
import { ordersToldOnce, type LineFile } from './orders-told-once.ts';
import { productOfLine } from '../derivation/product-of-line.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readOrderLines } from './read-order-lines.ts';
import { readOrders } from './read-orders.ts';
import { readReport, type ShopReport } from './read-report.ts';
import { readStock } from './read-stock.ts';
import { stockOnHand, type StockOnHand } from './stock-on-hand.ts';
import { writesUtc } from './utc-moments.ts';

export interface ExportFile {
  readonly name: string;
  readonly found: RecognisedExport;
  readonly rows: TextRows;
}

export interface JoinedExports {
  /** Null where no file has any. */
  readonly lines: OrderLines | null;
  readonly catalogue: readonly CatalogueProduct[];
  readonly onHand: StockOnHand;
  readonly reports: readonly ShopReport[];
  readonly problems: readonly ExportProblem[];
}

/** Less, and orders and catalogue are of two shops; deleted products alone do not come to that. */
const LEAST_KNOWN = 0.1;

/** @param timeZone of the shop; null takes each moment as it is written */
export function joinExports(files: readonly ExportFile[], timeZone: string | null): JoinedExports {
  const problems: ExportProblem[] = files.flatMap(problemsOf);
  const usable = files.filter(({ found }) => found.missing.length === 0);
  const listed = filesOf(usable, 'catalogue').flatMap(({ rows, found }) =>
    readCatalogue(rows, found, { timeZone }),
  );
  // Of a product that several catalogues list, the last one is taken.
  const catalogue = [...new Map(listed.map((product) => [product.productId, product])).values()];
  const lineFiles = filesOf(usable, 'order-lines').map(({ rows, found }) => ({
    format: found.format,
    lines: readOrderLines(rows, found, { timeZone }),
  }));
  const orderFiles = filesOf(usable, 'orders').map(({ rows, found }) => ({
    format: found.format,
    orders: readOrders(rows, found, { timeZone }),
  }));
  const onHand = stockOnHand(
    catalogue,
    filesOf(usable, 'stock').map(({ rows, found }) => readStock(rows, found)),
  );
  const lines = joinedLines(lineFiles, orderFiles, problems);
  if (lines === null) problems.push({ kind: 'no-sales' });
  else problems.push(...otherShop(lines, catalogue));
  if (timeZone === null && usable.some(({ rows, found }) => writesUtc(rows, found)))
    problems.push({ kind: 'utc-moments' });
  const reports = [...filesOf(usable, 'ads'), ...filesOf(usable, 'traffic')].map(
    ({ name: file, rows, found }) => ({ file, table: readReport(rows, found) }),
  );
  return { lines, catalogue, onHand, reports, problems };
}

function problemsOf({ name: file, found }: ExportFile): ExportProblem[] {
  const { missing, format } = found;
  if (missing.length === 0) return [];
  return [{ kind: 'missing-columns', file, formatId: format.id, columns: missingColumns(found) }];
}

/** By the name that each is best known by. */
function missingColumns({ format, missing }: RecognisedExport): string[][] {
  const names: Readonly<Record<string, readonly string[] | undefined>> = format.columns;
  return missing.map((group) => group.map((field) => names[field]?.[0] ?? field));
}

function filesOf<Kind extends ExportKind>(files: readonly ExportFile[], kind: Kind) {
  return files.flatMap(({ name, rows, found }) =>
    found.kind === kind
      ? [{ name, rows, found: found as Extract<RecognisedExport, { kind: Kind }> }]
      : [],
  );
}

/** Where no line says by which channel it came, it is the platform. */
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

/** Notes in `problems` what is left over. */
function joinedLines(
  lineFiles: readonly LineFile[],
  orderFiles: readonly OrderFile[],
  problems: ExportProblem[],
): OrderLines | null {
  if (lineFiles.length === 0) return linesOfOrdersOnly(orderFiles, problems);
  const told = ordersToldOnce(lineFiles);
  const whole = told.files.map(({ format, lines }) =>
    withChannel(
      orderFiles.reduce((all, { orders }) => joinOrders(all, orders).lines, lines),
      format,
    ),
  );
  const { lines, overlap } = mergeLines(whole);
  const lineCount = overlap + told.repeated;
  if (lineCount > 0) problems.push({ kind: 'overlap', lineCount });
  const undated = lines.orderedAt.reduce((count, at) => count + Number(Number.isNaN(at)), 0);
  if (undated > 0) problems.push({ kind: 'undated-lines', lineCount: undated });
  return lines;
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
