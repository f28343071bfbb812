// The best split of every node of one level of a tree, from histograms of the slopes: column by column, so that one column's histograms
// stay at hand while its rows are walked.

import { MAX_BINS, type BinnedColumn, type BinnedRows } from './bins.ts';

/** Of each row's loss: the first derivative, and the second, which is its weight. Both 0 for rows that a tree does not see. */
export interface Slopes {
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

export interface Split {
  readonly column: number;
  /** The last bin that goes left. */
  readonly bin: number;
}

/** Rows in the nodes of a level, which are counted from 0. */
export interface Level {
  readonly width: number;
  readonly nodeOfRow: Int32Array;
  readonly slopes: Slopes;
}

/** Anything less is rounding. */
const LEAST_GAIN = 1e-6;

/**
 * Per node the split that lowers the loss most: G²/(H + λ) left and right, less that of the node whole. Null where none does.
 * @param columns that may be split
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

interface SplitLimits {
  readonly minLeafWeight: number;
  readonly leafPenalty: number;
}

/** Columns one after another: what the best so far gained in each node, and the histograms of the one that is looked at. */
class SplitSearch {
  readonly #level: Level;
  readonly #limits: SplitLimits;
  /** Of each node whole. */
  readonly #nodes: Slopes;
  readonly #gains: Float64Array;
  /** Of the rows that are not in the column's usual bin, [nodes, bins]. */
  readonly #sums: Slopes;
  #bins = 0;
  #usual = 0;

  constructor(level: Level, limits: SplitLimits) {
    const { width } = level;
    this.#level = level;
    this.#limits = limits;
    this.#nodes = zeroSums(width);
    this.#gains = new Float64Array(width).fill(LEAST_GAIN);
    this.#sums = zeroSums(width * MAX_BINS);
    const { gradient, weight } = this.#nodes;
    const { nodeOfRow, slopes } = level;
    nodeOfRow.forEach((node, row) => {
      gradient[node] = gradient[node]! + slopes.gradient[row]!;
      weight[node] = weight[node]! + slopes.weight[row]!;
    });
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

  /** The last bin that goes left; −1 where nothing gains more than what was found before. */
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
    // Whatever splits it, one side has none but these.
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

function zeroSums(size: number): Slopes {
  return { gradient: new Float64Array(size), weight: new Float64Array(size) };
}
