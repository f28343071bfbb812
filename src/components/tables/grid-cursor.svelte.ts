import { HEADER_ROW, inside, type GridCell, type GridSize } from './grid-movement.ts';

/** Cells that are copied together: rows and columns by their places on screen, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cell that has the focus, and the block of cells between it and where choosing began. */
export class GridCursor {
  readonly #size: () => GridSize;
  #cell = $state.raw<GridCell>({ row: 0, column: 0 });
  #anchor = $state.raw<GridCell | null>(null);

  constructor(size: () => GridSize) {
    this.#size = size;
  }

  /** Never outside, even where rows or columns have gone since. */
  readonly cell: GridCell = $derived.by(() => inside(this.#cell, this.#size()));

  /** What is chosen; null where it is no more than one cell. */
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

  /** Chooses all from where choosing began to this cell. The header is never chosen. */
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
