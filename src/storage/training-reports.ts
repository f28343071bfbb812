import type { TrainingReport } from '#core/launch/training-report.ts';
import { database, type ModelRecord } from './database.ts';
import { withStorage } from './quota.ts';

/** Of the data set's model: all that most pages need of it. */
export async function loadTrainingReport(datasetId: number): Promise<TrainingReport | undefined> {
  const record = await lastModelRecord(datasetId);
  return record && reportOf(record);
}

export function lastModelRecord(datasetId: number): Promise<ModelRecord | undefined> {
  return withStorage(() => database.models.where({ datasetId }).last());
}

export function reportOf({ id, model }: ModelRecord): TrainingReport {
  return { ...model.report, modelId: id };
}
