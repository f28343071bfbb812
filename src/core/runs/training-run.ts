import type { TrainingReport } from '../launch/training-report.ts';
import type { ModelComparison } from './model-comparison.ts';

/** What the seller says of a run. */
export interface RunRemarks {
  /** Empty: shown by its number and day. */
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
}

/** A training that was finished, or a model file that was opened: its model is kept until the seller removes it. */
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
  /** Number of the one that plans are made with; null where there is none. */
  readonly modelInUse: number | null;
}

export const NO_REMARKS: RunRemarks = { name: '', note: '', tags: [] };
