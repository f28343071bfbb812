// Boosted trees for many products under the same actions. A tree's leaves are bits, and whatever goes right at a node loses the
// leaves to the left of it; the leaf that is reached is the lowest bit left (Lucchese et al. 2015, QuickScorer). What an action
// takes away is the same for every product, so it is worked out once for all of them.

import { nodeCount, treeCount, type BoostedTrees } from './boosted-trees.ts';

/** Leaves that fit into one word. */
export const MOST_LEAVES = 32;

export interface WeeklyActions {
  /** [actions, basis], the constant first */
  readonly phi: Float32Array;
  readonly basis: number;
  /** Actions of one week: the same come round in every week. */
  readonly offers: number;
}

/** Of one product: the value under each of these actions, the same as `predictTrees` says of both as `joinedInputs` puts them. */
export type ProductTrees = (actions: Uint32Array) => Float64Array;

/** @param inputs how many a product has */
export function treesUnderActions(
  trees: BoostedTrees,
  actions: WeeklyActions,
  inputs: number,
): (x: Float32Array) => ProductTrees {
  const leaves = nodeCount(trees.depth) + 1;
  if (leaves > MOST_LEAVES)
    throw new Error(`expected trees of at most ${MOST_LEAVES} leaves, got ${leaves}`);
  const count = treeCount(trees);
  const splits = splitsOf(trees);
  const ofProducts = splits.filter(({ column }) => column < inputs);
  const leftUnder = leavesUnderActions(
    splits.filter(({ column }) => column >= inputs),
    { actions, inputs, count },
  );
  return (x) => {
    const own = leavesLeft(ofProducts, count, (column) => x[column]!);
    return (chosen) =>
      Float64Array.from(chosen, (action) => valueReached(trees, own, leftUnder(action)));
  };
}

/** Most columns tell weeks apart or offers, not both: what those leave is worked out once for each week and each offer. */
function leavesUnderActions(
  splits: readonly ColumnSplits[],
  {
    actions: { phi, basis, offers },
    inputs,
    count,
  }: { readonly actions: WeeklyActions; readonly inputs: number; readonly count: number },
): (action: number) => Int32Array {
  const at = (action: number, column: number) => phi[action * basis + column - inputs + 1]!; // the constant is no input of trees
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

function remembered(answer: (action: number) => Int32Array): (action: number) => Int32Array {
  const known = new Map<number, Int32Array>();
  return (action) => {
    const found = known.get(action) ?? answer(action);
    known.set(action, found);
    return found;
  };
}

/** All splits on one column, the lowest threshold first. */
interface ColumnSplits {
  readonly column: number;
  readonly threshold: Float32Array;
  readonly tree: Uint32Array;
  /** Bits of the leaves that are not to the left of the node. */
  readonly kept: Int32Array;
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

/** Bits of the leaves under the left child of a node. */
function leavesToTheLeft(depth: number, node: number): number {
  const level = 31 - Math.clz32(node + 1);
  const half = 1 << (depth - level - 1);
  const place = node + 1 - (1 << level); // among the nodes of its level
  return ((1 << half) - 1) << (2 * half * place);
}

/** Per tree, the bits of the leaves that these splits leave. */
function leavesLeft(
  splits: readonly ColumnSplits[],
  trees: number,
  at: (column: number) => number,
): Int32Array {
  const left = new Int32Array(trees).fill(-1);
  for (const { column, threshold, tree, kept } of splits) {
    const value = at(column);
    for (let i = 0; i < threshold.length && !(value < threshold[i]!); i++)
      left[tree[i]!]! &= kept[i]!;
  }
  return left;
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
