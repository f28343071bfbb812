// Evaluates boosted trees for many products under the same actions (Lucchese et al. 2015, QuickScorer). A tree's leaves
// are bits; going right at a node removes the leaves to the left of it. The leaf reached is the lowest bit left. What
// an action removes is the same for every product, so it is computed once for all of them.

import { nodeCount, treeCount, type BoostedTrees } from './boosted-trees.ts';
import { meanOfLevels } from './level-means.ts';

/** Most leaves of a tree: as many as one word has bits. */
export const MOST_LEAVES = 32;

export interface WeeklyActions {
  /** [actions, basis], the constant first */
  readonly phi: Float32Array;
  readonly basis: number;
  /** Number of actions in one week; the same ones repeat in every week. */
  readonly offers: number;
}

/** Returns one product's value under each of these actions, as `predictTrees` does for the inputs of `joinedInputs`. */
export type ProductTrees = (actions: Uint32Array) => Float64Array;

/**
 * Prepares trees for a fixed set of weekly actions. The result takes one product's inputs, [inputs].
 * @param inputs number of inputs of a product
 * @throws Error where a tree has more than MOST_LEAVES leaves
 */
export function treesUnderActions(
  trees: BoostedTrees,
  actions: WeeklyActions,
  inputs: number,
): (x: Float32Array) => ProductTrees {
  const count = treeCount(trees);
  const { ofProducts, ofActions } = splitsApart(trees, inputs);
  const leftUnder = leavesUnderActions(ofActions, { actions, inputs, count });
  return (x) => {
    const own = leavesLeft(ofProducts, count, valuesOf(trees, x));
    return (chosen) =>
      Float64Array.from(chosen, (action) => valueReached(trees, own, leftUnder(action)));
  };
}

/**
 * Prepares trees for any actions, evaluated together. The result takes one product's inputs, [inputs], then actions,
 * and gives one value for each action. Actions that resemble the one before are fastest, because what both have in
 * common is not computed again.
 * @throws Error where a tree has more than MOST_LEAVES leaves
 */
export function treesUnderAnyActions(
  trees: BoostedTrees,
  inputs: number,
): (x: Float32Array) => (actions: Pick<WeeklyActions, 'phi' | 'basis'>) => Float64Array {
  const { ofProducts, ofActions } = splitsApart(trees, inputs);
  const count = treeCount(trees);
  const whole = new Int32Array(count).fill(-1);
  return (x) => {
    const own = leavesLeft(ofProducts, count, valuesOf(trees, x));
    return ({ phi, basis }) => {
      const at = valuesIn(phi, { basis, inputs });
      const values = new Float64Array(phi.length / basis);
      const levels = byChanges(ofActions, (column) => changesOf(column, at, values.length));
      const left = levels.map(() => new Int32Array(count));
      values.forEach((_, action) => {
        const isNew = ({ column }: ColumnSplits) => at(action, column) !== at(action - 1, column);
        const first = action === 0 ? 0 : levels.findIndex((level) => level.some(isNew));
        for (let i = first; i >= 0 && i < levels.length; i++) {
          left[i]!.set(left[i - 1] ?? own);
          takeLeaves(left[i]!, levels[i]!, (column) => at(action, column));
        }
        values[action] = valueReached(trees, left.at(-1) ?? own, whole);
      });
      return values;
    };
  };
}

/** Counts how often a column changes from one action to the next. */
function changesOf(column: number, at: (action: number, column: number) => number, count: number) {
  let changes = 0;
  for (let action = 1; action < count; action++)
    if (at(action, column) !== at(action - 1, column)) changes++;
  return changes;
}

/** Groups columns by how often they change, those that change least first. */
function byChanges(
  splits: readonly ColumnSplits[],
  changes: (column: number) => number,
): ColumnSplits[][] {
  const levels = new Map<number, ColumnSplits[]>();
  for (const each of splits) {
    const often = changes(each.column);
    const level = levels.get(often);
    if (level) level.push(each);
    else levels.set(often, [each]);
  }
  return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
}

/**
 * Returns a function that gives the leaves left under an action. Most columns vary by week or by offer, not by both, so
 * their part is computed once for each week and each offer.
 */
function leavesUnderActions(
  splits: readonly ColumnSplits[],
  {
    actions: { phi, basis, offers },
    inputs,
    count,
  }: { readonly actions: WeeklyActions; readonly inputs: number; readonly count: number },
): (action: number) => Int32Array {
  const at = valuesIn(phi, { basis, inputs });
  const all = Array.from({ length: phi.length / basis }, (_, action) => action);
  const isSame = (column: number, other: (action: number) => number) =>
    all.every((action) => at(action, column) === at(other(action), column));
  const firstOfWeek = (action: number) => action - (action % offers);
  const inFirstWeek = (action: number) => action % offers;
  const ofWeeks = splits.filter(({ column }) => isSame(column, firstOfWeek));
  const ofOffers = splits.filter(
    (split) => !ofWeeks.includes(split) && isSame(split.column, inFirstWeek),
  );
  const ofBoth = splits.filter((split) => !ofWeeks.includes(split) && !ofOffers.includes(split));
  const leftBy = (part: readonly ColumnSplits[]) =>
    remembered((action) => leavesLeft(part, count, (column) => at(action, column)));
  const [byWeeks, byOffers] = [leftBy(ofWeeks), leftBy(ofOffers)];
  return remembered((action) => {
    const [week, offer] = [byWeeks(firstOfWeek(action)), byOffers(inFirstWeek(action))];
    const left = leavesLeft(ofBoth, count, (column) => at(action, column));
    for (let tree = 0; tree < count; tree++) left[tree]! &= week[tree]! & offer[tree]!;
    return left;
  });
}

/** Returns a function that gives the value of an action in a column of trees. */
function valuesIn(
  phi: Float32Array,
  { basis, inputs }: { readonly basis: number; readonly inputs: number },
): (action: number, column: number) => number {
  return (action, column) => phi[action * basis + column - inputs + 1]!; // the constant is not an input of trees
}

function remembered(answer: (action: number) => Int32Array): (action: number) => Int32Array {
  const known = new Map<number, Int32Array>();
  return (action) => {
    const found = known.get(action) ?? answer(action);
    known.set(action, found);
    return found;
  };
}

/** All splits on one column, lowest threshold first. */
interface ColumnSplits {
  readonly column: number;
  readonly threshold: Float32Array;
  readonly tree: Uint32Array;
  /** Bits of the leaves that are not to the left of the node. */
  readonly kept: Int32Array;
}

/** Separates the splits on product inputs from those on actions. */
function splitsApart(trees: BoostedTrees, inputs: number) {
  const leaves = nodeCount(trees.depth) + 1;
  if (leaves > MOST_LEAVES)
    throw new Error(`expected trees of at most ${MOST_LEAVES} leaves, got ${leaves}`);
  const splits = splitsOf(trees);
  const firstMean = trees.means?.first ?? Infinity;
  const isOfAction = ({ column }: ColumnSplits) => column >= inputs && column < firstMean;
  return {
    ofProducts: splits.filter((split) => !isOfAction(split)),
    ofActions: splits.filter(isOfAction),
  };
}

/** Returns a function that gives a product's value in a column of trees: one of its inputs or of its levels' means. */
function valuesOf({ means }: BoostedTrees, x: Float32Array): (column: number) => number {
  if (!means) return (column) => x[column]!;
  const { first, texts } = means;
  // Rounded like the columns that trees were grown on.
  const ofLevels = Float32Array.from(texts, (text) => meanOfLevels(text, x, 0));
  return (column) => (column < first ? x[column]! : ofLevels[column - first]!);
}

function splitsOf({ depth, column, threshold }: BoostedTrees): ColumnSplits[] {
  const nodes = nodeCount(depth);
  const byColumn = new Map<number, number[]>();
  column.forEach((own, k) => {
    if (own < 0) return; // sends everything left
    const found = byColumn.get(own);
    if (found) found.push(k);
    else byColumn.set(own, [k]);
  });
  return Array.from(byColumn, ([own, places]) => {
    places.sort((a, b) => threshold[a]! - threshold[b]!);
    return {
      column: own,
      threshold: Float32Array.from(places, (k) => threshold[k]!),
      tree: Uint32Array.from(places, (k) => Math.floor(k / nodes)),
      kept: Int32Array.from(places, (k) => ~leavesToTheLeft(depth, k % nodes)),
    };
  });
}

/** Returns the bits of the leaves under the left child of a node. */
function leavesToTheLeft(depth: number, node: number): number {
  const level = 31 - Math.clz32(node + 1);
  const half = 1 << (depth - level - 1);
  const place = node + 1 - (1 << level); // among the nodes of its level
  return ((1 << half) - 1) << (2 * half * place);
}

/** Returns, per tree, the bits of the leaves that these splits leave. */
function leavesLeft(
  splits: readonly ColumnSplits[],
  trees: number,
  at: (column: number) => number,
): Int32Array {
  const left = new Int32Array(trees).fill(-1);
  takeLeaves(left, splits, at);
  return left;
}

/** Removes the leaves that these splits do not leave. */
function takeLeaves(
  left: Int32Array,
  splits: readonly ColumnSplits[],
  at: (column: number) => number,
): void {
  for (const { column, threshold, tree, kept } of splits) {
    const value = at(column);
    for (let i = 0; i < threshold.length && !(value < threshold[i]!); i++)
      left[tree[i]!]! &= kept[i]!;
  }
}

function valueReached({ base, leaf }: BoostedTrees, own: Int32Array, left: Int32Array): number {
  const leaves = leaf.length / own.length;
  let value = base;
  for (let tree = 0; tree < own.length; tree++)
    value += leaf[tree * leaves + lowestBit(own[tree]! & left[tree]!)]!;
  return value;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & (~bits + 1));
}
