import { median } from '#core/base/statistics/statistics.ts';
import { NO_BUYER, type LoggedProduct, type SalesLog } from '#core/import/baskets/sales-log.ts';

export interface LoggedLine {
  readonly orderId: string;
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly day: number;
  readonly units: number;
  /** Of one unit. */
  readonly price: number;
}

/** Days from the log's begin in which a product's first sale is no launch. */
const BEFORE_DAYS = 90;

/** Builds a log from lines in any order; lines of a product in one order are put together. */
export function logOfLines(lines: readonly LoggedLine[]): SalesLog {
  const orders = new Map<string, LoggedLine[]>();
  for (const line of lines) {
    const known = orders.get(line.orderId);
    if (known) known.push(line);
    else orders.set(line.orderId, [line]);
  }
  const sorted = [...orders.values()].sort((a, b) => a[0]!.day - b[0]!.day);
  const products = productsOf(lines, sorted[0]![0]!.day);
  const indexOf = new Map(products.map(({ productId }, index) => [productId, index]));
  const rows = sorted.flatMap((order, index) =>
    joined(order).map((line) => ({ line, order: index })),
  );
  const count = rows.length;
  return {
    ...{ products, channels: [], orderCount: sorted.length, buyerCount: 0 },
    firstDay: sorted[0]![0]!.day,
    lastDay: sorted.at(-1)![0]!.day,
    order: Uint32Array.from(rows, ({ order }) => order),
    product: Uint32Array.from(rows, ({ line }) => indexOf.get(line.productId)!),
    buyer: new Int32Array(count).fill(NO_BUYER),
    day: Int32Array.from(rows, ({ order }) => sorted[order]![0]!.day),
    units: Float64Array.from(rows, ({ line }) => line.units),
    revenue: Float64Array.from(rows, ({ line }) => line.units * line.price),
    discountShare: new Float32Array(count).fill(NaN),
    channel: new Uint16Array(count),
  };
}

function joined(order: readonly LoggedLine[]): LoggedLine[] {
  const byProduct = new Map<string, LoggedLine>();
  for (const line of order) {
    const units = (byProduct.get(line.productId)?.units ?? 0) + line.units;
    byProduct.set(line.productId, { ...line, units });
  }
  return [...byProduct.values()];
}

function productsOf(lines: readonly LoggedLine[], firstDay: number): LoggedProduct[] {
  const byId = new Map<string, LoggedLine[]>();
  for (const line of lines) {
    const known = byId.get(line.productId);
    if (known) known.push(line);
    else byId.set(line.productId, [line]);
  }
  return [...byId].map(([productId, own]) => {
    const first = own.reduce((least, { day }) => Math.min(least, day), Infinity);
    const { title, category } = own[0]!;
    const price = median(own.map((line) => line.price));
    return {
      productId,
      title,
      category,
      price,
      firstDay: first,
      isLaunch: first >= firstDay + BEFORE_DAYS,
    };
  });
}
