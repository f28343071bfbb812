import { HEADER_ROW, inside, type GridCell, type GridSize } from './grid-movement.ts';

/** A block of selected cells: rows and columns by position on screen, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The focused cell, and the selection between it and the cell where selecting began. */
export class GridCursor {
  readonly #size: () => GridSize;
  #cell = $state.raw<GridCell>({ row: 0, column: 0 });
  #anchor = $state.raw<GridCell | null>(null);

  constructor(size: () => GridSize) {
    this.#size = size;
  }

  /** The focused cell, always inside the grid, even after rows or columns are removed. */
  readonly cell: GridCell = $derived.by(() => inside(this.#cell, this.#size()));

  /** The selection; null if it is a single cell. */
  readonly range: CellRange | null = $derived.by(() => {
    if (!this.#anchor || this.cell.row === HEADER_ROW) return null;
    const from = inside(this.#anchor, this.#size());
    const to = this.cell;
    const range = {
      firstRow: Math.max(0, Math.min(from.row, to.row)),
      lastRow: Math.max(from.row, to.row),
      firstColumn: Math.min(from.column, to.column),
      lastColumn: Math.max(from.column, to.column),
    };
    return cellCount(range) > 1 ? range : null;
  });

  moveTo(cell: GridCell): void {
    this.#cell = cell;
    this.#anchor = null;
  }

  /** Extends the selection to this cell. The header is never selected. */
  extendTo(cell: GridCell): void {
    this.#anchor ??= this.cell;
    this.#cell = { row: Math.max(0, cell.row), column: cell.column };
  }

  chooseRow(): void {
    const { row } = this.cell;
    this.#anchor = { row, column: 0 };
    this.#cell = { row, column: this.#size().columnCount - 1 };
  }

  chooseAll(): void {
    const { rowCount, columnCount } = this.#size();
    this.#anchor = { row: rowCount - 1, column: columnCount - 1 };
    this.#cell = { row: 0, column: 0 };
  }

  release(): void {
    this.#anchor = null;
  }
}

export function cellCount({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

export function isInRange(range: CellRange | null, row: number, column: number): boolean {
  if (!range) return false;
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}
