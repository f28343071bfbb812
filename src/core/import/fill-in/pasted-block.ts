// Pastes a block of cells copied from a spreadsheet into a fill-in sheet.

import { cleanCell } from '../values/read-text.ts';
import type { FillableField, FillIns } from '../recipe/fill-ins.ts';
import type { FillInSheet } from './fill-in-sheet.ts';

/**
 * Splits a copied block into rows of cells. Spreadsheets separate cells by tabs and rows by line ends. They quote cells
 * that contain either or begin with a quote.
 */
export function pastedCells(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length || rows.at(-1)!.length > 0) {
    const [, quoted, plain = '', end] = cell.exec(text)!;
    rows.at(-1)!.push(cleanCell(quoted?.replaceAll('""', '"') ?? plain));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  if (rows.at(-1)!.length === 0) rows.pop();
  return rows;
}

export interface PastedFillIns {
  readonly fillIns: FillIns;
  readonly filledCount: number;
  /** Cells of the block that were not used: the file has a value there, or the sheet ends. */
  readonly leftCount: number;
}

/** Fills in the block from a cell on, towards the end of its row and down. Its empty cells change nothing. */
export function pasteInto(
  { fields, rows }: Pick<FillInSheet, 'fields' | 'rows'>,
  at: { readonly row: number; readonly field: FillableField },
  block: readonly (readonly string[])[],
): PastedFillIns {
  const fillIns: Partial<Record<FillableField, Record<number, string>>> = {};
  const firstField = fields.indexOf(at.field);
  let [filledCount, leftCount] = [0, 0];
  block.forEach((cells, r) =>
    cells.forEach((text, c) => {
      if (text === '') return;
      const row = rows[at.row + r];
      const field = fields[firstField + c];
      if (row && field && row.cells[field].inFile === '') {
        (fillIns[field] ??= {})[row.rowNumber] = text;
        filledCount += 1;
      } else leftCount += 1;
    }),
  );
  return { fillIns, filledCount, leftCount };
}
