// Boosted trees for each outcome of the funnel, on the net's own scales: so that both speak of the same z.

import type { LaunchTable } from '../launch/launch-table.ts';
import type { OutcomeHead } from '../model/heads.ts';
import { rateOutcome, standardised } from '../model/training-rows.ts';
import { logit } from '../statistics.ts';
import type { BoostedTrees, TreeRows, TreeSettings } from './boosted-trees.ts';
import { predictTrees } from './boosted-trees.ts';

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

/** A rate from few tries says little; one from very many does not say that much more (over-dispersion). */
const OVERDISPERSION = 0.05;
const LEAST_WEIGHT = 0.1;

/** The rows whose outcome is known. x: [rows, columns] of all of them. */
export function treeRows(
  x: Float32Array,
  {
    table,
    rows,
    head,
  }: { readonly table: LaunchTable; readonly rows: Uint32Array; readonly head: OutcomeHead },
): TreeRows {
  const columns = x.length / rows.length;
  const known = Array.from(rows, (row, i) => ({ i, lesson: lessonOf(head, table, row) })).filter(
    ({ lesson }) => lesson !== null,
  );
  const picked = new Float32Array(known.length * columns);
  known.forEach(({ i }, k) => picked.set(x.subarray(i * columns, (i + 1) * columns), k * columns));
  return {
    x: picked,
    target: Float64Array.from(known, ({ lesson }) => lesson!.target),
    weight: Float64Array.from(known, ({ lesson }) => lesson!.weight),
  };
}

function lessonOf(
  head: OutcomeHead,
  table: LaunchTable,
  row: number,
): { readonly target: number; readonly weight: number } | null {
  if (head.kind === 'count') {
    const target = standardised(head, table, row);
    return Number.isNaN(target) ? null : { target, weight: 1 };
  }
  const outcome = rateOutcome(head.name, table, row);
  if (!outcome) return null;
  const { successes, trials } = outcome;
  return {
    target: logit((successes + 0.5) / (trials + 1)),
    weight: successes / (1 + OVERDISPERSION * successes) + LEAST_WEIGHT,
  };
}

/** z of every outcome, [rows, outcomes]: as the net's, by one member. */
export function treeOutputs(
  heads: readonly BoostedTrees[],
  x: Float32Array,
  rowCount: number,
): Float32Array {
  return sideBySide(heads.map((trees) => predictTrees(trees, x, rowCount)));
}

/** [rows, outcomes] from the values of each outcome. */
export function sideBySide(outcomes: readonly Float64Array[]): Float32Array {
  const rowCount = outcomes[0]?.length ?? 0;
  const z = new Float32Array(rowCount * outcomes.length);
  outcomes.forEach((values, h) =>
    values.forEach((value, row) => {
      z[row * outcomes.length + h] = value;
    }),
  );
  return z;
}
