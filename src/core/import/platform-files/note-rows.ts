import type { CodedColumn } from '../csv/coded-column.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import { readNumber } from '../values/read-number.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { takeRows } from './take-rows.ts';
import { wallClocks } from './wall-clock.ts';

interface LineHeaders {
  readonly orderedAt?: readonly string[];
  readonly quantity?: readonly string[];
}

/**
 * Removes rows that hold words both in the date and in the quantity column. These are notes on the columns below the
 * header, or the header repeated where files were concatenated.
 */
export function withoutNotes(rows: TextRows, { orderedAt, quantity }: LineHeaders): TextRows {
  const moments = rows.columns.get(orderedAt?.[0] ?? '');
  const counts = rows.columns.get(quantity?.[0] ?? '');
  if (!moments || !counts) return rows;
  const isNoCount = wordsOf(counts, (text) => readNumber(text, '.') === 'unreadable');
  if (!isNoCount.includes(1)) return rows;
  const clocks = wallClocks(moments.texts, { dateOrder: null, timeZone: null });
  const isNoDay = wordsOf(moments, (_, i) => Number.isNaN(clocks[i]!));
  const kept = Uint32Array.from(rows.rowNumbers.keys()).filter(
    (row) => isNoDay[moments.codes[row]!] === 0 || isNoCount[counts.codes[row]!] === 0,
  );
  return kept.length === rows.rowNumbers.length ? rows : takeRows(rows, kept);
}

/** Flags distinct texts that are not missing and cannot be read. */
function wordsOf(
  { texts }: CodedColumn,
  isUnreadable: (text: string, place: number) => boolean,
): Uint8Array {
  return Uint8Array.from(texts, (text, i) =>
    Number(!isMissing(cleanCell(text)) && isUnreadable(text, i)),
  );
}
