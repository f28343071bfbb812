// Scores each outcome of the funnel on its own, in addition to the units that result from all of them.

import { meanAbsoluteError, r2OfLog1p, wape } from '#core/base/statistics/metrics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { HeadScore } from '#core/model/training/training-report.ts';
import type { BlendWeights } from '#core/model/blend/blend.ts';
import { outcomeOf, type OutcomeHead } from '#core/model/outcomes/heads.ts';
import type { NetShape } from '#core/model/net/net.ts';
import { rateOutcome } from '#core/model/outcomes/training-rows.ts';
import type { HoldoutRate, Method } from '#core/evaluation/scorecard/holdout.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';
import type { MemberOutputs } from '../predict/predict-outputs.ts';
import type { Members } from '../members/members.ts';

interface HeadsEvaluation {
  readonly scores: readonly HeadScore[];
  /** Forecasts and results of the rates, launch by launch. */
  readonly rates: readonly HoldoutRate[];
}

interface HeadsToEvaluate {
  readonly outputs: MemberOutputs;
  readonly blend: BlendWeights;
  /** Rows of the launches before the test set. */
  readonly known: Uint32Array;
}

/** Scores each outcome by the blend of the base models that predict it; the category's median predicts units only. */
export function evaluateHeads(
  table: LaunchTable,
  members: Members,
  { outputs, blend, known }: HeadsToEvaluate,
): HeadsEvaluation {
  const { rows } = outputs;
  const evaluated = members.encoding.heads.outcomes.map((head, h) => {
    const all = Array.from(rows, (row) => actualOf(head, table, row));
    const places = [...all.keys()].filter((i) => !Number.isNaN(all[i]));
    const expected = outcomesOf(head, h, { members, outputs, blend });
    const pick = (values: ArrayLike<number>) => Float64Array.from(places, (i) => values[i]!);
    return { head, places, actual: pick(all), expected, pick };
  });
  return {
    scores: evaluated.map(({ head, actual, expected, pick }) => {
      const predicted = pick(expected.debut);
      return {
        name: head.name,
        judgedOn: actual.length,
        mae: actual.length > 0 ? meanAbsoluteError(actual, predicted) : NaN,
        wape: wape(actual, predicted),
        r2Log: r2OfLog1p(actual, predicted),
      };
    }),
    rates: evaluated
      .filter(({ head, actual }) => head.kind === 'rate' && actual.length > 0)
      .map(({ head, places, actual, expected, pick }) => ({
        name: head.name,
        actual,
        expected: {
          ...Object.fromEntries(
            Object.entries(expected).map(([method, values]) => [method, pick(values)]),
          ),
          'category-median': categoryMedians(head, table, {
            known,
            rows: Uint32Array.from(places, (i) => rows[i]!),
          }),
        },
      })),
  };
}

type MethodOutcomes = Record<
  Extract<Method, 'debut' | 'net' | 'ridge' | 'trees' | 'analogues'>,
  Float64Array
>;

/** Returns each base model's predictions of one outcome, and the blend's, in the outcome's own unit, [rows]. */
function outcomesOf(
  head: OutcomeHead,
  h: number,
  {
    members: { net },
    outputs,
    blend,
  }: Omit<HeadsToEvaluate, 'known'> & { readonly members: Members },
): MethodOutcomes {
  const rowCount = outputs.rows.length;
  const z = {
    net: meanOfEnsemble(outputs.net, net.shape, { head: h, rowCount }),
    ridge: outputs.ridge[h]!,
    trees: outputs.trees[h]!,
    analogues: outputs.analogues[h]!,
  };
  const knowing = blend.net + blend.ridge + blend.trees + blend.analogues;
  const weights = knowing > 0 ? blend : { net: 1, ridge: 0, trees: 0, analogues: 0 };
  const all = weights.net + weights.ridge + weights.trees + weights.analogues;
  const blended = z.net.map(
    (own, i) =>
      (weights.net * own +
        weights.ridge * z.ridge[i]! +
        weights.trees * z.trees[i]! +
        weights.analogues * z.analogues[i]!) /
      all,
  );
  const outcomes = (values: Float64Array) => values.map((value) => outcomeOf(head, value));
  return {
    debut: outcomes(blended),
    net: outcomes(z.net),
    ridge: outcomes(z.ridge),
    trees: outcomes(z.trees),
    analogues: outcomes(z.analogues),
  };
}

/** Returns medians of the earlier launches by category; of all of them where a category is new. */
function categoryMedians(
  head: OutcomeHead,
  table: LaunchTable,
  { known, rows }: { readonly known: Uint32Array; readonly rows: Uint32Array },
): Float64Array {
  const medianOf = (those: Uint32Array) =>
    median(finite(Array.from(those, (row) => actualOf(head, table, row))));
  const overall = medianOf(known);
  const byCategory = new Map<string, number>();
  return Float64Array.from(rows, (row) => {
    const category = table.category[row]!;
    const own =
      byCategory.get(category) ??
      medianOf(known.filter((other) => table.category[other] === category));
    byCategory.set(category, own);
    return Number.isNaN(own) ? overall : own;
  });
}

/** Returns the mean z of one head over the ensemble, [rows]. */
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

/** Returns the outcome of a launch, NaN where it is not known. */
function actualOf(head: OutcomeHead, table: LaunchTable, row: number): number {
  if (head.kind !== 'rate') return table[head.name][row]!;
  const outcome = rateOutcome(head.name, table, row);
  return outcome ? outcome.successes / outcome.trials : NaN;
}
