// Finished training runs of a data set. The model of each is kept, and one of these models is in use.

import { AppError } from '#core/base/errors.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { mergeChange } from '#core/base/merge-change.ts';
import type { KeptRuns, RunRemarks, TrainingRun } from '#core/evaluation/runs/training-run.ts';
import {
  NO_EVIDENCE,
  type TrainingEvidence,
} from '#core/evaluation/scorecard/training-evidence.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

/** Loads the report of the model in use: all that most pages need of it. */
export async function loadTrainingReport(datasetId: number): Promise<TrainingReport | undefined> {
  return (await withStorage(() => trainingInUse(datasetId)))?.report;
}

/** Loads the training runs, newest first, and the ID of the model in use. Empty where the data set is gone. */
export function loadRuns(datasetId: number): Promise<KeptRuns> {
  return withStorage(() =>
    database.transaction('r', database.datasets, database.trainings, async () => {
      const modelInUse = (await database.datasets.get(datasetId))?.modelInUse ?? null;
      const trainings = database.trainings.where({ datasetId });
      return { runs: await trainings.reverse().sortBy('modelId'), modelInUse };
    }),
  );
}

/**
 * Stores the seller's remarks on a run; omitted fields stay. Throws AppError model-missing where it was removed.
 * @param base remarks that were on screen: where another tab has changed other fields since, its changes stay
 */
export function updateRemarks(
  modelId: number,
  remarks: Partial<RunRemarks>,
  base?: RunRemarks,
): Promise<void> {
  const { trainings } = database;
  return withStorage(() =>
    database.transaction('rw', trainings, async () => {
      const run = await trainings.get(modelId);
      if (!run) throw new AppError('model-missing', `expected run ${modelId}, got none`);
      const { name, note, tags } = run;
      const stored = { name, note, tags };
      const from = base ?? stored;
      const { merged } = mergeChange(from, { ...from, ...remarks }, stored);
      await trainings.put({ ...run, ...merged });
    }),
  );
}

/** Loads the evidence of a training run. None is kept of models opened from a file. */
export async function loadEvidence(modelId: number): Promise<TrainingEvidence> {
  const record = await withStorage(() => database.evidence.get(modelId));
  return { ...NO_EVIDENCE, ...record?.evidence };
}

/** Adds to the evidence of a training run; does nothing where the run was removed meanwhile. */
export function addEvidence(modelId: number, part: Partial<TrainingEvidence>): Promise<void> {
  const { evidence: table, trainings } = database;
  return withStorage(() =>
    database.transaction('rw', table, trainings, async () => {
      const training = await trainings.get(modelId);
      if (!training) return;
      const before = (await table.get(modelId))?.evidence ?? NO_EVIDENCE;
      const { datasetId } = training;
      await table.put({ modelId, datasetId, evidence: { ...before, ...part } });
    }),
  );
}

/** Returns the run of the model in use. Works inside a transaction or without one. */
export async function trainingInUse(datasetId: number): Promise<TrainingRun | undefined> {
  const modelId = (await database.datasets.get(datasetId))?.modelInUse;
  return modelId === undefined ? undefined : database.trainings.get(modelId);
}
