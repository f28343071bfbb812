import { cleanCell } from '../values/read-text.ts';

/** The largest value of a download of Google Trends. */
export const MOST_INDEX = 100;
/** Less than 1, but more than nothing. */
const BELOW_ONE = /^<\s?1\s?%?$/;
const HALF = 0.5;
const NUMBER = /^\d{1,3}(?:[.,]0*)?$/;

/** Reads an index of 0–100: "<1" is 0.5, anything else NaN. */
export function readIndex(cell: string): number {
  const text = cleanCell(cell).normalize('NFKC');
  if (BELOW_ONE.test(text)) return HALF;
  if (!NUMBER.test(text)) return NaN;
  const value = Number.parseInt(text, 10);
  return value <= MOST_INDEX ? value : NaN;
}
