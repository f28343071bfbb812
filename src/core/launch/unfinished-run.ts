import type { TrainingSettings } from '../model/training-settings.ts';
import type { ComputePreference } from './training-report.ts';

/** A training that has not ended: what it was asked for, and how far it came. Asked for again, it goes on from there. */
export interface UnfinishedRun {
  readonly datasetId: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly compute: ComputePreference;
  readonly settings: TrainingSettings;
  /** 0–1, of all of it. */
  readonly fraction: number;
}
