import { countCells, detectDelimiter } from './detect-delimiter.ts';

/** Text that was copied from a spreadsheet or a CSV file. */
export interface PastedTable {
  /** File extension for the text: spreadsheets copy tabs. */
  readonly ending: 'tsv' | 'csv';
  readonly type: 'text/tab-separated-values' | 'text/csv';
  readonly columnCount: number;
}

/** Number of characters that are enough to decide. The rest is read with the file. */
const LOOKED_AT = 256 * 1024;

/** Recognises a pasted table. Returns null for anything else: one cell, one row, one column, or sentences. */
export function pastedTable(text: string): PastedTable | null {
  const sample = `${text.slice(0, LOOKED_AT).replace(/\r\n?/g, '\n').trimEnd()}\n`;
  const isTabbed = sample.includes('\t');
  const counts = countCells(sample, isTabbed ? '\t' : detectDelimiter(sample));
  const columnCount = counts[0] ?? 0;
  if (counts.length < 2 || columnCount < 2) return null;
  if (!isTabbed && (counts.some((count) => count !== columnCount) || isProse(sample, columnCount)))
    return null;
  const kind = isTabbed
    ? ({ ending: 'tsv', type: 'text/tab-separated-values' } as const)
    : ({ ending: 'csv', type: 'text/csv' } as const);
  return { ...kind, columnCount };
}

/** Sentences may also have one comma each, but a space follows it. */
function isProse(sample: string, columnCount: number): boolean {
  return columnCount === 2 && !/[,;|]\S/.test(sample);
}
