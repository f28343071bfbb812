/** A cell by position on screen; row −1 is the header. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

interface GridView extends GridSize {
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  readonly isRightToLeft: boolean;
}

interface GridKey {
  readonly key: string;
  /** Whether Control or Command is pressed. */
  readonly withControl: boolean;
}

export const HEADER_ROW = -1;

/** Returns the cell that a key leads to, by the grid pattern of ARIA; null if the key does not move. */
export function movedBy(
  { key, withControl }: GridKey,
  { row, column }: GridCell,
  size: GridView,
): GridCell | null {
  const onward = size.isRightToLeft ? -1 : 1;
  const lastColumn = size.columnCount - 1;
  const lastRow = size.rowCount - 1;
  const moves = new Map<string, GridCell>([
    ['ArrowUp', { row: row - 1, column }],
    ['ArrowDown', { row: row + 1, column }],
    ['ArrowLeft', { row, column: column - onward }],
    ['ArrowRight', { row, column: column + onward }],
    ['Home', { row: withControl ? 0 : row, column: 0 }],
    ['End', { row: withControl ? lastRow : row, column: lastColumn }],
    ['PageUp', { row: Math.max(Math.min(row, 0), row - size.pageRows), column }],
    ['PageDown', { row: row + size.pageRows, column }],
  ]);
  const moved = moves.get(key);
  return moved ? inside(moved, size) : null;
}

/** Returns the nearest cell inside the grid, which includes the header row. */
export function inside({ row, column }: GridCell, { rowCount, columnCount }: GridSize): GridCell {
  return {
    row: Math.max(HEADER_ROW, Math.min(row, rowCount - 1)),
    column: Math.max(0, Math.min(column, columnCount - 1)),
  };
}
