import { cellAt, mapTexts, type CodedColumn } from '../csv/coded-column.ts';
import { readText } from '../values/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { RowKinds } from './export-format.ts';
import { takeRows } from './take-rows.ts';

export interface KindCount {
  /** Name in the file; '' if there is none. */
  readonly name: string;
  readonly rowCount: number;
}

interface RowsOfKinds {
  readonly lines: TextRows;
  readonly refunds: TextRows;
  /** Rows of other kinds, most first, then by name. */
  readonly others: readonly KindCount[];
}

/** Splits rows by kind. Without `lines` or a column of kinds, all rows are lines. */
export function rowsOfKinds(
  rows: TextRows,
  kindHeader: string | undefined,
  { lines, refunds = [] }: RowKinds = {},
): RowsOfKinds {
  const kinds = kindHeader === undefined ? undefined : rows.columns.get(kindHeader);
  if (!kinds || !lines)
    return { lines: rows, refunds: takeRows(rows, new Uint32Array()), others: [] };
  const isLine = rowsOfKind(kinds, lines);
  const isRefund = rowsOfKind(kinds, refunds);
  const places = Uint32Array.from(rows.rowNumbers.keys());
  return {
    lines: takeRows(
      rows,
      places.filter((row) => isLine[row] === 1),
    ),
    refunds: takeRows(
      rows,
      places.filter((row) => isRefund[row] === 1),
    ),
    others: kindCounts(
      kinds,
      isLine.map((flag, row) => flag | isRefund[row]!),
    ),
  };
}

/** Flags rows of one of these kinds. */
export function rowsOfKind({ texts, codes }: CodedColumn, names: readonly string[]): Uint8Array {
  const wanted = new Set(names.map(folded));
  const isIn = texts.map((text) => Number(wanted.has(folded(text))));
  return Uint8Array.from(codes, (code) => isIn[code]!);
}

function kindCounts(kinds: CodedColumn, isUsed: Uint8Array): readonly KindCount[] {
  const named = mapTexts(kinds, readText);
  const counts = new Map<string, number>();
  isUsed.forEach((flag, row) => {
    if (flag === 1) return;
    const name = cellAt(named, row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return [...counts]
    .map(([name, rowCount]) => ({ name, rowCount }))
    .toSorted((a, b) => b.rowCount - a.rowCount || (a.name < b.name ? -1 : 1));
}

function folded(text: string): string {
  return readText(text).normalize('NFKC').toLowerCase();
}
