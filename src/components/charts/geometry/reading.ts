/** Position of a point in its drawing, in pixels. For a bar or a cell, its centre and size. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** How the points of a drawing are read one by one, with arrow keys, a pointer or a finger. */
export interface Reading {
  readonly count: number;
  /** Points per row; without it, all points are in one row. */
  readonly columns?: number;
  /** Index of the first point read. */
  readonly start: number;
  readonly placeOf: (index: number) => Place;
  readonly wordsOf: (index: number) => string;
  readonly nearest: (x: number, y: number) => number | null;
}

/** Page Up and Page Down cross a row in this many steps. */
const STEPS = 10;

/** Returns the index of the point that a key leads to, or null if the key is not for reading. */
export function readOn(
  key: string,
  at: number,
  { count, columns }: Pick<Reading, 'count' | 'columns'>,
): number | null {
  const rowLength = columns ?? count;
  const row = Math.floor(at / rowLength);
  const first = row * rowLength;
  const last = Math.min(count, first + rowLength) - 1;
  const far = Math.max(1, Math.round(rowLength / STEPS));
  const inRow = (index: number) => Math.min(last, Math.max(first, index));
  const besides = (index: number) => (index >= 0 && index < count ? index : at);
  const along = columns === undefined ? 1 : rowLength;
  const moves: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => inRow(at - 1),
    ArrowRight: () => inRow(at + 1),
    // In a single row, up means the next point, as on a slider. With several rows, it means the row above.
    ArrowUp: () => besides(columns === undefined ? at + along : at - along),
    ArrowDown: () => besides(columns === undefined ? at - along : at + along),
    PageUp: () => inRow(at + far),
    PageDown: () => inRow(at - far),
    Home: () => first,
    End: () => last,
  };
  return Object.hasOwn(moves, key) ? moves[key]!() : null;
}

/**
 * Returns the index of the value nearest to `value` in an ascending list, the lower of two equally near. null: the list
 * is empty.
 */
export function nearestIndex(ascending: ArrayLike<number>, value: number): number | null {
  if (ascending.length === 0) return null;
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  return before >= 0 && value - ascending[before]! <= ascending[low]! - value ? before : low;
}
