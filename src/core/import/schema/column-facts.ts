// Says what each column of a file holds, so that a seller can judge whether to learn from it.

import {
  measureDecimal,
  measureRange,
  measuresOf,
  type MeasureRange,
} from '../values/read-measure.ts';
import { readText } from '../values/read-text.ts';
import { areCodes, namesCode } from './code-columns.ts';
import { isNoteHeader } from './header-score.ts';
import { sampledCells, type SampledTable } from './sampled-table.ts';
import type { Day } from '#core/base/dates.ts';

/** What the sampled rows of a column hold; shares are of rows. */
export type ColumnFacts =
  | { readonly kind: 'same'; readonly text: string; readonly share: number }
  | ({ readonly kind: 'numbers'; readonly range: MeasureRange } & Filled)
  | { readonly kind: 'dates'; readonly range: DateRange; readonly filledShare: number }
  | ({ readonly kind: 'texts'; readonly valueCount: number } & Filled);

interface Filled {
  readonly filledShare: number;
  /** Why it is not proposed; null where it is. */
  readonly lack: ColumnLack | null;
}

/**
 * Why dates are not proposed: they tell when a row was written; are known after the launch; are the launch date; follow
 * from it.
 */
export type DateLack = 'record' | 'afterwards' | 'launch-date' | 'calendar';

/**
 * Notes, or long texts; about buyers; a reduction, which is part of an action; codes; numbers that are known only after a launch
 * or change with time; texts that hardly repeat; or more columns than are proposed.
 */
export type ColumnLack =
  | 'notes'
  | 'buyers'
  | 'reduction'
  | 'code'
  | 'afterwards'
  | 'seldom'
  | 'many';

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
 * @param lacks why columns are not proposed, by header
 */
export function columnFacts(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  {
    dates = new Map(),
    lacks = new Map(),
  }: {
    readonly dates?: ReadonlyMap<string, DateRange>;
    readonly lacks?: ReadonlyMap<string, ColumnLack>;
  } = {},
): ReadonlyMap<string, ColumnFacts> {
  if (rows.length === 0) return new Map();
  return new Map(
    headers.map((header, index) => [
      header,
      factsOf(
        rows.map((row) => readText(row[index] ?? '')),
        dates.get(header),
        lacks.get(header) ?? null,
      ),
    ]),
  );
}

function factsOf(
  cells: readonly string[],
  dates: DateRange | undefined,
  lack: ColumnLack | null,
): ColumnFacts {
  const same = sameEverywhere(cells);
  if (same) return { kind: 'same', text: same.text, share: same.count / cells.length };
  const filled = cells.filter((cell) => cell !== '');
  const filledShare = filled.length / cells.length;
  if (dates) return { kind: 'dates', range: dates, filledShare };
  const distinct = new Set(filled);
  const range = measureRange(filled, measureDecimal(distinct));
  return range
    ? { kind: 'numbers', range, filledShare, lack }
    : { kind: 'texts', valueCount: distinct.size, filledShare, lack };
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

/** What of a column speaks against proposing it. */
interface Unused {
  readonly isOfBuyers: boolean;
  readonly isReduction: boolean;
  /** Whether its texts are long for a property. */
  readonly isLong: boolean;
  /** Whether it could be proposed, were there not so many. */
  readonly isOneTooMany: boolean;
}

/** Says why a column is not proposed, so that a seller who knows better can switch it on. */
export function columnLack(header: string, why: Unused, table: SampledTable): ColumnLack {
  if (why.isOneTooMany) return 'many';
  if (isNoteHeader(header)) return 'notes';
  if (why.isOfBuyers) return 'buyers';
  if (why.isReduction) return 'reduction';
  const cells = sampledCells(table, header);
  const values = measuresOf(cells, measureDecimal(new Set(cells)));
  if (values !== null) return namesCode(header) || areCodes(values) ? 'code' : 'afterwards';
  return why.isLong ? 'notes' : 'seldom';
}
