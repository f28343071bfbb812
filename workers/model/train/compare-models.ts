// Compares a new model with the one in use, on the launches after the older one's data.

import { splitByTime } from '#core/model/features/time-split.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { unitsFromLogs } from '#core/model/blend/blend.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { compareModels, type ModelComparison } from '#core/evaluation/runs/model-comparison.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import type { EngineSession } from '#learning/session.ts';
import { predictLaunches } from '../predict/predict-launches.ts';

interface NewModel {
  readonly readingKey: string;
  readonly heldOut: Holdout;
}

/**
 * Compares both models on launches that neither has seen. They are the holdout of the new model's evaluated fit, and
 * later than all launches of the older one. Null where launches have been read in another way since, or too few are
 * left.
 */
export async function compareWithModelInUse(
  before: TrainedModel,
  { readingKey, heldOut }: NewModel,
  { table, engine }: { readonly table: LaunchTable; readonly engine: EngineSession },
): Promise<ModelComparison | null> {
  const { learnt, modelId } = before.report;
  if (learnt?.readingKey !== readingKey) return null;
  const { lastDay } = learnt;
  const { test } = splitByTime(table);
  const later = [...test.keys()].filter((i) => heldOut.launchDay[i]! > lastDay);
  const rows = Uint32Array.from(later, (i) => test[i]!);
  const pick = <T>(values: ArrayLike<T>): T[] => later.map((i) => values[i]!);
  const actualUnits = pick(heldOut.actualUnits);
  const sold = (expected: ArrayLike<number>) =>
    asCensored(expected, actualUnits, pick(heldOut.soldOut));
  const logs = await predictLaunches(before, table, { engine, rows });
  return compareModels(modelId, {
    actualUnits,
    predicted: sold(pick(heldOut.expectedUnits.debut!)),
    predictedBefore: sold(unitsFromLogs(logs)),
  });
}
