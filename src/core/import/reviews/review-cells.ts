// Cells that reviews and chats read alike.

import { hasChinese } from '#core/base/text/chinese.ts';
import { cellAt, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { ExportCells } from '../platform-files/export-cells.ts';
import { isPlaceholder } from '../values/date-column.ts';
import { guessDateOrder, readDate, type DateOrder } from '../values/read-date.ts';
import { readText } from '../values/read-text.ts';
import { maskPersonal } from './mask-personal.ts';
import { handleIn, readProductId } from './product-names.ts';
import type { ReviewField } from './review-columns.ts';

/** Returns what each row calls its product, the most reliable name first, each once. */
export function productNames(cells: ExportCells<ReviewField>): (row: number) => readonly string[] {
  const columns = [
    ...[cells.texts('productId', readProductId), cells.ids('sku'), cells.ids('handle')],
    ...[cells.texts('url', handleIn), cells.texts('product')],
  ];
  return (row) => [...new Set(columns.map((column) => cellAt(column, row)))].filter(Boolean);
}

/** Returns the day of each row; NaN where there is none. The column itself decides the order of day and month, if it can. */
export function readDays({ texts, codes }: CodedColumn, fallback: DateOrder | null): Float64Array {
  const guess = guessDateOrder(texts);
  const order = guess.undecided === null ? guess.order : (fallback ?? guess.order);
  const days = Float64Array.from(texts, (text) => {
    const day = readDate(text, order);
    return isPlaceholder(day) ? NaN : day;
  });
  return numbersAt(days, codes);
}

/** Cleans what somebody wrote, without personal details. Returns '' for a marker of a missing value, such as "n/a". */
export function readFreeText(cell: string): string {
  const text = maskPersonal(cell);
  return readText(text) === '' ? '' : text;
}

const ENDS_SENTENCE = /[.!?。！？…~～]$/u;

/** Joins two texts, such as a title and what it begins, as sentences. One that begins with the first has it already. */
export function joined(title: string, text: string): string {
  if (title === '' || text === '') return title + text;
  if (text.toLowerCase().startsWith(title.replace(/(?:…|\.{3})$/u, '').toLowerCase())) return text;
  if (ENDS_SENTENCE.test(title)) return `${title} ${text}`;
  return hasChinese(title) ? `${title}。${text}` : `${title}. ${text}`;
}
