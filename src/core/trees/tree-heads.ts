// Boosted trees for each outcome of the funnel, on the net's own scales: so that both speak of the same z.

import type { LaunchTable } from '../launch/launch-table.ts';
import type { OutcomeHead } from '../model/heads.ts';
import { lessonsOf, rowsAt } from '../model/lessons.ts';
import type { TreeRows, TreeSettings } from './boosted-trees.ts';

/** Shallow and many, as peers are tuned on such tables; how many is chosen on later launches. */
export const TREE_SETTINGS: TreeSettings = {
  rounds: 500,
  depth: 5,
  learningRate: 0.04,
  rowShare: 0.8,
  columnShare: 0.5,
  minLeafWeight: 3,
  leafPenalty: 1,
};

/** The rows whose outcome is known. x: [rows, columns] of all of them. */
export function treeRows(
  x: Float32Array,
  {
    table,
    rows,
    head,
  }: { readonly table: LaunchTable; readonly rows: Uint32Array; readonly head: OutcomeHead },
): TreeRows {
  const { places, target, weight } = lessonsOf(table, rows, head);
  return { x: rowsAt(x, x.length / rows.length, places), target, weight };
}
