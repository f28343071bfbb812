import type { CodedColumn } from '#core/import/csv/coded-column.ts';

/** Which lines belong to the same order. */
export interface LinesByOrder {
  readonly orderCount: number;
  /** Order of each line. A line without an order ID is an order of its own. */
  readonly orderOf: Uint32Array;
}

/** Groups lines by their order ID. */
export function linesByOrder({ texts, codes }: CodedColumn): LinesByOrder {
  const nameless = texts.indexOf('');
  let orderCount = texts.length;
  const orderOf = codes.map((code) => (code === nameless ? orderCount++ : code));
  return { orderCount, orderOf };
}

/** Fills empty cells with the first text on any line of the same order. */
export function filledWithinOrders(
  { texts, codes }: CodedColumn,
  { orderCount, orderOf }: LinesByOrder,
): CodedColumn {
  const empty = texts.indexOf('');
  if (empty < 0) return { texts, codes };
  const firstOf = new Uint32Array(orderCount).fill(empty);
  codes.forEach((code, line) => {
    if (firstOf[orderOf[line]!] === empty) firstOf[orderOf[line]!] = code;
  });
  return {
    texts,
    codes: codes.map((code, line) => (code === empty ? firstOf[orderOf[line]!]! : code)),
  };
}

/**
 * Returns the amount of each order. One that is on a single line, or the same on every line, counts once; different
 * amounts add up. 0 if there is none.
 */
export function amountsOfOrders(
  onLines: Float64Array,
  { orderCount, orderOf }: LinesByOrder,
): Float64Array {
  const amounts = new Float64Array(orderCount);
  const lineCounts = new Uint32Array(orderCount);
  const firsts = new Float64Array(orderCount).fill(NaN);
  const isRepeated = new Uint8Array(orderCount).fill(1);
  onLines.forEach((value, line) => {
    const order = orderOf[line]!;
    const amount = Math.abs(value) || 0;
    amounts[order]! += amount;
    lineCounts[order]! += 1;
    if (lineCounts[order] === 1) firsts[order] = amount;
    else if (firsts[order] !== amount) isRepeated[order] = 0;
  });
  return amounts.map((amount, order) => (isRepeated[order] ? firsts[order]! || 0 : amount));
}

export interface Weights {
  readonly quantity: Float64Array;
  readonly unitPrice: Float64Array;
}

/**
 * Spreads amounts of orders over their lines in proportion to the money paid. If a price is not known, units decide; if
 * those are not known either, the split is even. Returned units take part only if the order has no others.
 */
export function sharedOut(
  amounts: Float64Array,
  { orderCount, orderOf }: LinesByOrder,
  { quantity, unitPrice }: Weights,
): Float64Array {
  if (amounts.every((amount) => amount === 0)) return new Float64Array(orderOf.length);
  const sold = new Uint8Array(orderCount);
  quantity.forEach((pieces, line) => {
    if (pieces > 0) sold[orderOf[line]!] = 1;
  });
  const pieces = quantity.map((count, line) =>
    count < 0 && sold[orderOf[line]!] === 1 ? 0 : Math.abs(count),
  );
  const money = pieces.map((count, line) => count * Math.abs(unitPrice[line]!));
  const weights = [money, pieces, new Float64Array(orderOf.length).fill(1)];
  const sums = weights.map((weight) => sumsOfOrders(weight, { orderCount, orderOf }));
  return money.map((_, line) => {
    const order = orderOf[line]!;
    const amount = amounts[order]!;
    if (amount === 0) return 0;
    const usable = sums.findIndex((sum) => sum[order]! > 0);
    return (amount * weights[usable]![line]!) / sums[usable]![order]!;
  });
}

/** Sums the values of each order's lines. NaN if any line's value is. */
export function sumsOfOrders(
  onLines: Float64Array,
  { orderCount, orderOf }: LinesByOrder,
): Float64Array {
  const sums = new Float64Array(orderCount);
  onLines.forEach((value, line) => {
    sums[orderOf[line]!]! += value;
  });
  return sums;
}
