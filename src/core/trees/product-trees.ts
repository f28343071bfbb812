// Boosted trees for one product under several actions. All of them go down a tree together: a split on the product sends all one
// way, and only one on the action parts them.

import { nodeCount, type BoostedTrees } from './boosted-trees.ts';

/**
 * The same as `predictTrees` for the product beside each action, as `joinedInputs` puts them.
 * @param x the product's inputs
 * @param phi [actions, basis], the constant first
 */
export function valuesUnderActions(
  trees: BoostedTrees,
  x: Float32Array,
  { phi, basis }: { readonly phi: Float32Array; readonly basis: number },
): Float64Array {
  const { depth, column, threshold, leaf } = trees;
  const nodes = nodeCount(depth);
  const order = Uint32Array.from({ length: phi.length / basis }, (_, action) => action);
  const values = new Float64Array(order.length).fill(trees.base);

  /** Puts the actions of order[from, to) that go left first; where the others begin. */
  const part = (k: number, from: number, to: number): number => {
    const at = column[k]! - x.length + 1;
    let left = from;
    for (let i = from; i < to; i++) {
      const action = order[i]!;
      if (phi[action * basis + at]! >= threshold[k]!) continue;
      order[i] = order[left]!;
      order[left++] = action;
    }
    return left;
  };

  const descend = (tree: number, start: number, [from, to]: readonly [number, number]): void => {
    let node = start;
    let first = from;
    while (node < nodes) {
      const k = tree * nodes + node;
      const input = column[k]!;
      const isOfAction = input >= x.length;
      const middle = isOfAction ? part(k, first, to) : first;
      const goesLeft = isOfAction ? middle === to : input < 0 || x[input]! < threshold[k]!;
      if (first < middle && middle < to) descend(tree, 2 * node + 1, [first, middle]);
      first = goesLeft ? first : middle;
      node = 2 * node + (goesLeft ? 1 : 2);
    }
    const value = leaf[tree * (nodes + 1) + node - nodes]!;
    for (let i = first; i < to; i++) values[order[i]!] = values[order[i]!]! + value;
  };

  const treeCount = leaf.length / (nodes + 1);
  for (let tree = 0; tree < treeCount; tree++) descend(tree, 0, [0, order.length]);
  return values;
}
