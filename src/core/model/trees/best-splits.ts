// Finds the best split of every node in one level of a tree from histograms of the slopes. It goes column by column, so
// that one column's histograms stay in cache while its rows are read.

import { MAX_BINS, type BinnedColumn, type BinnedRows } from './binned-rows.ts';

/**
 * First derivative of each row's loss, and the second, which is its weight. Both are 0 for rows that a tree does not
 * see.
 */
export interface Slopes {
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

export interface Split {
  readonly column: number;
  /** Last bin that goes left. */
  readonly bin: number;
}

/** The nodes of a level, numbered from 0, with their rows. */
export interface Level {
  readonly width: number;
  readonly nodeOfRow: Int32Array;
  readonly slopes: Slopes;
}

/** Finds the best splits of levels, all over the same rows. */
export interface SplitFinder {
  /** @param columns numbers of the columns that may be split */
  bestSplits(level: Level, columns: readonly number[]): (Split | null)[];
}

/** Returns a faster implementation than the one here, with the same splits; null where there is none. */
export type OpenSplitFinder = (rows: BinnedRows, limits: SplitLimits) => SplitFinder | null;

/** Least gain of a split; anything less is rounding. */
export const LEAST_GAIN = 1e-6;

/**
 * Returns for each node the split that lowers the loss most: G²/(H + λ) of left and right, less that of the whole node
 * (Chen and Guestrin 2016). null where none does.
 * @param asked `columns` lists those that may be split; `leafPenalty` is λ
 */
export function bestSplits(
  rows: BinnedRows,
  level: Level,
  asked: SplitLimits & { readonly columns: readonly number[] },
): (Split | null)[] {
  const { width } = level;
  const search = new SplitSearch(level, asked);
  const splits = Array<Split | null>(width).fill(null);
  for (const column of asked.columns) {
    search.fill(rows.columns[column]!);
    for (let node = 0; node < width; node++) {
      const bin = search.betterBin(node);
      if (bin >= 0) splits[node] = { column, bin };
    }
  }
  return splits;
}

export interface SplitLimits {
  readonly minLeafWeight: number;
  readonly leafPenalty: number;
}

/**
 * Searches columns one after another. Holds the best gain so far in each node and the histograms of the current column.
 */
class SplitSearch {
  readonly #level: Level;
  readonly #limits: SplitLimits;
  /** Sums over each whole node. */
  readonly #nodes: Slopes;
  readonly #gains: Float64Array;
  /** Sums over the rows outside the column's usual bin, [nodes, bins]. */
  readonly #sums: Slopes;
  #bins = 0;
  #usual = 0;

  constructor(level: Level, limits: SplitLimits) {
    const { width } = level;
    this.#level = level;
    this.#limits = limits;
    this.#nodes = slopesOfNodes(level);
    this.#gains = new Float64Array(width).fill(LEAST_GAIN);
    this.#sums = zeroSums(width * MAX_BINS);
  }

  fill({ edges, bins, usual, unusualRows }: BinnedColumn): void {
    const { gradient, weight } = this.#sums;
    const { nodeOfRow, width } = this.#level;
    const { gradient: ofRow, weight: weightOfRow } = this.#level.slopes;
    const binCount = edges.length + 1;
    this.#bins = binCount;
    this.#usual = usual;
    gradient.fill(0, 0, width * binCount);
    weight.fill(0, 0, width * binCount);
    for (const row of unusualRows) {
      const at = nodeOfRow[row]! * binCount + bins[row]!;
      gradient[at] = gradient[at]! + ofRow[row]!;
      weight[at] = weight[at]! + weightOfRow[row]!;
    }
  }

  /** Returns the last bin that goes left; −1 where no split gains more than the best so far. */
  betterBin(node: number): number {
    const { gradient, weight } = this.#sums;
    const { minLeafWeight, leafPenalty } = this.#limits;
    const g = this.#nodes.gradient[node]!;
    const h = this.#nodes.weight[node]!;
    if (h < 2 * minLeafWeight) return -1;
    const usual = this.#usual;
    const from = node * this.#bins;
    const last = this.#bins - 1;
    let otherGradient = 0;
    let otherWeight = 0;
    for (let at = from; at <= from + last; at++) {
      otherGradient += gradient[at]!;
      otherWeight += weight[at]!;
    }
    // Any split leaves one side with only these rows.
    if (otherWeight < minLeafWeight) return -1;
    const whole = (g * g) / (h + leafPenalty);
    let best = -1;
    let leftGradient = 0;
    let leftWeight = 0;
    for (let bin = 0; bin < last; bin++) {
      leftGradient += bin === usual ? g - otherGradient : gradient[from + bin]!;
      leftWeight += bin === usual ? h - otherWeight : weight[from + bin]!;
      const rightWeight = h - leftWeight;
      if (leftWeight < minLeafWeight || rightWeight < minLeafWeight) continue;
      const rightGradient = g - leftGradient;
      const gain =
        (leftGradient * leftGradient) / (leftWeight + leafPenalty) +
        (rightGradient * rightGradient) / (rightWeight + leafPenalty) -
        whole;
      if (gain <= this.#gains[node]!) continue;
      this.#gains[node] = gain;
      best = bin;
    }
    return best;
  }
}

/** Returns the sums over the rows of each node. */
export function slopesOfNodes({ width, nodeOfRow, slopes }: Level): Slopes {
  const sums = zeroSums(width);
  const { gradient, weight } = sums;
  nodeOfRow.forEach((node, row) => {
    gradient[node] = gradient[node]! + slopes.gradient[row]!;
    weight[node] = weight[node]! + slopes.weight[row]!;
  });
  return sums;
}

function zeroSums(size: number): Slopes {
  return { gradient: new Float64Array(size), weight: new Float64Array(size) };
}
