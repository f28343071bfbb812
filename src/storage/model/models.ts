import { packModel, unpackModel } from '#core/model/training/packed-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { isPromoted, type ModelComparison } from '#core/evaluation/runs/model-comparison.ts';
import { NO_REMARKS, type TrainingRun } from '#core/evaluation/runs/training-run.ts';
import {
  NO_EVIDENCE,
  type TrainingEvidence,
} from '#core/evaluation/scorecard/training-evidence.ts';
import { AppError } from '#core/base/errors.ts';
import { database } from '../database/database.ts';
import type { DatasetRecord, EvidenceRecord, ModelRecord } from '../database/records.ts';
import { inDataset } from '../data/datasets.ts';
import { withStorage } from '../database/quota.ts';
import { deleteRunRows } from './run-range.ts';
import type { UndoOptions } from '../database/undo-changes.ts';
import { trainingInUse } from './trainings.ts';

interface Learnt {
  readonly evidence: TrainingEvidence;
  readonly comparison: ModelComparison | null;
}

/**
 * Stores a model with the earlier ones of its data set. Puts it in use, unless the current one was better. Ends the
 * training run and deletes its checkpoints. Throws AppError dataset-missing where the data set is gone.
 */
export function saveModel(
  model: TrainedModel,
  { evidence, comparison }: Learnt = { evidence: NO_EVIDENCE, comparison: null },
): Promise<TrainedModel> {
  const { datasetId } = model.report;
  return addModel(model, { evidence, comparison }, () => deleteRunRows(datasetId));
}

/**
 * Stores a model from elsewhere and puts it in use. An unfinished training run can still go on. Throws AppError
 * dataset-missing where the data set is gone.
 */
export function adoptModel(model: TrainedModel): Promise<TrainedModel> {
  return addModel(model, { evidence: NO_EVIDENCE, comparison: null });
}

function addModel(
  model: TrainedModel,
  { evidence, comparison }: Learnt,
  alsoDo?: () => Promise<void>,
): Promise<TrainedModel> {
  const { datasetId } = model.report;
  const { report: packedReport, ...packed } = packModel(model);
  const { models, trainings, evidence: evidences, runs, checkpoints } = database;
  return inDataset(datasetId, [models, trainings, evidences, runs, checkpoints], async () => {
    await alsoDo?.();
    const modelId = await models.add({ datasetId, model: packed });
    const report = { ...packedReport, modelId };
    await trainings.add({ modelId, datasetId, report, comparison, ...NO_REMARKS });
    await evidences.add({ modelId, datasetId, evidence });
    if (isPromoted(comparison)) await database.datasets.update(datasetId, { modelInUse: modelId });
    return { ...model, report };
  });
}

/** Model put in use (`after`), and the one in use before; null where there was none. */
export interface ModelUse {
  readonly before: number | null;
  readonly after: number;
}

/**
 * Puts a model in use for its data set. Throws AppError model-missing where it was removed. Throws dataset-missing
 * where the data set is gone.
 */
export function useModel(datasetId: number, modelId: number): Promise<ModelUse> {
  return inUse(datasetId, async (before) => {
    await putInUse(datasetId, modelId);
    return { before, after: modelId };
  });
}

/**
 * Undoes `useModel`. Returns null, or the model put in use since; then nothing is done, unless forced. Throws AppError
 * model-missing where the model used before was removed, dataset-missing where the data set is gone.
 */
export function undoUse(
  datasetId: number,
  { before, after }: ModelUse,
  { isForced = false }: UndoOptions = {},
): Promise<{ readonly now: number | null } | null> {
  return inUse(datasetId, async (now) => {
    if (before === null || now === before) return null;
    if (now !== after && !isForced) return { now };
    await putInUse(datasetId, before);
    return null;
  });
}

function inUse<T>(datasetId: number, work: (now: number | null) => Promise<T>): Promise<T> {
  return inDataset(datasetId, [database.models], ({ modelInUse = null }) => work(modelInUse));
}

async function putInUse(datasetId: number, modelId: number): Promise<void> {
  const record = await database.models.get(modelId);
  if (record?.datasetId !== datasetId) {
    throw new AppError('model-missing', `data set ${datasetId} has no model ${modelId}`);
  }
  await database.datasets.update(datasetId, { modelInUse: modelId });
}

/** A removed model, with everything needed to restore it. */
interface RemovedModel {
  readonly model: ModelRecord;
  readonly training: TrainingRun;
  readonly evidence: EvidenceRecord | undefined;
  /** Whether it was in use; `usedInstead` is the model in use after the removal. */
  readonly wasInUse: boolean;
  readonly usedInstead: number | undefined;
}

/**
 * Removes a model with its run and evidence. Where it was in use, the newest of the others replaces it. Returns null
 * where there was no such model. Throws AppError dataset-missing where the data set is gone.
 */
export function removeModel(datasetId: number, modelId: number): Promise<RemovedModel | null> {
  const { datasets, models, trainings, evidence } = database;
  return inDataset(datasetId, [models, trainings, evidence], async ({ modelInUse: before }) => {
    const [model, training] = [await models.get(modelId), await trainings.get(modelId)];
    if (!model || !training) return null;
    const known = { model, training, evidence: await evidence.get(modelId) };
    for (const table of [models, trainings, evidence]) await table.delete(modelId);
    if (before !== modelId) return { ...known, wasInUse: false, usedInstead: before };
    const usedInstead = (await models.where({ datasetId }).last())?.id;
    await datasets.where({ id: datasetId }).modify((record) => useInstead(record, usedInstead));
    return { ...known, wasInUse: true, usedInstead };
  });
}

/**
 * Restores a removed model. Puts it in use again if it was, unless a model other than its substitute has been chosen
 * since. Throws AppError dataset-missing where the data set is gone.
 */
export function restoreModel(removed: RemovedModel): Promise<void> {
  const { datasets, models, trainings, evidence } = database;
  const { model, training, wasInUse, usedInstead } = removed;
  return inDataset(model.datasetId, [models, trainings, evidence], async ({ modelInUse }) => {
    await models.put(model);
    await trainings.put(training);
    if (removed.evidence) await evidence.put(removed.evidence);
    if (wasInUse && modelInUse === usedInstead)
      await datasets.update(model.datasetId, { modelInUse: model.id });
  });
}

function useInstead(record: DatasetRecord, modelId: number | undefined): void {
  if (modelId === undefined) delete record.modelInUse;
  else record.modelInUse = modelId;
}

/** Loads a model; the one in use where no model ID is given. */
export function loadModel(datasetId: number, modelId?: number): Promise<TrainedModel | undefined> {
  const { datasets, models, trainings } = database;
  return withStorage(() =>
    database.transaction('r', datasets, models, trainings, async () => {
      const training = await (modelId === undefined
        ? trainingInUse(datasetId)
        : trainings.get(modelId));
      const record = training && (await models.get(training.modelId));
      return record && unpackModel({ ...record.model, report: training.report });
    }),
  );
}
