import type { CodedColumn } from '../csv/coded-column.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';

/** Returns the text with the most units, ties by name; '' if no line has one. */
export function commonestText(
  { texts, codes }: CodedColumn,
  among: readonly number[],
  { quantity }: OrderLines,
): string {
  const pieces = new Map<number, number>();
  for (const line of among) {
    const code = codes[line]!;
    if (texts[code] !== '') pieces.set(code, (pieces.get(code) ?? 0) + quantity[line]!);
  }
  let best = '';
  let most = 0;
  for (const [code, count] of pieces) {
    const text = texts[code]!;
    if (count > most || (count === most && text < best)) [best, most] = [text, count];
  }
  return best;
}
