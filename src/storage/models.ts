import { packModel, unpackModel } from '#core/model/packed-model.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';
import { forgetRun } from './run-range.ts';
import { lastModelRecord, reportOf } from './training-reports.ts';

/**
 * Takes the place of the data set's model before; its number is new, so that older plans show their age. The run that made it has
 * ended, and what it kept on its way goes.
 */
export function saveModel(model: TrainedModel): Promise<TrainedModel> {
  return replaceModel(model, { endsRun: true });
}

/** The same with a model from elsewhere: a training that is not finished can still go on. */
export function adoptModel(model: TrainedModel): Promise<TrainedModel> {
  return replaceModel(model);
}

/** A model that another one took the place of, under the number it had: plans made with it are as new as they were. */
export function restoreModel(model: TrainedModel): Promise<TrainedModel> {
  return replaceModel(model, { id: model.report.modelId });
}

function replaceModel(
  model: TrainedModel,
  { endsRun = false, ...number }: { readonly endsRun?: boolean; readonly id?: number } = {},
): Promise<TrainedModel> {
  const { datasetId } = model.report;
  const packed = packModel(model);
  const { datasets, models, runs, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', [datasets, models, runs, checkpoints], async () => {
      await readRecord(datasetId);
      if (endsRun) await forgetRun(datasetId);
      await database.models.where({ datasetId }).delete();
      const id = await database.models.add({ ...number, datasetId, model: packed });
      return { ...model, report: reportOf({ id, datasetId, model: packed }) };
    }),
  );
}

export async function loadModel(datasetId: number): Promise<TrainedModel | undefined> {
  const record = await lastModelRecord(datasetId);
  return record && { ...unpackModel(record.model), report: reportOf(record) };
}
