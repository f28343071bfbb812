// Records of a project file under the numbers that they get where they are restored. Nothing else of them changes.

import type { TrainingRun } from '../runs/training-run.ts';

export interface NewIds {
  readonly datasetId: number;
  /** The new number of a model, whether or not it is still there. */
  readonly modelId: (old: number) => number;
}

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

/** Of rankings, offers and adopted plans. */
export function renumbered<T extends { readonly datasetId: number; readonly modelId: number }>(
  record: T,
  { datasetId, modelId }: NewIds,
): T {
  return { ...record, datasetId, modelId: modelId(record.modelId) };
}

/** Every model that a record speaks of. */
export function modelsOfTraining({ modelId, report, comparison }: TrainingRun): number[] {
  return [modelId, report.modelId, report.startedFrom, comparison?.modelId].filter(
    (id) => id !== undefined,
  );
}
