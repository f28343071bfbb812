import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { Issue } from '#core/import/csv/issues.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const ERROR_CELLS = { kind: 'error-cells', severity: 'warning' } as const;
const OPEN_FORMULAS = { kind: 'formulas-not-calculated', severity: 'warning' } as const;
const CELLS_FAR_AWAY = { kind: 'cells-far-away', severity: 'warning' } as const;

/** Collects what a sheet holds and its table cannot. */
export class SheetFindings {
  readonly #log = new IssueLog();

  addError(place: CellPlace, error: string): void {
    this.#log.add(ERROR_CELLS, place.row, `${nameOf(place)}: ${error}`);
  }

  addFormula(place: CellPlace, formula: string): void {
    this.#log.add(OPEN_FORMULAS, place.row, `${nameOf(place)}: =${formula}`);
  }

  addFarAway(place: CellPlace, text: string): void {
    this.#log.add(CELLS_FAR_AWAY, place.row, `${nameOf(place)}: ${text}`);
  }

  issues(): readonly Issue[] {
    return this.#log.issues();
  }
}

/** Returns the name of the cell in a spreadsheet. */
function nameOf({ row, column }: CellPlace): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
