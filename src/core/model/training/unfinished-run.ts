import type { TrainingSettings } from './training-settings.ts';
import type { StopPoint } from './stop-point.ts';
import type { ComputePreference } from './training-report.ts';

/** A training run that has not ended: its settings and its progress. Started again, it continues from there. */
export interface UnfinishedRun {
  readonly datasetId: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly compute: ComputePreference;
  readonly settings: TrainingSettings;
  /** Progress of the whole run, 0–1. */
  readonly fraction: number;
  /**
   * What stopping it would have kept when the seller paused it. Absent where that was nothing, where the tab was closed
   * instead.
   */
  readonly stopPoint?: StopPoint | undefined;
}
