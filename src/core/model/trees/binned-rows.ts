// Inputs of boosted trees as bins: splits are sought between bins only, which makes trees fast (Ke et al. 2017,
// LightGBM).

import { quantileOfSorted } from '#core/base/statistics/statistics.ts';

/** Most bins of a column. */
export const MAX_BINS = 64;

export interface BinnedRows {
  readonly rowCount: number;
  readonly columns: readonly BinnedColumn[];
}

/** The bin of every value of a column: that of v is the number of edges that are at most v. */
export interface BinnedColumn {
  /** Edges between neighbouring bins, ascending. Empty where all values are equal. */
  readonly edges: Float32Array;
  /** [rows] */
  readonly bins: Uint8Array;
  /** Most common bin. Most inputs are 0 in most rows, which can then be skipped. */
  readonly usual: number;
  /** Rows of other bins, ascending. */
  readonly unusualRows: Uint32Array;
}

/**
 * Bins all columns of a matrix.
 * @param x [rows, columns], row-major, finite
 */
export function binRows(x: Float32Array, rowCount: number): BinnedRows {
  const count = x.length / rowCount;
  const columns = Array.from({ length: rowCount > 0 ? count : 0 }, (_, column) => {
    const values = new Float32Array(rowCount).map((_value, row) => x[row * count + column]!);
    return binColumn(values);
  });
  return { rowCount, columns };
}

function binColumn(values: Float32Array): BinnedColumn {
  const edges = edgesOf(values);
  const bins = new Uint8Array(values.length);
  const counts = new Uint32Array(edges.length + 1);
  values.forEach((value, row) => {
    const bin = binOf(edges, value);
    bins[row] = bin;
    counts[bin] = counts[bin]! + 1;
  });
  const usual = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
  const unusualRows = new Uint32Array(values.length - counts[usual]!);
  let found = 0;
  bins.forEach((bin, row) => {
    if (bin !== usual) unusualRows[found++] = row;
  });
  return { edges, bins, usual, unusualRows };
}

/** Returns the midpoints between neighbouring values, or quantiles where more than MAX_BINS values are distinct. */
function edgesOf(values: Float32Array): Float32Array {
  const sorted = values.slice().sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= MAX_BINS)
    return distinct.slice(1).map((value, k) => (value + distinct[k]!) / 2);
  const cuts = Float32Array.from({ length: MAX_BINS - 1 }, (_, k) =>
    quantileOfSorted(sorted, (k + 1) / MAX_BINS),
  );
  return cuts.filter((cut, k) => cut > sorted[0]! && (k === 0 || cut !== cuts[k - 1]));
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
