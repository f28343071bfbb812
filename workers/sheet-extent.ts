// How far the cells of a sheet reach, before a grid is built that reaches as far: one cell at the far end makes a sheet of a
// kilobyte a grid of 17 thousand million cells.

import { AppError } from '#core/errors.ts';
import { XmlTags } from './xml-tags.ts';

export interface SheetExtent {
  /** Rows and columns up to the last cell that holds something. */
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold something. */
  readonly filled: number;
}

/** A sheet of spreadsheets ends there: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** A sheet that is small enough to be unpacked fills no more, so that most of what is above is empty. */
const MOST_GRID_CELLS = 16_000_000;
/** As many columns are read at most, so that a cell beyond is what lies far away. */
const MANY_COLUMNS = 1_000;
const CELL = /^([A-Z]{1,3})([1-9]\d{0,9})$/;
const ROW = /^[1-9]\d{0,9}$/;

/** @returns null where the sheet says of a cell or row that it is somewhere that is nowhere */
export function sheetExtent(bytes: Uint8Array, sheet: string): SheetExtent | null {
  const tracker = new ExtentTracker(sheet);
  const tags = new XmlTags(bytes);
  while (tags.next()) if (!tags.isClosing && !tracker.take(tags)) return null;
  return tracker.extent();
}

class ExtentTracker {
  readonly #sheet: string;
  #row = 0;
  /** The one that is open, as long as nothing was found in it. */
  #cell: { readonly name: string; readonly row: number; readonly column: number } | null = null;
  #rows = 0;
  #columns = 0;
  #filled = 0;
  #lowest = '';
  #rightmost = '';

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Throws AppError cell-far-away. */
  take(tag: XmlTags): boolean {
    if (tag.isNamed('row')) return this.#openRow(tag);
    if (tag.isNamed('c')) return this.#openCell(tag);
    const holds = (tag.isNamed('v') || tag.isNamed('t')) && tag.isFilled;
    if (this.#cell && holds) this.#fill(this.#cell);
    return true;
  }

  extent(): SheetExtent {
    return { rows: this.#rows, columns: this.#columns, filled: this.#filled };
  }

  #openRow(tag: XmlTags): boolean {
    this.#cell = null;
    const places = tag.values('r');
    if (!places.every((place) => ROW.test(place))) return false;
    this.#row = Math.max(0, ...places.map(Number));
    if (this.#row > LAST_ROW) throw this.#farAway(`A${this.#row}`);
    return true;
  }

  #openCell(tag: XmlTags): boolean {
    this.#cell = null;
    for (const name of tag.values('r')) {
      const [, letters, digits] = CELL.exec(name) ?? [];
      if (letters === undefined) return false;
      const [row, column] = [Number(digits), columnNumber(letters)];
      if (row > LAST_ROW || column > LAST_COLUMN) throw this.#farAway(name);
      this.#cell = { name, row: Math.max(row, this.#row), column };
    }
    return true;
  }

  #fill({ name, row, column }: { name: string; row: number; column: number }): void {
    this.#cell = null;
    this.#filled += 1;
    if (row > this.#rows) [this.#rows, this.#lowest] = [row, name];
    if (column > this.#columns) [this.#columns, this.#rightmost] = [column, name];
    if (this.#rows * this.#columns <= MOST_GRID_CELLS) return;
    throw this.#farAway(this.#columns > MANY_COLUMNS ? this.#rightmost : this.#lowest);
  }

  #farAway(cell: string): AppError {
    const message = `expected cells near to each other in sheet ${this.#sheet}, got one at ${cell}`;
    return new AppError('cell-far-away', message, { cell, sheet: this.#sheet });
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = 26 * number + letters.charCodeAt(i) - 64;
  return number;
}
