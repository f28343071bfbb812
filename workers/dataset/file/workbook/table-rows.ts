// Returns the rows of the table in a sheet without the few cells that lie far from it. Such cells are notes at the end
// of the sheet, or slips of a key.

import { MOST_COLUMNS } from '#core/import/csv/most-columns.ts';
import type { SheetFindings } from './sheet-findings.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Empty rows or columns beyond which a cell is far. */
const FAR_ROWS = 1_000;
const FAR_COLUMNS = 100;
/** Most rows that are stray; more are a table. */
const MOST_STRAY_ROWS = 5;

export class TableRows {
  readonly #findings: SheetFindings;
  /** Last row and last column of the table so far. */
  #row = 0;
  #column = 0;
  /** Rows after a gap, while they are few. */
  #waiting: SheetRow[] = [];

  constructor(findings: SheetFindings) {
    this.#findings = findings;
  }

  /** Returns the rows that are now known to belong to the table. */
  take(row: SheetRow): readonly SheetRow[] {
    const near = this.#near(row);
    if (near.cells.length === 0) return [];
    const isFar = this.#row > 0 && near.number - this.#row > FAR_ROWS;
    if (!isFar) return this.#kept([near]);
    this.#waiting.push(near);
    return this.#waiting.length > MOST_STRAY_ROWS ? this.#kept(this.#waiting.splice(0)) : [];
  }

  /** Ends the table: rows that still wait are noted as far away. */
  end(): void {
    for (const { number, cells } of this.#waiting.splice(0))
      cells.forEach((text, place) => {
        if (text) this.#findings.addFarAway({ row: number, column: place + 1 }, text);
      });
  }

  #kept(rows: readonly SheetRow[]): readonly SheetRow[] {
    for (const { number, cells } of rows) {
      this.#row = number;
      this.#column = Math.max(this.#column, cells.length);
    }
    return rows;
  }

  /** Drops cells that lie far to the right, and notes them; the first MOST_COLUMNS columns always count as near. */
  #near(row: SheetRow): SheetRow {
    if (row.cells.length <= MOST_COLUMNS) return row;
    let last = Math.max(this.#column, MOST_COLUMNS);
    let length = 0;
    row.cells.forEach((text, place) => {
      const column = place + 1;
      const isFar = column > last + FAR_COLUMNS;
      if (text && isFar) this.#findings.addFarAway({ row: row.number, column }, text);
      if (!text || isFar) return;
      length = column;
      last = Math.max(last, column);
    });
    return { number: row.number, cells: row.cells.slice(0, length) };
  }
}
