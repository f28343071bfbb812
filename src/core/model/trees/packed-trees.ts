// Boosted trees in a third of the space: their 10,000 to 50,000 nodes share about 1,000 splits, each stored once, and
// leaves need no more than half precision.

import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import type { BoostedTrees } from './boosted-trees.ts';
import type { LevelMeans } from './level-means.ts';

export interface PackedTrees {
  readonly base: number;
  readonly depth: number;
  /** Column of every distinct split. [splits] */
  readonly column: Int32Array;
  /** Exact threshold of every split: rounded, it would send launches the other way. [splits] */
  readonly threshold: Float32Array;
  /** Index of the split of each node. [trees, 2^depth − 1] */
  readonly split: Uint16Array | Uint32Array;
  /** Half floats. [trees, 2^depth] */
  readonly leaf: Uint16Array;
  /** Absent where no input is a level's mean. */
  readonly means?: LevelMeans | undefined;
}

/** Packs trees for storage. Exact where the leaves are half floats already, as those of `meanOfTrees` are. */
export function packTrees({
  base,
  depth,
  column,
  threshold,
  leaf,
  means,
}: BoostedTrees): PackedTrees {
  const found = new Map<string, number>();
  const nodes: number[] = [];
  const split = Array.from(column, (input, node) => {
    const key = `${input}<${threshold[node]!}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, nodes.length);
    return nodes.push(node) - 1;
  });
  return {
    base,
    depth,
    column: Int32Array.from(nodes, (node) => column[node]!),
    threshold: Float32Array.from(nodes, (node) => threshold[node]!),
    split: nodes.length > MOST_SHORT ? Uint32Array.from(split) : Uint16Array.from(split),
    leaf: toHalfFloats(leaf),
    ...(means && { means }),
  };
}
const MOST_SHORT = 2 ** 16;

export function unpackTrees({
  base,
  depth,
  column,
  threshold,
  split,
  leaf,
  means,
}: PackedTrees): BoostedTrees {
  return {
    base,
    depth,
    column: Int32Array.from(split, (k) => column[k]!),
    threshold: Float32Array.from(split, (k) => threshold[k]!),
    leaf: fromHalfFloats(leaf),
    ...(means && { means }),
  };
}
