import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';

/** Runs a generator to its end and returns its result. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A log of orders, one a day unless `dayOf` says otherwise; orders without products leave no lines. */
export function logOfBaskets(
  orders: readonly (readonly number[])[],
  productCount: number,
  dayOf = (order: number): number => order,
): SalesLog {
  const lines = orders.flatMap((products, order) =>
    [...new Set(products)].map((product) => ({ order, product, day: dayOf(order) })),
  );
  const products = Array.from({ length: productCount }, (_, p) => ({
    ...{ productId: `p${p}`, title: `Thing ${p}`, category: p % 2 ? 'odd' : 'even' },
    ...{ price: 5, firstDay: 0, isLaunch: false },
  }));
  return {
    ...{ products, channels: [], orderCount: orders.length, buyerCount: 0 },
    firstDay: 0,
    lastDay: dayOf(Math.max(0, orders.length - 1)),
    order: Uint32Array.from(lines, ({ order }) => order),
    product: Uint32Array.from(lines, ({ product }) => product),
    buyer: new Int32Array(lines.length).fill(NO_BUYER),
    day: Int32Array.from(lines, ({ day }) => day),
    units: new Float64Array(lines.length).fill(1),
    revenue: new Float64Array(lines.length).fill(5),
    discountShare: new Float32Array(lines.length).fill(NaN),
    channel: new Uint16Array(lines.length),
  };
}
