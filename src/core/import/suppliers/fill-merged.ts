/** Cells of a sheet that are shown as one, which holds what the first holds. Rows and columns count from 0. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Most cells that are filled: merged cells may be claimed over a whole sheet. */
const MOST_FILLED = 1_000_000;

/**
 * Writes what merged cells hold into each of their rows, and into each of their columns where the row has other cells: a
 * line over the whole width stays one cell.
 */
export function fillMerged(
  records: readonly (readonly string[])[],
  merged: readonly MergedCells[],
): string[][] {
  const filled = records.map((record) => [...record]);
  let left = MOST_FILLED;
  for (const range of merged) {
    const text = filled[range.top]?.[range.left]?.trim() ?? '';
    const bottom = Math.min(range.bottom, filled.length - 1);
    for (let row = range.top; text !== '' && row <= bottom && left > 0; row++)
      left -= fillRow(filled[row]!, text, range);
  }
  return filled;
}

/** Returns how many cells were filled. */
function fillRow(cells: string[], text: string, { left, right }: MergedCells): number {
  const hasOthers = cells.some((cell, i) => (i < left || i > right) && cell.trim() !== '');
  const last = hasOthers ? Math.min(right, cells.length - 1) : left;
  for (let column = left; column <= last; column++)
    if ((cells[column] ?? '').trim() === '') cells[column] = text;
  return last - left + 1;
}
