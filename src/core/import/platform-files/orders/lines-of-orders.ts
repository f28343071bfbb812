import { numbersAt, type CodedColumn } from '#core/import/csv/coded-column.ts';
import type { OrderFacts } from './order-facts.ts';
import type { OrderLines } from './order-lines.ts';

interface OrdersAsLines {
  readonly lines: OrderLines;
  /** Orders of several products, or of unnamed ones: what each product sold is not known. */
  readonly leftOut: number;
}

/** Joins the titles of several products, but can also be part of one title. */
const JOINT = /[，；;]/;

/** Turns orders into lines where possible: orders of one product, and of a single unit whatever its title contains. */
export function linesOfOrders(orders: OrderFacts): OrdersAsLines {
  const { texts, codes } = orders.title;
  const isJoined = texts.map((text) => JOINT.test(text));
  const taken = Uint32Array.from(codes.keys()).filter((entry) => {
    const title = codes[entry]!;
    return texts[title] !== '' && (!isJoined[title] || orders.quantity[entry] === 1);
  });
  const takeTexts = (column: CodedColumn): CodedColumn => ({
    texts: column.texts,
    codes: taken.map((entry) => column.codes[entry]!),
  });
  const takeNumbers = (values: Float64Array): Float64Array => numbersAt(values, taken);
  const nothing: CodedColumn = { texts: [''], codes: new Uint32Array(taken.length) };
  const quantity = takeNumbers(orders.quantity).map((count) => (Number.isNaN(count) ? 1 : count));
  const lines: OrderLines = {
    ...{ rowCount: taken.length, orderId: takeTexts(orders.orderId) },
    ...{ productId: nothing, sku: nothing, title: takeTexts(orders.title), variant: nothing },
    ...{ category: nothing, brand: nothing },
    ...{ channel: takeTexts(orders.channel), coupon: takeTexts(orders.coupon) },
    buyer: takeTexts(orders.buyer),
    ...{ orderedAt: takeNumbers(orders.orderedAt), quantity },
    unitPrice: takeNumbers(orders.orderTotal).map((total, line) =>
      quantity[line] === 0 ? NaN : Math.abs(total / quantity[line]!),
    ),
    listPrice: new Float64Array(taken.length).fill(NaN),
    discount: takeNumbers(orders.orderDiscount),
    refunded: takeNumbers(orders.refunded),
    backShare: Float64Array.from(taken, (entry) => orders.isReturned[entry]!),
    pending: takeNumbers(orders.pending),
    isCancelled: Uint8Array.from(taken, (entry) => orders.isCancelled[entry]!),
  };
  return { lines, leftOut: orders.rowCount - taken.length };
}
