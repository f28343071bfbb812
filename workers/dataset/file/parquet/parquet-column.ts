import { quoted } from '../csv-line.ts';
import type { ParquetValue } from './parquet-cells.ts';
import type { ParquetPage, ParquetPages } from './parquet-pages.ts';
import type { ParquetLeaf } from './parquet-schema.ts';

/** Cells of one column of a row group, from the first to the last. */
export class ParquetColumn {
  readonly #pages: ParquetPages;
  readonly #fullLevel: number;
  readonly #cell: (value: ParquetValue) => string;
  #page: ParquetPage | null = null;
  /** Rows and values taken from the page. */
  #row = 0;
  #value = 0;
  #rowsLeft: number;

  /** @param rowCount rows of the row group */
  constructor(pages: ParquetPages, { fullLevel, cellText }: ParquetLeaf, rowCount: number) {
    [this.#pages, this.#fullLevel, this.#rowsLeft] = [pages, fullLevel, rowCount];
    this.#cell = (value) => quoted(cellText(value));
  }

  /** Bytes in memory, roughly. */
  get heldBytes(): number {
    return this.#page?.heldBytes ?? 0;
  }

  /** Returns the next cells as they stand in a CSV. */
  async take(count: number): Promise<readonly string[]> {
    const cells: string[] = [];
    while (cells.length < count) {
      if (this.#page === null || this.#row === this.#page.rowCount) await this.#turn();
      const end = Math.min(this.#page!.rowCount, this.#row + count - cells.length);
      this.#takeRows(this.#page!, end, cells);
    }
    return cells;
  }

  #takeRows({ levels, valueAt, areCodes }: ParquetPage, end: number, cells: string[]): void {
    const { dictionary } = this.#pages;
    for (; this.#row < end; this.#row++) {
      if (levels && levels[this.#row] !== this.#fullLevel) {
        cells.push('');
        continue;
      }
      const value = valueAt(this.#value++);
      const cell = areCodes ? dictionary[value as number] : this.#cell(value);
      if (cell === undefined) throw new Error('expected a word of the dictionary, got none');
      cells.push(cell);
    }
  }

  async #turn(): Promise<void> {
    this.#page = await this.#pages.next(this.#rowsLeft, this.#cell);
    this.#rowsLeft -= this.#page.rowCount;
    [this.#row, this.#value] = [0, 0];
  }
}
