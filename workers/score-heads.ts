// How far each outcome of the funnel is predicted on its own, beside the units that come of all of them.

import { meanAbsoluteError, r2OfLog1p, wape } from '#core/evaluation/metrics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { HeadScore } from '#core/launch/training-report.ts';
import type { BlendWeights } from '#core/model/blend.ts';
import { outcomeOf, type OutcomeHead } from '#core/model/heads.ts';
import type { NetShape } from '#core/model/net.ts';
import { rateOutcome } from '#core/model/training-rows.ts';
import type { MemberOutputs, Members } from './fit-members.ts';

/** By the blend of the members that know the outcome: the category's median knows units only. */
export function scoreHeads(
  table: LaunchTable,
  { encoding, net }: Members,
  { outputs, blend }: { readonly outputs: MemberOutputs; readonly blend: BlendWeights },
): HeadScore[] {
  const { rows } = outputs;
  const known = blend.net + blend.ridge + blend.trees + blend.analogues;
  const weights = known > 0 ? blend : { net: 1, ridge: 0, trees: 0, analogues: 0 };
  const all = weights.net + weights.ridge + weights.trees + weights.analogues;
  return encoding.heads.outcomes.map((head, h) => {
    const ofNet = meanOfEnsemble(outputs.net, net.shape, { head: h, rowCount: rows.length });
    const blended = (i: number): number =>
      weights.net * ofNet[i]! +
      weights.ridge * outputs.ridge[h]![i]! +
      weights.trees * outputs.trees[h]![i]! +
      weights.analogues * outputs.analogues[h]![i]!;
    const pairs = Array.from(rows, (row, i) => ({
      actual: actualOf(head, table, row),
      predicted: outcomeOf(head, blended(i) / all),
    })).filter(({ actual }) => !Number.isNaN(actual));
    const actual = pairs.map((pair) => pair.actual);
    const predicted = pairs.map((pair) => pair.predicted);
    return {
      name: head.name,
      judgedOn: pairs.length,
      mae: pairs.length > 0 ? meanAbsoluteError(actual, predicted) : NaN,
      wape: wape(actual, predicted),
      r2Log: r2OfLog1p(actual, predicted),
    };
  });
}

/** z of one head, [rows]. */
function meanOfEnsemble(
  z: Float32Array,
  { members, heads }: NetShape,
  { head, rowCount }: { readonly head: number; readonly rowCount: number },
): Float64Array {
  return Float64Array.from({ length: rowCount }, (_, row) => {
    let sum = 0;
    for (let member = 0; member < members; member++)
      sum += z[(member * rowCount + row) * heads.length + head]!;
    return sum / members;
  });
}

/** NaN where it is not known. */
function actualOf(head: OutcomeHead, table: LaunchTable, row: number): number {
  if (head.kind !== 'rate') return table[head.name][row]!;
  const outcome = rateOutcome(head.name, table, row);
  return outcome ? outcome.successes / outcome.trials : NaN;
}
