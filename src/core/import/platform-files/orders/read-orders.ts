import { mapTexts, numbersAt, type CodedColumn } from '#core/import/csv/coded-column.ts';
import { readText } from '#core/import/values/read-text.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { cancelledOrders, pendingOrders, rowsInState } from './cancelled-orders.ts';
import { ExportCells } from '../export-cells.ts';
import type { RecognisedExport } from '../export-format.ts';
import { orderEnds } from './order-ends.ts';
import type { OrderFacts } from './order-facts.ts';
import { wallClocks } from '../wall-clock.ts';
import { hashedBuyers, type OrderReading } from './hashed-buyers.ts';

const NUMBERS = {
  money: ['orderTotal', 'orderDiscount', 'refunded'],
  counts: ['quantity'],
} as const;

/**
 * Reads the orders of a file. Rows without an order ID are left out; if several have the same one, the first counts. In
 * a file without a column of them, each row is an order.
 */
export function readOrders(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'orders' },
  choice: OrderReading,
): OrderFacts {
  const cells = new ExportCells(rows, columns, NUMBERS);
  const orderId = cells.ids('orderId');
  const taken = cells.has('orderId') ? firstOfEach(orderId) : orderId.codes.map((_, row) => row);
  const takeTexts = ({ texts, codes }: CodedColumn): CodedColumn => ({
    texts,
    codes: taken.map((row) => codes[row]!),
  });
  const takeNumbers = (values: Float64Array): Float64Array => numbersAt(values, taken);
  const dates = takeTexts(cells.texts('orderedAt'));
  const moments = wallClocks(dates.texts, {
    dateOrder: format.dateOrder ?? null,
    timeZone: choice.timeZone,
  });
  const signs = {
    orderId: takeTexts(orderId),
    states: cells.cells('status').map((column) => takeTexts(mapTexts(column, readText))),
    cancelledAt: takeTexts(cells.texts('cancelledAt')),
  };
  return {
    ...{ rowCount: taken.length, orderId: signs.orderId },
    orderedAt: numbersAt(moments, dates.codes),
    title: takeTexts(cells.texts('title')),
    quantity: takeNumbers(cells.numbers('quantity')),
    orderTotal: takeNumbers(cells.numbers('orderTotal')),
    orderDiscount: takeNumbers(cells.amounts('orderDiscount')),
    refunded: takeNumbers(cells.amounts('refunded')),
    coupon: takeTexts(cells.texts('coupon')),
    channel: takeTexts(cells.texts('channel')),
    buyer: takeTexts(hashedBuyers(cells.ids('buyer'), choice)),
    pending: pendingOrders(signs, format),
    ...orderEnds({
      isClosed: cancelledOrders(signs, format),
      isPaidBack: rowsInState(signs.states, format.paidBack?.all ?? [], taken.length),
      dispatched: cells.has('dispatched') ? takeTexts(cells.texts('dispatched')) : null,
    }),
  };
}

function firstOfEach({ texts, codes }: CodedColumn): Uint32Array {
  const isSeen = new Uint8Array(texts.length);
  const empty = texts.indexOf('');
  if (empty >= 0) isSeen[empty] = 1;
  return Uint32Array.from(codes.keys()).filter((row) => {
    const code = codes[row]!;
    const isFirst = isSeen[code] === 0;
    isSeen[code] = 1;
    return isFirst;
  });
}
