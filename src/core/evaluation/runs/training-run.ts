import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { ModelComparison } from './model-comparison.ts';

/** The seller's remarks on a run. */
export interface RunRemarks {
  /** Name; '' where the run is shown by its number and day. */
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
}

/** A finished training, or an opened model file; its model is kept until the seller removes it. */
export interface TrainingRun extends RunRemarks {
  readonly modelId: number;
  readonly datasetId: number;
  readonly report: TrainingReport;
  /** null where no model was in use before, or none could be compared. */
  readonly comparison: ModelComparison | null;
}

/** All runs of a data set, newest first. */
export interface KeptRuns {
  readonly runs: readonly TrainingRun[];
  /** Number of the run whose model makes plans; null where there is none. */
  readonly modelInUse: number | null;
}

export const NO_REMARKS: RunRemarks = { name: '', note: '', tags: [] };
