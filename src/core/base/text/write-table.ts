import Papa from 'papaparse';
import { inertCell, type WrittenCell } from './inert-cell.ts';

export const FILE = { delimiter: ',', lineEnd: '\r\n' } as const;
/** Tab-separated, as spreadsheets paste it. */
export const CLIPBOARD = { delimiter: '\t', lineEnd: '\n' } as const;

/**
 * Writes lines of delimited text (RFC 4180), each with a line end. null gives an empty cell. No cell can run as a
 * formula.
 */
export function writeTable(
  rows: readonly (readonly WrittenCell[])[],
  { delimiter, lineEnd }: typeof FILE | typeof CLIPBOARD = FILE,
): string {
  if (rows.length === 0) return '';
  const inert = rows.map((row) => row.map(inertCell));
  return `${Papa.unparse(inert, { delimiter, newline: lineEnd })}${lineEnd}`;
}
