import type { TrainingReport } from '#core/launch/training-report.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { database, type ModelRecord } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** Takes the place of the data set's model before; its number is new, so that older plans show their age. */
export function saveModel(model: TrainedModel): Promise<TrainedModel> {
  const { datasetId } = model.report;
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.models, async () => {
      await readRecord(datasetId);
      await database.models.where({ datasetId }).delete();
      const id = await database.models.add({ datasetId, model });
      return numbered({ id, datasetId, model });
    }),
  );
}

export async function loadModel(datasetId: number): Promise<TrainedModel | undefined> {
  const record = await withStorage(() => database.models.where({ datasetId }).last());
  return record && numbered(record);
}

export async function loadTrainingReport(datasetId: number): Promise<TrainingReport | undefined> {
  return (await loadModel(datasetId))?.report;
}

function numbered({ id, model }: ModelRecord): TrainedModel {
  return { ...model, report: { ...model.report, modelId: id } };
}
