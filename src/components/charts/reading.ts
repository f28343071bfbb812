/** Where a point lies in its drawing, in pixels; a bar or a cell also has a size, and lies in the middle of it. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** How the points of a drawing are read one by one, with arrows, a pointer or a finger. */
export interface Reading {
  readonly count: number;
  /** Points stand in rows of so many; without it, in one row. */
  readonly columns?: number;
  /** Where reading begins. */
  readonly start: number;
  readonly placeOf: (index: number) => Place;
  readonly wordsOf: (index: number) => string;
  readonly nearest: (x: number, y: number) => number | null;
}

/** Keys that move further than one point go through the data in so many steps. */
const STEPS = 10;

/** The point that a key leads to, or null where the key is not for reading. */
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
    // As on any slider, up is more; over rows, up is the row above.
    ArrowUp: () => besides(columns === undefined ? at + along : at - along),
    ArrowDown: () => besides(columns === undefined ? at - along : at + along),
    PageUp: () => inRow(at + far),
    PageDown: () => inRow(at - far),
    Home: () => first,
    End: () => last,
  };
  return Object.hasOwn(moves, key) ? moves[key]!() : null;
}

/** The position in an ascending list that lies nearest to a value; null in an empty one. */
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
