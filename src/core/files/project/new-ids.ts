// Renumbers the records of a project file for the device where they are restored. Nothing else in them changes.

import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';

export interface NewIds {
  readonly datasetId: number;
  /** Returns the new number of a model, whether or not the model still exists. */
  readonly modelId: (old: number) => number;
}

/** Returns a training run with the new numbers of its data set and of every model that it mentions. */
export function renumberedTraining(run: TrainingRun, { datasetId, modelId }: NewIds): TrainingRun {
  const { report, comparison } = run;
  const { startedFrom } = report;
  return {
    ...run,
    datasetId,
    modelId: modelId(run.modelId),
    report: {
      ...report,
      datasetId,
      modelId: modelId(report.modelId),
      ...(startedFrom !== undefined && { startedFrom: modelId(startedFrom) }),
    },
    comparison: comparison && { ...comparison, modelId: modelId(comparison.modelId) },
  };
}

/** Returns a ranking, set of offers or adopted plan with the new numbers of its data set and model. */
export function renumbered<T extends { readonly datasetId: number; readonly modelId: number }>(
  record: T,
  { datasetId, modelId }: NewIds,
): T {
  return { ...record, datasetId, modelId: modelId(record.modelId) };
}

/** Returns the numbers of all models that a training run mentions. */
export function modelsOfTraining({ modelId, report, comparison }: TrainingRun): number[] {
  return [modelId, report.modelId, report.startedFrom, comparison?.modelId].filter(
    (id) => id !== undefined,
  );
}
