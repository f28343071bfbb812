import { numbersAt, type CodedColumn } from '#core/import/csv/coded-column.ts';
import { LINE_NUMBERS, LINE_TEXTS } from './order-line-columns.ts';
import type { OrderLines } from './order-lines.ts';

type LineTexts = Record<(typeof LINE_TEXTS)[number], CodedColumn>;
type LineNumbers = Record<(typeof LINE_NUMBERS)[number], Float64Array>;

/** Returns the lines at these indices, in that order. */
export function takeLines(lines: OrderLines, taken: Uint32Array): OrderLines {
  const texts = LINE_TEXTS.map((name) => [name, takeTexts(lines[name], taken)] as const);
  const numbers = LINE_NUMBERS.map((name) => [name, numbersAt(lines[name], taken)] as const);
  return {
    rowCount: taken.length,
    ...(Object.fromEntries(texts) as LineTexts),
    ...(Object.fromEntries(numbers) as LineNumbers),
    isCancelled: Uint8Array.from(taken, (line) => lines.isCancelled[line]!),
  };
}

function takeTexts({ texts, codes }: CodedColumn, taken: Uint32Array): CodedColumn {
  return { texts, codes: taken.map((line) => codes[line]!) };
}
