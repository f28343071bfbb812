import { codedColumn, type CodedColumn } from '#core/import/csv/coded-column.ts';
import {
  linesByOrder,
  sharedOut,
  sumsOfOrders,
  type LinesByOrder,
  type Weights,
} from './lines-by-order.ts';
import type { OrderFacts } from './order-facts.ts';
import type { OrderLines } from './order-lines.ts';
import { orderKey } from './order-key.ts';
import { paidPrices } from './paid-prices.ts';

interface JoinedLines {
  readonly lines: OrderLines;
  /** Lines whose order is not among the orders. */
  readonly unmatchedLines: number;
}

const NONE = -1;

/**
 * Completes lines with facts about their orders.
 * The moment, channel and coupon are used if the line has none of its own. A line is cancelled if it or its order is;
 * where the order left, it came back.
 * Discounts and refunds are spread over an order's lines if none of them has any.
 */
export function joinOrders(lines: OrderLines, orders: OrderFacts): JoinedLines {
  const byOrder = linesByOrder(lines.orderId);
  const entryOf = entriesOf(lines.orderId, orders);
  const entries = Int32Array.from(lines.orderId.codes, (code) => entryOf[code]!);
  const of = (sign: 'isCancelled' | 'isReturned' | 'hasLeft', line: number) =>
    orders[sign][entries[line]!] ?? 0;
  const off = entryAmounts(entries, orders.orderDiscount, byOrder);
  const back = entryAmounts(entries, orders.refunded, byOrder);
  const discount = withShares(lines.discount, off, { byOrder, weights: lines });
  const unitPrice = paidPrices({ ...lines, discount });
  const weights = { quantity: givenBack(lines, byOrder), unitPrice };
  return {
    lines: {
      ...lines,
      channel: completed(lines.channel, orders.channel, entries),
      buyer: completed(lines.buyer, orders.buyer, entries),
      coupon: completed(lines.coupon, orders.coupon, entries),
      orderedAt: lines.orderedAt.map((moment, line) =>
        Number.isNaN(moment) ? (orders.orderedAt[entries[line]!] ?? NaN) : moment,
      ),
      discount,
      refunded: withShares(lines.refunded, back, { byOrder, weights }),
      pending: lines.pending.map((isPending, line) =>
        Math.max(isPending, orders.pending[entries[line]!] ?? 0),
      ),
      backShare: lines.backShare.map((share, line) =>
        Math.max(share, of('isReturned', line), lines.isCancelled[line]! & of('hasLeft', line)),
      ),
      isCancelled: lines.isCancelled.map((isCancelled, line) =>
        of('hasLeft', line) === 1 ? 0 : isCancelled | of('isCancelled', line),
      ),
    },
    unmatchedLines: entries.reduce((count, entry) => count + (entry === NONE ? 1 : 0), 0),
  };
}

/**
 * Returns the units that may have been refunded. If lines of an order are marked as cancelled or as come back, only
 * theirs count.
 */
function givenBack(lines: OrderLines, byOrder: LinesByOrder): Float64Array {
  const marks = lines.backShare.map((share, line) => Math.max(share, lines.isCancelled[line]!));
  const marked = sumsOfOrders(marks, byOrder);
  return lines.quantity.map((pieces, line) =>
    marked[byOrder.orderOf[line]!]! > 0 && marks[line] === 0 ? 0 : pieces,
  );
}

/** Returns the entry of the order for each distinct ID of the lines. */
function entriesOf(orderId: CodedColumn, orders: OrderFacts): Int32Array {
  const { texts, codes } = orders.orderId;
  const entryOfKey = new Map<string, number>();
  codes.forEach((code, entry) => entryOfKey.set(orderKey(texts[code]!), entry));
  return Int32Array.from(orderId.texts, (text) =>
    text === '' ? NONE : (entryOfKey.get(orderKey(text)) ?? NONE),
  );
}

function entryAmounts(
  entries: Int32Array,
  amounts: Float64Array,
  { orderCount, orderOf }: LinesByOrder,
): Float64Array {
  const ofOrders = new Float64Array(orderCount);
  entries.forEach((entry, line) => {
    if (entry !== NONE) ofOrders[orderOf[line]!] = amounts[entry]!;
  });
  return ofOrders;
}

function withShares(
  own: Float64Array,
  ofOrders: Float64Array,
  { byOrder, weights }: { readonly byOrder: LinesByOrder; readonly weights: Weights },
): Float64Array {
  const known = sumsOfOrders(own, byOrder);
  const missing = ofOrders.map((amount, order) => (known[order]! > 0 ? 0 : amount));
  const shares = sharedOut(missing, byOrder, weights);
  return own.map((amount, line) => amount + shares[line]!);
}

function completed(own: CodedColumn, ofOrders: CodedColumn, entries: Int32Array): CodedColumn {
  const empty = own.texts.indexOf('');
  if (empty < 0) return own;
  return codedColumn(
    Array.from(own.codes, (code, line) => {
      const entry = entries[line]!;
      const isMissing = code === empty && entry !== NONE;
      return isMissing ? ofOrders.texts[ofOrders.codes[entry]!]! : own.texts[code]!;
    }),
  );
}
