import Papa from 'papaparse';
import { inertCell, type WrittenCell } from './inert-cell.ts';

export const FILE = { delimiter: ',', lineEnd: '\r\n' } as const;
/** As spreadsheets paste it. */
export const CLIPBOARD = { delimiter: '\t', lineEnd: '\n' } as const;

/** Lines of delimited text (RFC 4180), each with its end; null is an empty cell, and no cell is one that a spreadsheet would run. */
export function writeTable(
  rows: readonly (readonly WrittenCell[])[],
  { delimiter, lineEnd }: typeof FILE | typeof CLIPBOARD = FILE,
): string {
  if (rows.length === 0) return '';
  const inert = rows.map((row) => row.map(inertCell));
  return `${Papa.unparse(inert, { delimiter, newline: lineEnd })}${lineEnd}`;
}
