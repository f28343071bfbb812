import type { TrainingReport } from '#core/launch/training-report.ts';
import { packModel, unpackModel } from '#core/model/packed-model.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { database, type ModelRecord } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';
import { forgetRun } from './run-range.ts';

/**
 * Takes the place of the data set's model before; its number is new, so that older plans show their age. The run that made it has
 * ended, and what it kept on its way goes.
 */
export function saveModel(model: TrainedModel): Promise<TrainedModel> {
  const { datasetId } = model.report;
  const packed = packModel(model);
  const { datasets, models, runs, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', [datasets, models, runs, checkpoints], async () => {
      await readRecord(datasetId);
      await forgetRun(datasetId);
      await database.models.where({ datasetId }).delete();
      const id = await database.models.add({ datasetId, model: packed });
      return { ...model, report: reportOf({ id, datasetId, model: packed }) };
    }),
  );
}

export async function loadModel(datasetId: number): Promise<TrainedModel | undefined> {
  const record = await lastRecord(datasetId);
  return record && { ...unpackModel(record.model), report: reportOf(record) };
}

export async function loadTrainingReport(datasetId: number): Promise<TrainingReport | undefined> {
  const record = await lastRecord(datasetId);
  return record && reportOf(record);
}

function lastRecord(datasetId: number): Promise<ModelRecord | undefined> {
  return withStorage(() => database.models.where({ datasetId }).last());
}

function reportOf({ id, model }: ModelRecord): TrainingReport {
  return { ...model.report, modelId: id };
}
