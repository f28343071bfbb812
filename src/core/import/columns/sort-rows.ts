// Sorts rows by counting the ranks of their values. The sort is stable in both directions, and the slow comparison of
// texts runs only on distinct texts.

import type { Column } from './column.ts';

export type CompareTexts = (a: string, b: string) => number;

interface SortOptions {
  readonly descending: boolean;
  /** Comparison of texts, such as that of a collator for the app's language. */
  readonly compareTexts: CompareTexts;
}

const MISSING_RANK = -1;

interface Ranks {
  /** Rank of each row; −1 if its value is missing. */
  readonly ofRow: Int32Array;
  readonly count: number;
}

/**
 * Returns all rows in the order of a column. Equal values keep the order of their rows; missing ones come last in both
 * directions.
 */
export function sortedRows(
  column: Column,
  { descending, compareTexts }: SortOptions,
): Uint32Array<ArrayBuffer> {
  const ranks =
    column.kind === 'number' ? numberRanks(column.values) : textRanks(column.values, compareTexts);
  const placeOf = (rank: number): number => {
    if (rank === MISSING_RANK) return ranks.count;
    return descending ? ranks.count - 1 - rank : rank;
  };
  const nextIndex = new Uint32Array(ranks.count + 2);
  for (const rank of ranks.ofRow) nextIndex[placeOf(rank) + 1]!++;
  for (let place = 1; place < nextIndex.length; place++) nextIndex[place]! += nextIndex[place - 1]!;
  const rows = new Uint32Array(ranks.ofRow.length);
  for (let row = 0; row < rows.length; row++) rows[nextIndex[placeOf(ranks.ofRow[row]!)]!++] = row;
  return rows;
}

function numberRanks(values: Float64Array): Ranks {
  const inOrder = values.filter((value) => !Number.isNaN(value)).sort();
  const rankOf = new Map<number, number>();
  for (const value of inOrder) if (!rankOf.has(value)) rankOf.set(value, rankOf.size);
  const ofRow = Int32Array.from(values, (value) => rankOf.get(value) ?? MISSING_RANK);
  return { ofRow, count: rankOf.size };
}

/** Texts that compare as equal share a rank, even if written differently. */
function textRanks(values: readonly string[], compareTexts: CompareTexts): Ranks {
  const distinct = [...new Set(values)].filter((text) => text !== '').sort(compareTexts);
  const rankOf = new Map<string, number>();
  let rank = -1;
  distinct.forEach((text, index) => {
    if (index === 0 || compareTexts(distinct[index - 1]!, text) !== 0) rank++;
    rankOf.set(text, rank);
  });
  const ofRow = Int32Array.from(values, (text) => rankOf.get(text) ?? MISSING_RANK);
  return { ofRow, count: rank + 1 };
}
