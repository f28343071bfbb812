// Inputs of boosted trees as bins: a split is sought between bins only, which is what makes trees fast (Ke et al. 2017, LightGBM).

import { quantileOfSorted } from '../statistics.ts';

export const MAX_BINS = 64;

/** Bin of every value: that of v is the number of its column's edges that are at most v. */
export interface BinnedRows {
  readonly rowCount: number;
  /** Per column, ascending: between any two neighbouring bins. Empty where all values are equal. */
  readonly edges: readonly Float32Array[];
  /** [columns, rows] */
  readonly bins: Uint8Array;
  /** Where a column's bins begin among those of all columns; one entry more than columns. */
  readonly starts: Int32Array;
  /** Per row, the bins (counted over all columns) of the values that are not their column's usual one. */
  readonly unusual: readonly Int32Array[];
  /** Per column, its commonest bin, counted over all columns. Most inputs are 0 in most rows, and need not be walked. */
  readonly usual: Int32Array;
}

/** x: [rows, columns] row-major, finite. */
export function binRows(x: Float32Array, rowCount: number): BinnedRows {
  const columnCount = x.length / rowCount;
  const edges: Float32Array[] = [];
  const bins = new Uint8Array(columnCount * rowCount);
  const starts = new Int32Array(columnCount + 1);
  const usual = new Int32Array(columnCount);
  const unusual = Array.from({ length: rowCount }, (): number[] => []);
  for (let j = 0; j < columnCount; j++) {
    const values = Float32Array.from({ length: rowCount }, (_, i) => x[i * columnCount + j]!);
    const own = edgesOf(values);
    const counts = new Uint32Array(own.length + 1);
    values.forEach((value, i) => {
      const bin = binOf(own, value);
      bins[j * rowCount + i] = bin;
      counts[bin] = counts[bin]! + 1;
    });
    const commonest = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
    usual[j] = starts[j]! + commonest;
    unusual.forEach((row, i) => {
      const bin = bins[j * rowCount + i]!;
      if (bin !== commonest) row.push(starts[j]! + bin);
    });
    starts[j + 1] = starts[j]! + counts.length;
    edges.push(own);
  }
  return {
    rowCount,
    edges,
    bins,
    starts,
    unusual: unusual.map((row) => Int32Array.from(row)),
    usual,
  };
}

/** Half-way between neighbouring values, or between quantiles where there are many. */
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
