/**
 * Finds points on a drawing by position, however many there are. Positions are in pixels; points at NaN are left out.
 */
interface PointGrid {
  /** Indices of the points, from left to right. */
  readonly across: Uint32Array;
  /** Returns the point nearest to a position, or null if none is within reach. */
  readonly nearest: (x: number, y: number) => number | null;
}

/** Distance in pixels within which a pointer or finger selects a point. */
const REACH = 24;

/** Builds the grid of the points (xs, ys) on a drawing of this size. */
export function pointGrid(
  xs: Float64Array,
  ys: Float64Array,
  { width, height }: { width: number; height: number },
): PointGrid {
  const columns = Math.ceil(width / REACH) + 1;
  const rows = Math.ceil(height / REACH) + 1;
  const cellIn = (value: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor(value / REACH)));
  const isPlaced = (i: number) => Number.isFinite(xs[i]!) && Number.isFinite(ys[i]!);
  const cells = inBuckets(xs.length, rows * columns, (i) =>
    isPlaced(i) ? cellIn(ys[i]!, rows) * columns + cellIn(xs[i]!, columns) : -1,
  );
  const acrossPixels = Math.ceil(width) + 1;
  const across = inBuckets(xs.length, acrossPixels, (i) =>
    isPlaced(i) ? Math.min(acrossPixels - 1, Math.max(0, Math.round(xs[i]!))) : -1,
  );

  function nearest(x: number, y: number): number | null {
    let found: number | null = null;
    let least = REACH ** 2;
    const [row, column] = [cellIn(y, rows), cellIn(x, columns)];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      const start = cells.starts[r * columns + Math.max(0, column - 1)]!;
      const end = cells.starts[r * columns + Math.min(columns - 1, column + 1) + 1]!;
      for (let k = start; k < end; k++) {
        const i = cells.items[k]!;
        const distance = (xs[i]! - x) ** 2 + (ys[i]! - y) ** 2;
        if (distance >= least) continue;
        least = distance;
        found = i;
      }
    }
    return found;
  }
  return { across: across.items, nearest };
}

/** Sorts items by bucket. Returns them in that order and where each bucket starts; items of bucket −1 are left out. */
function inBuckets(itemCount: number, bucketCount: number, bucketOf: (item: number) => number) {
  const starts = new Uint32Array(bucketCount + 1);
  for (let i = 0; i < itemCount; i++) {
    const bucket = bucketOf(i);
    if (bucket >= 0) starts[bucket + 1]!++;
  }
  for (let bucket = 0; bucket < bucketCount; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const items = new Uint32Array(starts[bucketCount]!);
  for (let i = 0; i < itemCount; i++) {
    const bucket = bucketOf(i);
    if (bucket >= 0) items[next[bucket]!++] = i;
  }
  return { starts, items };
}
