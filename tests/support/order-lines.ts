import { cellAt, codedColumn } from '#core/import/csv/coded-column.ts';
import { LINE_NUMBERS, LINE_TEXTS } from '#core/import/platform-files/orders/order-line-columns.ts';
import type { OrderLines } from '#core/import/platform-files/orders/order-lines.ts';

type Texts = Readonly<Record<(typeof LINE_TEXTS)[number], string>>;
type Numbers = Readonly<Record<(typeof LINE_NUMBERS)[number], number>>;
export type OrderLine = Texts & Numbers & { readonly isCancelled: boolean };

/** One mug for 10 at noon of day 0. */
export const PLAIN_LINE: OrderLine = {
  ...{ orderId: '#1', productId: '', sku: '', title: 'Mug', variant: '', category: '', brand: '' },
  ...{ channel: '', coupon: '', orderedAt: 0.5, quantity: 1, unitPrice: 10, listPrice: NaN },
  ...{ buyer: '', discount: 0, refunded: 0, backShare: 0, pending: 0, isCancelled: false },
};

/** Builds order lines that name only what a test is about. Each is an order of its own unless it names one. */
export function orderLines(lines: readonly Partial<OrderLine>[]): OrderLines {
  const whole = lines.map((line, i) => ({ ...PLAIN_LINE, orderId: `#${i + 1}`, ...line }));
  const texts = LINE_TEXTS.map((name) => [name, codedColumn(whole.map((line) => line[name]))]);
  const numbers = LINE_NUMBERS.map((name) => [
    name,
    Float64Array.from(whole, (line) => line[name]),
  ]);
  return {
    rowCount: whole.length,
    ...Object.fromEntries([...texts, ...numbers]),
    isCancelled: Uint8Array.from(whole, (line) => Number(line.isCancelled)),
  } as OrderLines;
}

/** Returns a line as an object; a negative index counts from the end. */
export function lineAt(lines: OrderLines, line: number): OrderLine {
  const at = line < 0 ? lines.rowCount + line : line;
  return {
    ...(Object.fromEntries(LINE_TEXTS.map((name) => [name, cellAt(lines[name], at)])) as Texts),
    ...(Object.fromEntries(LINE_NUMBERS.map((name) => [name, lines[name][at]])) as Numbers),
    isCancelled: lines.isCancelled[at] === 1,
  };
}

export function allLines(lines: OrderLines): OrderLine[] {
  return Array.from({ length: lines.rowCount }, (_, line) => lineAt(lines, line));
}

export function columnTexts(column: OrderLines['title']): string[] {
  return Array.from(column.codes, (code) => column.texts[code]!);
}
