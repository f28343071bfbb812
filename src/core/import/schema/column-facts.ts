// Says what each column of a file holds, so that a seller can judge whether to learn from it.

import { measureDecimal, measureRange, type MeasureRange } from '../values/read-measure.ts';
import { readText } from '../values/read-text.ts';
import type { Day } from '#core/base/dates.ts';

/** What the sampled rows of a column hold; shares are of rows. */
export type ColumnFacts =
  | { readonly kind: 'same'; readonly text: string; readonly share: number }
  | { readonly kind: 'numbers'; readonly range: MeasureRange; readonly filledShare: number }
  | { readonly kind: 'dates'; readonly range: DateRange; readonly filledShare: number }
  | { readonly kind: 'texts'; readonly valueCount: number; readonly filledShare: number };

/**
 * Why dates are not proposed: they tell when a row was written; are known after the launch; are the launch date; follow
 * from it.
 */
export type DateLack = 'record' | 'afterwards' | 'launch-date' | 'calendar';

/** The dates of a column in the sampled rows. */
export interface DateRange {
  readonly first: Day;
  readonly last: Day;
  /** null: nothing speaks against learning from them. */
  readonly lack: DateLack | null;
}

/** In a column that is the same almost everywhere, the exceptions are too few to learn from. */
const SAME_EVERYWHERE = 0.99;

/**
 * Returns the facts by header; none where there are no rows.
 * @param dates columns of dates, by header
 */
export function columnFacts(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  dates: ReadonlyMap<string, DateRange> = new Map(),
): ReadonlyMap<string, ColumnFacts> {
  if (rows.length === 0) return new Map();
  return new Map(
    headers.map((header, index) => [
      header,
      factsOf(
        rows.map((row) => readText(row[index] ?? '')),
        dates.get(header),
      ),
    ]),
  );
}

function factsOf(cells: readonly string[], dates: DateRange | undefined): ColumnFacts {
  const same = sameEverywhere(cells);
  if (same) return { kind: 'same', text: same.text, share: same.count / cells.length };
  const filled = cells.filter((cell) => cell !== '');
  const filledShare = filled.length / cells.length;
  if (dates) return { kind: 'dates', range: dates, filledShare };
  const distinct = new Set(filled);
  const range = measureRange(filled, measureDecimal(distinct));
  return range
    ? { kind: 'numbers', range, filledShare }
    : { kind: 'texts', valueCount: distinct.size, filledShare };
}

/** Returns the text that nearly all cells have, and how many; null where they vary. '' is a text like any other. */
export function sameEverywhere(
  cells: readonly string[],
): { readonly text: string; readonly count: number } | null {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  for (const [text, count] of counts)
    if (count >= SAME_EVERYWHERE * cells.length) return { text, count };
  return null;
}
