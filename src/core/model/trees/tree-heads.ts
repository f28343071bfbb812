// Training rows of boosted trees for each outcome, on the network's own scales, so that both predict the same z.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { OutcomeHead } from '../outcomes/heads.ts';
import { regressionTargets, rowsAt } from '../outcomes/regression-targets.ts';
import type { TreeRows, TreeSettings } from './boosted-trees.ts';

/** Many shallow trees, as competing models are tuned on such tables; their number is chosen on later launches. */
export const TREE_SETTINGS: TreeSettings = {
  rounds: 500,
  depth: 5,
  learningRate: 0.04,
  rowShare: 0.8,
  columnShare: 0.5,
  minLeafWeight: 3,
  leafPenalty: 1,
};

/**
 * Returns the rows whose outcome is known.
 * @param x [rows, columns] of all rows
 */
export function treeRows(
  x: Float32Array,
  {
    table,
    rows,
    head,
  }: { readonly table: LaunchTable; readonly rows: Uint32Array; readonly head: OutcomeHead },
): TreeRows {
  const { places, target, weight } = regressionTargets(table, rows, head);
  return { x: rowsAt(x, x.length / rows.length, places), target, weight };
}
