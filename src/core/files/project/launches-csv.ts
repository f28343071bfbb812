// Writes launches as a readable table, in addition to the columns that are read back. Dates are ISO dates, unknown
// values are empty, and no text can run as a formula in a spreadsheet.

import type { WrittenCell } from '#core/base/text/inert-cell.ts';
import { writeTable } from '#core/base/text/write-table.ts';
import { isoDate } from '#core/base/dates.ts';
import type { FiledColumn } from './project-records.ts';

/**
 * Returns the CSV text.
 * @param columns the same part of every column that is not empty, in output order
 */
export function launchesCsv(columns: readonly FiledColumn[]): string {
  const rowCount = columns[0]?.values.length ?? 0;
  const lines: WrittenCell[][] = [columns.map(({ name }) => headerOf(name))];
  for (let row = 0; row < rowCount; row++) lines.push(columns.map((column) => cellAt(column, row)));
  return writeTable(lines);
}

function headerOf(name: string): string {
  return name === 'launchDay' ? 'launchDate' : name.replace(/^attribute:/, '');
}

function cellAt({ name, values }: FiledColumn, row: number): WrittenCell {
  const value = values[row] ?? null;
  if (typeof value !== 'number') return value === '' ? null : value;
  if (!Number.isFinite(value)) return null;
  return name === 'launchDay' ? isoDate(value) : value;
}
