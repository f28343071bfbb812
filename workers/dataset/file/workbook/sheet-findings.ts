import type { Currency } from '#core/base/currency.ts';
import type { MergedCells } from '#core/import/suppliers/fill-merged.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { Issue } from '#core/import/csv/issues.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const ERROR_CELLS = { kind: 'error-cells', severity: 'warning' } as const;
const OPEN_FORMULAS = { kind: 'formulas-not-calculated', severity: 'warning' } as const;
const CELLS_FAR_AWAY = { kind: 'cells-far-away', severity: 'warning' } as const;

const MERGED = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;
/** Most merged cells that are kept. */
const MOST_MERGED = 50_000;

/** Rows of a column in which numbers are shown in one currency, from the first to the last. */
interface CurrencyRun {
  readonly from: number;
  to: number;
  readonly currency: Currency;
}

/** Collects what a sheet holds and its table cannot. */
export class SheetFindings {
  readonly #log = new IssueLog();
  readonly #merged: MergedCells[] = [];
  /** By column, from the top. */
  readonly #money = new Map<number, CurrencyRun[]>();

  addError(place: CellPlace, error: string): void {
    this.#log.add(ERROR_CELLS, place.row, `${nameOf(place)}: ${error}`);
  }

  addFormula(place: CellPlace, formula: string): void {
    this.#log.add(OPEN_FORMULAS, place.row, `${nameOf(place)}: =${formula}`);
  }

  addFarAway(place: CellPlace, text: string): void {
    this.#log.add(CELLS_FAR_AWAY, place.row, `${nameOf(place)}: ${text}`);
  }

  /** Adds cells that are shown as one, by their range such as A1:B3; another text is left out. */
  addMerged(range: string): void {
    const [, left, top, right, bottom] = MERGED.exec(range) ?? [];
    if (left === undefined || this.#merged.length === MOST_MERGED) return;
    this.#merged.push({
      ...{ top: Number(top) - 1, bottom: Number(bottom) - 1 },
      ...{ left: columnOf(left) - 1, right: columnOf(right!) - 1 },
    });
  }

  /** Adds a number that is shown in a currency. Rows come in order. */
  addMoney({ row, column }: CellPlace, currency: Currency): void {
    const runs = this.#money.get(column) ?? [];
    this.#money.set(column, runs);
    const last = runs.at(-1);
    if (last?.currency === currency) last.to = row;
    else runs.push({ from: row, to: row, currency });
  }

  /**
   * Returns the currency in which the last number at a place, or above it in the same table, is shown; null where none is.
   * @param since first row of the table
   */
  currencyAt({ row, column, since }: CellPlace & { readonly since: number }): Currency | null {
    const runs = this.#money.get(column) ?? [];
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.from <= row) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    return run && run.to >= since ? run.currency : null;
  }

  /** Cells that are shown as one, as far as the sheet was read. */
  merged(): readonly MergedCells[] {
    return this.#merged;
  }

  issues(): readonly Issue[] {
    return this.#log.issues();
  }
}

/** Returns the number of a column, from 1. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
}

/** Returns the name of the cell in a spreadsheet. */
function nameOf({ row, column }: CellPlace): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
