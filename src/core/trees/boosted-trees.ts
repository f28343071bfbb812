// Gradient boosting of regression trees on squared error, grown level by level over histograms (Friedman 2001; Chen and
// Guestrin 2016, XGBoost, whose gain and leaf values these are). Beside the net they find what its form does not hold.

import { roundToHalf } from '../half-floats.ts';
import type { Random } from '../random.ts';
import { sum } from '../statistics.ts';
import { binRows, MAX_BINS, type BinnedRows } from './bins.ts';

export interface TreeSettings {
  readonly rounds: number;
  readonly depth: number;
  readonly learningRate: number;
  /** Share of the rows, and of the columns, that each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
  /** Least weight of a leaf, and what is added to it when its value is taken: shrinkage towards zero. */
  readonly minLeafWeight: number;
  readonly leafPenalty: number;
}

/** Sum of full binary trees of one depth. Node k's children are 2k + 1 and 2k + 2; leaves are numbered behind the nodes. */
export interface BoostedTrees {
  readonly base: number;
  readonly depth: number;
  /** Nodes that do not split: column −1, and all rows go left. [trees, 2^depth − 1] */
  readonly column: Int32Array;
  /** Values below it go left. [trees, 2^depth − 1] */
  readonly threshold: Float32Array;
  /** [trees, 2^depth] */
  readonly leaf: Float32Array;
}

export interface TreeRows {
  /** [rows, columns] row-major, finite. */
  readonly x: Float32Array;
  readonly target: Float64Array;
  /** Positive. */
  readonly weight: Float64Array;
}

/** The trees so far, after every round: a caller may breathe, judge, and take them when it likes. Without rows they say 0. */
export function* growTrees(
  { x, target, weight }: TreeRows,
  settings: TreeSettings,
  random: Random,
): Generator<BoostedTrees> {
  const rows = binRows(x, target.length);
  const total = sum(target.map((value, i) => value * weight[i]!));
  const base = target.length > 0 ? total / sum(weight) : 0;
  const trees = emptyTrees(base, settings);
  const predicted = new Float64Array(target.length).fill(base);
  for (let round = 0; round < settings.rounds; round++) {
    const gradient = predicted.map((value, i) => weight[i]! * (value - target[i]!));
    const tree = growTree(rows, { gradient, weight }, settings, random);
    trees.column.set(tree.column, round * nodeCount(settings.depth));
    trees.threshold.set(tree.threshold, round * nodeCount(settings.depth));
    trees.leaf.set(tree.leaf, round * (nodeCount(settings.depth) + 1));
    tree.leafOfRow.forEach((leaf, i) => {
      predicted[i] = predicted[i]! + tree.leaf[leaf]!;
    });
    yield firstTrees(trees, round + 1);
  }
}

/** x: [rows, columns] row-major. One value a row. */
export function predictTrees(trees: BoostedTrees, x: Float32Array, rowCount: number): Float64Array {
  const columns = x.length / rowCount;
  return Float64Array.from({ length: rowCount }, (_, row) => {
    let value = trees.base;
    for (let tree = 0; tree < treeCount(trees); tree++) {
      value += treeValue(trees, tree, (column) => x[row * columns + column]!);
    }
    return value;
  });
}

/** What one tree adds for the row whose inputs `at` gives. */
export function treeValue(
  { depth, column, threshold, leaf }: BoostedTrees,
  tree: number,
  at: (column: number) => number,
): number {
  const nodes = nodeCount(depth);
  let node = 0;
  for (let level = 0; level < depth; level++) {
    const k = tree * nodes + node;
    node = 2 * node + (column[k]! < 0 || at(column[k]!) < threshold[k]! ? 1 : 2);
  }
  return leaf[tree * (nodes + 1) + node - nodes]!;
}

export function treeCount({ leaf, depth }: BoostedTrees): number {
  return leaf.length / (nodeCount(depth) + 1);
}

/** Nodes that may split in one tree. */
export function nodeCount(depth: number): number {
  return (1 << depth) - 1; // asked for every row: a power of floats took most of the time
}

export function firstTrees(trees: BoostedTrees, count: number): BoostedTrees {
  const nodes = nodeCount(trees.depth);
  return {
    ...trees,
    column: trees.column.subarray(0, count * nodes),
    threshold: trees.threshold.subarray(0, count * nodes),
    leaf: trees.leaf.subarray(0, count * (nodes + 1)),
  };
}

/** The mean of several sums of trees, as one. All have one depth. Its leaves are those that storage can hold: half floats. */
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

interface Slopes {
  /** First derivative of each row's loss; the second is its weight. */
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

interface Split {
  readonly column: number;
  /** The last bin that goes left. */
  readonly bin: number;
}

function growTree(rows: BinnedRows, slopes: Slopes, settings: TreeSettings, random: Random) {
  const { depth } = settings;
  const nodes = nodeCount(depth);
  const column = new Int32Array(nodes).fill(-1);
  const threshold = new Float32Array(nodes);
  const seen = new Uint8Array(rows.rowCount).map(() => Number(random() < settings.rowShare));
  const columns = rows.edges.flatMap((edges, j) =>
    edges.length > 0 && random() < settings.columnShare ? [j] : [],
  );
  // Counted within its level.
  const nodeOfRow = new Int32Array(rows.rowCount);
  for (let level = 0; level < depth; level++) {
    const width = 2 ** level;
    const histograms = histogramsOf(rows, { slopes, seen, nodeOfRow, width });
    const splits = Array.from({ length: width }, (_, node) =>
      bestSplit(rows, { histograms, node, columns }, settings),
    );
    splits.forEach((split, node) => {
      if (!split) return;
      column[width - 1 + node] = split.column;
      threshold[width - 1 + node] = rows.edges[split.column]![split.bin]!;
    });
    sendDown(rows, nodeOfRow, splits);
  }
  return {
    column,
    threshold,
    leaf: leafValues(nodeOfRow, { slopes, seen }, settings),
    leafOfRow: nodeOfRow,
  };
}

/** Every row to the left or right child of its node. */
function sendDown(
  { bins, rowCount }: BinnedRows,
  nodeOfRow: Int32Array,
  splits: readonly (Split | null)[],
): void {
  // Where a node's column begins in bins; a node that does not split sends all left.
  const from = Int32Array.from(splits, (split) => (split ? split.column * rowCount : 0));
  const last = Int32Array.from(splits, (split) => split?.bin ?? MAX_BINS);
  for (let row = 0; row < rowCount; row++) {
    const node = nodeOfRow[row]!;
    nodeOfRow[row] = 2 * node + (bins[from[node]! + row]! > last[node]! ? 1 : 0);
  }
}

interface Histograms {
  /** [nodes of the level, bins of all columns] */
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
  /** [nodes of the level] */
  readonly nodeGradient: Float64Array;
  readonly nodeWeight: Float64Array;
}

function histogramsOf(
  rows: BinnedRows,
  part: {
    readonly slopes: Slopes;
    readonly seen: Uint8Array;
    readonly nodeOfRow: Int32Array;
    readonly width: number;
  },
): Histograms {
  const binCount = rows.starts.at(-1)!;
  const gradient = new Float64Array(part.width * binCount);
  const weight = new Float64Array(part.width * binCount);
  const nodeGradient = new Float64Array(part.width);
  const nodeWeight = new Float64Array(part.width);
  const { seen, nodeOfRow, slopes } = part;
  for (let row = 0; row < rows.rowCount; row++) {
    if (seen[row] === 0) continue;
    const node = nodeOfRow[row]!;
    const g = slopes.gradient[row]!;
    const h = slopes.weight[row]!;
    nodeGradient[node] = nodeGradient[node]! + g;
    nodeWeight[node] = nodeWeight[node]! + h;
    const from = node * binCount;
    for (const bin of rows.unusual[row]!) {
      const at = from + bin;
      gradient[at] = gradient[at]! + g;
      weight[at] = weight[at]! + h;
    }
  }
  return { gradient, weight, nodeGradient, nodeWeight };
}

/** The split that lowers the loss most: G²/(H + λ) left and right, less that of the node whole. */
function bestSplit(
  rows: BinnedRows,
  at: {
    readonly histograms: Histograms;
    readonly node: number;
    readonly columns: readonly number[];
  },
  { minLeafWeight, leafPenalty }: TreeSettings,
): Split | null {
  const { gradient, weight, nodeGradient, nodeWeight } = at.histograms;
  const g = nodeGradient[at.node]!;
  const h = nodeWeight[at.node]!;
  if (h < 2 * minLeafWeight) return null;
  const from = at.node * rows.starts.at(-1)!;
  const whole = (g * g) / (h + leafPenalty);
  let best: Split | null = null;
  let bestGain = LEAST_GAIN;
  for (const column of at.columns) {
    const start = rows.starts[column]!;
    const end = rows.starts[column + 1]!;
    const usual = rows.usual[column]!;
    let otherGradient = 0;
    let otherWeight = 0;
    for (let bin = start; bin < end; bin++) {
      otherGradient += gradient[from + bin]!;
      otherWeight += weight[from + bin]!;
    }
    let leftGradient = 0;
    let leftWeight = 0;
    for (let bin = start; bin < end - 1; bin++) {
      leftGradient += bin === usual ? g - otherGradient : gradient[from + bin]!;
      leftWeight += bin === usual ? h - otherWeight : weight[from + bin]!;
      const rightWeight = h - leftWeight;
      if (leftWeight < minLeafWeight || rightWeight < minLeafWeight) continue;
      const rightGradient = g - leftGradient;
      const gain =
        (leftGradient * leftGradient) / (leftWeight + leafPenalty) +
        (rightGradient * rightGradient) / (rightWeight + leafPenalty) -
        whole;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { column, bin: bin - start };
    }
  }
  return best;
}
/** Anything less is rounding. */
const LEAST_GAIN = 1e-6;

function leafValues(
  leafOfRow: Int32Array,
  { slopes, seen }: { readonly slopes: Slopes; readonly seen: Uint8Array },
  { depth, learningRate, leafPenalty }: TreeSettings,
): Float32Array {
  const gradient = new Float64Array(2 ** depth);
  const weight = new Float64Array(2 ** depth);
  leafOfRow.forEach((leaf, row) => {
    if (seen[row] === 0) return;
    gradient[leaf] = gradient[leaf]! + slopes.gradient[row]!;
    weight[leaf] = weight[leaf]! + slopes.weight[row]!;
  });
  return Float32Array.from(gradient, (g, leaf) =>
    weight[leaf]! > 0 ? (-learningRate * g) / (weight[leaf]! + leafPenalty) : 0,
  );
}
