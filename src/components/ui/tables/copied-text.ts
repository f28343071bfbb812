import { CLIPBOARD, writeTable } from '#core/base/text/write-table.ts';
import type { CellRange } from './grid-cursor.svelte.ts';
import type { TableColumn } from './table-column.ts';

/** Returns tab-separated lines, as spreadsheets paste them: a block of cells, or the whole table with its headers. */
export function copiedText(
  columns: readonly TableColumn[],
  rows: Uint32Array,
  range: CellRange | null,
): string {
  const chosen = range ? columns.slice(range.firstColumn, range.lastColumn + 1) : columns;
  const chosenRows = range ? rows.subarray(range.firstRow, range.lastRow + 1) : rows;
  const lines = Array.from(chosenRows, (row) => chosen.map(({ written }) => written(row)));
  if (!range) lines.unshift(columns.map(({ header }) => header));
  return writeTable(lines, CLIPBOARD).slice(0, -CLIPBOARD.lineEnd.length);
}
