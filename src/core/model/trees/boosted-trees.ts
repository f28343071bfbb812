// Gradient boosting of regression trees on squared error, grown level by level over histograms (Friedman 2001; gain and
// leaf values of XGBoost, Chen and Guestrin 2016). Trees find what the form of the network cannot express.

import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { joinColumns } from '#core/base/join-columns.ts';
import type { Random } from '#core/base/random.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import {
  bestSplits,
  type OpenSplitFinder,
  type Slopes,
  type Split,
  type SplitFinder,
} from './best-splits.ts';
import { binRows, type BinnedRows } from './binned-rows.ts';
import { meansOfRows, type LevelMeans } from './level-means.ts';

export interface TreeSettings {
  readonly rounds: number;
  readonly depth: number;
  readonly learningRate: number;
  /** Share of the rows, and of the columns, that each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
  /** Least weight of a leaf, and the weight added when its value is computed: shrinkage towards zero. */
  readonly minLeafWeight: number;
  readonly leafPenalty: number;
}

/**
 * Sum of full binary trees of one depth. Node k's children are 2k + 1 and 2k + 2; leaves are numbered after the nodes.
 */
export interface BoostedTrees {
  readonly base: number;
  readonly depth: number;
  /** Split column of each node; −1 where it does not split and all rows go left. [trees, 2^depth − 1] */
  readonly column: Int32Array;
  /** Threshold of each node; lower values go left. [trees, 2^depth − 1] */
  readonly threshold: Float32Array;
  /** Values of leaves. [trees, 2^depth] */
  readonly leaf: Float32Array;
  /** Columns that are computed from the others; absent where there are none. */
  readonly means?: LevelMeans | undefined;
}

export interface TreeRows {
  /** [rows, columns] row-major, finite. */
  readonly x: Float32Array;
  readonly target: Float64Array;
  /** Weight of each row, positive. */
  readonly weight: Float64Array;
}

/** Grows sums of trees over the same rows. */
export class TreeGrower {
  readonly #lessons: TreeRows;
  readonly #settings: TreeSettings;
  readonly #rows: BinnedRows;
  readonly #finder: SplitFinder;

  constructor(lessons: TreeRows, settings: TreeSettings, openFinder?: OpenSplitFinder) {
    const rows = binRows(lessons.x, lessons.target.length);
    this.#lessons = lessons;
    this.#settings = settings;
    this.#rows = rows;
    this.#finder = openFinder?.(rows, settings) ?? {
      bestSplits: (level, columns) => bestSplits(rows, level, { ...settings, columns }),
    };
  }

  /**
   * Grows trees, and yields the trees so far after every round, so that the caller can pause, evaluate or stop. Without
   * rows they predict 0.
   */
  *grow(random: Random): Generator<BoostedTrees> {
    const { target, weight } = this.#lessons;
    const { depth, rounds } = this.#settings;
    const total = sum(target.map((value, i) => value * weight[i]!));
    const base = target.length > 0 ? total / sum(weight) : 0;
    const trees = emptyTrees(base, this.#settings);
    const predicted = new Float64Array(target.length).fill(base);
    for (let round = 0; round < rounds; round++) {
      const gradient = predicted.map((value, i) => weight[i]! * (value - target[i]!));
      const tree = this.#growTree({ gradient, weight }, random);
      trees.column.set(tree.column, round * nodeCount(depth));
      trees.threshold.set(tree.threshold, round * nodeCount(depth));
      trees.leaf.set(tree.leaf, round * (nodeCount(depth) + 1));
      tree.leafOfRow.forEach((leaf, i) => {
        predicted[i] = predicted[i]! + tree.leaf[leaf]!;
      });
      yield firstTrees(trees, round + 1);
    }
  }

  #growTree(all: Slopes, random: Random) {
    const settings = this.#settings;
    const rows = this.#rows;
    const { depth } = settings;
    const nodes = nodeCount(depth);
    const column = new Int32Array(nodes).fill(-1);
    const threshold = new Float32Array(nodes);
    const seen = new Float64Array(rows.rowCount).map(() => Number(random() < settings.rowShare));
    const slopes = {
      gradient: all.gradient.map((gradient, row) => seen[row]! * gradient),
      weight: all.weight.map((weight, row) => seen[row]! * weight),
    };
    const columns = rows.columns.flatMap(({ edges }, j) =>
      edges.length > 0 && random() < settings.columnShare ? [j] : [],
    );
    // Node of each row, numbered within its level.
    const nodeOfRow = new Int32Array(rows.rowCount);
    for (let level = 0; level < depth; level++) {
      const width = 2 ** level;
      const splits = this.#finder.bestSplits({ width, nodeOfRow, slopes }, columns);
      splits.forEach((split, node) => {
        if (!split) return;
        column[width - 1 + node] = split.column;
        threshold[width - 1 + node] = rows.columns[split.column]!.edges[split.bin]!;
      });
      sendDown(rows, nodeOfRow, splits);
    }
    return {
      column,
      threshold,
      leaf: leafValues(nodeOfRow, slopes, settings),
      leafOfRow: nodeOfRow,
    };
  }
}

/**
 * Returns one prediction per row.
 * @param x [rows, columns], row-major, without the columns of means
 */
export function predictTrees(trees: BoostedTrees, x: Float32Array, rowCount: number): Float64Array {
  const { means } = trees;
  const inputs = means ? joinColumns(x, meansOfRows(means, x), rowCount) : x;
  const columns = inputs.length / rowCount;
  const count = treeCount(trees);
  const values = new Float64Array(rowCount).fill(trees.base);
  // Tree by tree, so that its nodes stay in cache while the rows pass.
  for (let tree = 0; tree < count; tree++) {
    for (let row = 0; row < rowCount; row++)
      values[row] = values[row]! + treeValue(trees, tree, { x: inputs, from: row * columns });
  }
  return values;
}

/** Inputs of a row, which begin at `from` in `x`. */
export interface RowInputs {
  readonly x: Float32Array;
  readonly from: number;
}

/**
 * Returns what one tree adds for a row: the value of its leaf.
 * @param inputs the row's columns, from index `from` in `x`
 */
export function treeValue(
  { depth, column, threshold, leaf }: BoostedTrees,
  tree: number,
  { x, from }: RowInputs,
): number {
  const nodes = nodeCount(depth);
  let node = 0;
  for (let level = 0; level < depth; level++) {
    const k = tree * nodes + node;
    const split = column[k]!;
    node = 2 * node + (split < 0 || x[from + split]! < threshold[k]! ? 1 : 2);
  }
  return leaf[tree * (nodes + 1) + node - nodes]!;
}

export function treeCount({ leaf, depth }: BoostedTrees): number {
  return leaf.length / (nodeCount(depth) + 1);
}

/** Returns the number of nodes that may split in one tree. */
export function nodeCount(depth: number): number {
  return (1 << depth) - 1; // called for every row: a power of floats took most of the time
}

/** Returns the first trees, as views of the same memory. */
export function firstTrees(trees: BoostedTrees, count: number): BoostedTrees {
  const nodes = nodeCount(trees.depth);
  return {
    ...trees,
    column: trees.column.subarray(0, count * nodes),
    threshold: trees.threshold.subarray(0, count * nodes),
    leaf: trees.leaf.subarray(0, count * (nodes + 1)),
  };
}

/**
 * Returns the mean of several sums of trees of one depth, as one sum. Its leaves are rounded to half floats, as stored.
 */
export function meanOfTrees(bags: readonly BoostedTrees[]): BoostedTrees {
  const share = 1 / bags.length;
  const column = bags.flatMap((bag) => Array.from(bag.column));
  const threshold = bags.flatMap((bag) => Array.from(bag.threshold));
  const leaf = bags.flatMap((bag) => Array.from(bag.leaf, (value) => share * value));
  return {
    base: share * sum(bags.map(({ base }) => base)),
    depth: bags[0]!.depth,
    column: Int32Array.from(column),
    threshold: Float32Array.from(threshold),
    leaf: roundToHalf(Float32Array.from(leaf)),
  };
}

function emptyTrees(base: number, { rounds, depth }: TreeSettings): BoostedTrees {
  const nodes = nodeCount(depth);
  return {
    base,
    depth,
    column: new Int32Array(rounds * nodes).fill(-1),
    threshold: new Float32Array(rounds * nodes),
    leaf: new Float32Array(rounds * (nodes + 1)),
  };
}

/** Moves every row to the left or right child of its node; left where the node does not split. */
function sendDown(
  { columns, rowCount }: BinnedRows,
  nodeOfRow: Int32Array,
  splits: readonly (Split | null)[],
): void {
  const binsOfNode = splits.map((split) => (split ? columns[split.column]!.bins : null));
  const last = Int32Array.from(splits, (split) => split?.bin ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const node = nodeOfRow[row]!;
    const bins = binsOfNode[node];
    nodeOfRow[row] = 2 * node + (bins && bins[row]! > last[node]! ? 1 : 0);
  }
}

function leafValues(
  leafOfRow: Int32Array,
  slopes: Slopes,
  { depth, learningRate, leafPenalty }: TreeSettings,
): Float32Array {
  const gradient = new Float64Array(2 ** depth);
  const weight = new Float64Array(2 ** depth);
  leafOfRow.forEach((leaf, row) => {
    gradient[leaf] = gradient[leaf]! + slopes.gradient[row]!;
    weight[leaf] = weight[leaf]! + slopes.weight[row]!;
  });
  return Float32Array.from(gradient, (g, leaf) =>
    weight[leaf]! > 0 ? (-learningRate * g) / (weight[leaf]! + leafPenalty) : 0,
  );
}
