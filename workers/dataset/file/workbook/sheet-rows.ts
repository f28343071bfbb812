// Reads the rows of a sheet as its bytes come in, without a grid. One cell at the far end would make a sheet of a
// kilobyte a grid of 17 billion cells.

import { SheetCell, type Workbook } from './sheet-cell.ts';
import type { SheetFindings } from './sheet-findings.ts';
import { XmlTags } from './xml-tags.ts';

export interface SheetRow {
  /** Number of the row, from 1. */
  readonly number: number;
  /** Texts by column; undefined is empty, and the last is not. */
  readonly cells: readonly (string | undefined)[];
}

/** End of the largest sheet: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const CELL = /^[A-Z]{1,3}[1-9]\d{0,9}$/;
const LETTER_A = 0x41;
const MOST_LETTERS = 3;
const ROW = /^[1-9]\d{0,9}$/;

export class SheetRows {
  readonly #tags = new XmlTags();
  readonly #cell: SheetCell;
  readonly #findings: SheetFindings;
  #isWithin = false;
  /** Row that is open, or was the last. */
  #row = 0;
  #column = 0;
  #isCell = false;
  #cells: (string | undefined)[] = [];

  constructor(workbook: Workbook, findings: SheetFindings) {
    this.#cell = new SheetCell(workbook);
    this.#findings = findings;
  }

  /**
   * Yields the rows that hold something and end within these bytes. Throws where a position is invalid, or comes before
   * the previous one.
   */
  *read(bytes: Uint8Array): Generator<SheetRow, void> {
    const tags = this.#tags;
    tags.push(bytes);
    while (tags.next()) {
      if (tags.isNamed('sheetData')) this.#isWithin = !tags.isClosing;
      else if (!this.#isWithin) {
        if (tags.isNamed('mergeCell')) this.#findings.addMerged(tags.value('ref'));
        continue;
      } else if (!tags.isNamed('row')) this.#take(tags);
      else if (!tags.isClosing) this.#openRow(tags);
      if (!tags.isNamed('row') || !this.#ends(tags) || this.#cells.length === 0) continue;
      yield { number: this.#row, cells: this.#cells };
      this.#cells = [];
    }
  }

  #ends(tag: XmlTags): boolean {
    return tag.isClosing || tag.isSelfClosing;
  }

  #openRow(tag: XmlTags): void {
    const place = tag.value('r');
    if (place !== '' && !ROW.test(place)) throw new Error(`expected a row, got ${place}`);
    this.#turnTo(place === '' ? this.#row + 1 : Number(place), this.#row + 1);
    this.#column = 0;
    this.#cells = [];
  }

  #turnTo(row: number, least: number): void {
    if (!(row >= least && row <= LAST_ROW))
      throw new Error(`expected a row from ${least} to ${LAST_ROW}, got ${row}`);
    this.#row = row;
  }

  #take(tag: XmlTags): void {
    if (!tag.isNamed('c')) {
      if (this.#isCell) this.#cell.take(tag);
    } else if (!tag.isClosing) this.#openCell(tag);
    if (!tag.isNamed('c') || !this.#isCell || !this.#ends(tag)) return;
    this.#isCell = false;
    this.#keep(this.#cell);
  }

  #openCell(tag: XmlTags): void {
    const column = this.#columnOf(tag.value('r'));
    if (column <= this.#column || column > LAST_COLUMN)
      throw new Error(`expected a column after ${this.#column}, got ${column}`);
    this.#column = column;
    this.#isCell = true;
    this.#cell.open(tag);
  }

  /** Returns the column of a cell; without a position, the one after the previous cell. */
  #columnOf(place: string): number {
    if (place === '') return this.#column + 1;
    let [column, at] = [0, 0];
    for (; at < MOST_LETTERS && place.charCodeAt(at) >= LETTER_A; at++)
      column = 26 * column + place.charCodeAt(at) - LETTER_A + 1;
    const row = Number(place.slice(at));
    if (row !== this.#row) this.#turnTo(row, this.#row);
    if (column === 0 || !CELL.test(place)) throw new Error(`expected a cell, got ${place}`);
    return column;
  }

  #keep(cell: SheetCell): void {
    const { error, openFormula, text, currency } = cell;
    if (error !== null || openFormula !== null) {
      const place = { row: this.#row, column: this.#column };
      if (error !== null) this.#findings.addError(place, error);
      else this.#findings.addFormula(place, openFormula!);
    }
    if (text === '') return;
    this.#cells[this.#column - 1] = text;
    if (currency !== null)
      this.#findings.addMoney({ row: this.#row, column: this.#column }, currency);
  }
}
