import {
  cellAt,
  codedColumn,
  mapTexts,
  numbersAt,
  type CodedColumn,
} from '#core/import/csv/coded-column.ts';
import { isMissing, readText } from '#core/import/values/read-text.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { cancelledOrders, pendingOrders, rowsInState } from './cancelled-orders.ts';
import { ExportCells } from '../export-cells.ts';
import type { ExportFormat, FieldsByKind, RecognisedExport } from '../export-format.ts';
import { backShares } from './back-shares.ts';
import { lineMoney, LINE_NUMBER_FIELDS } from './line-money.ts';
import { orderEnds } from './order-ends.ts';
import { hashedBuyers, type OrderReading } from './hashed-buyers.ts';
import { filledWithinOrders, linesByOrder } from './lines-by-order.ts';
import { namedRows } from '../named-rows.ts';
import { withoutNotes } from '../note-rows.ts';
import type { OrderLines } from './order-lines.ts';
import { withRefunds } from './refund-rows.ts';
import { rowsOfKinds } from '../row-kinds.ts';
import { takeLines } from './take-lines.ts';
import { orderItems } from './order-items.ts';
import { timesOfDay, wallClocks, type ClockChoice } from '../wall-clock.ts';

type LineCells = ExportCells<FieldsByKind['order-lines']>;

const PRODUCT = ['productId', 'sku', 'title'] as const;

/** Reads the order lines of a file. Rows that name no product, such as totals and footers, are left out. */
export function readOrderLines(
  fileRows: TextRows,
  { format, columns: fileColumns }: RecognisedExport & { readonly kind: 'order-lines' },
  choice: OrderReading,
): OrderLines {
  const kinds = rowsOfKinds(
    withoutNotes(fileRows, fileColumns),
    fileColumns.rowKind?.[0],
    format.rowKinds,
  );
  const hasRefundRows = format.rowKinds?.refunds !== undefined;
  const ofLines = hasRefundRows ? { ...fileColumns, refunded: [] } : fileColumns;
  const { rows, columns } = orderItems(kinds.lines, ofLines);
  const cells = new ExportCells(rows, columns, LINE_NUMBER_FIELDS);
  const onFirstLine = format.orderOnFirstLine === true;
  const orderId = onFirstLine ? continued(cells.ids('orderId')) : cells.ids('orderId');
  const byOrder = linesByOrder(orderId);
  const ofOrder = (column: CodedColumn): CodedColumn =>
    onFirstLine ? filledWithinOrders(column, byOrder) : column;
  const dayOf = format.dayOnFirstLine ? continued : ofOrder;
  const states = cells.cells('status').map((column) => ofOrder(mapTexts(column, readText)));
  const signs = { orderId, states, cancelledAt: ofOrder(cells.texts('cancelledAt')) };
  const stated = (among: readonly string[] = []) => rowsInState(states, among, cells.rowCount);
  const cameBack = stated(format.cameBack);
  const money = lineMoney(cells, { byOrder, cameBack });
  const { isCancelled, isReturned } = orderEnds({
    isClosed: cancelledOrders(signs, format),
    isPaidBack: stated(format.paidBack?.all),
    dispatched: cells.has('dispatched') ? ofOrder(cells.texts('dispatched')) : null,
  });
  const inPart = stated(format.paidBack?.some);
  const lines: OrderLines = {
    ...{ rowCount: cells.rowCount, orderId },
    ...{ productId: productIds(cells, format), sku: cells.ids('sku') },
    ...{ title: cells.texts('title'), variant: cells.names('variant') },
    ...{ category: cells.texts('category', readGroup), brand: cells.texts('brand', readGroup) },
    channel: ofOrder(cells.texts('channel')),
    coupon: ofOrder(cells.texts('coupon')),
    buyer: ofOrder(hashedBuyers(cells.ids('buyer'), choice)),
    orderedAt: momentsOf(dayOf(cells.texts('orderedAt')), ofOrder(cells.texts('orderedTime')), {
      dateOrder: format.dateOrder ?? null,
      timeZone: choice.timeZone,
    }),
    ...money,
    backShare: backShares(money, { isReturned, inPart, byOrder }),
    pending: pendingOrders(signs, format),
    isCancelled,
  };
  const named = withProduct(lines, cells);
  return hasRefundRows ? withRefunds(named, kinds.refunds, fileColumns) : named;
}

/** "None" is not a group of products. */
function readGroup(cell: string): string {
  const text = readText(cell);
  return isMissing(text) ? '' : text;
}

function productIds(
  cells: LineCells,
  { productByTitle = false }: Pick<ExportFormat, 'productByTitle'>,
): CodedColumn {
  const ids = cells.ids('productId');
  if (!productByTitle || !ids.texts.includes('')) return ids;
  const titles = cells.texts('title');
  return codedColumn(
    Array.from(ids.codes.keys(), (row) => cellAt(ids, row) || cellAt(titles, row)),
  );
}

/** A row without an ID belongs to the order above it, and one without a day to the day above it. */
function continued({ texts, codes }: CodedColumn): CodedColumn {
  const empty = texts.indexOf('');
  if (empty < 0) return { texts, codes };
  let last = empty;
  return { texts, codes: codes.map((code) => (code === empty ? last : (last = code))) };
}

function momentsOf(dates: CodedColumn, times: CodedColumn, choice: ClockChoice): Float64Array {
  const moments = wallClocks(dates.texts, choice);
  const fractions = timesOfDay(times.texts);
  return numbersAt(moments, dates.codes).map((moment, line) => {
    const fraction = fractions[times.codes[line]!]!;
    return Number.isInteger(moment) && fraction > 0 ? moment + fraction : moment;
  });
}

function withProduct(lines: OrderLines, cells: LineCells): OrderLines {
  const columns = PRODUCT.filter((field) => cells.has(field)).map((field) => lines[field]);
  if (columns.length === 0) return lines;
  const named = namedRows(columns, lines.rowCount);
  return named.length === lines.rowCount ? lines : takeLines(lines, named);
}
