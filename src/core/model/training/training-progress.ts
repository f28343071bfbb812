import type { Progress } from '#core/base/progress.ts';
import type { StopPoint } from './stop-point.ts';
import type { TrainingFinding } from './training-finding.ts';
import type { TrainingPhase } from './training-phases.ts';
import type { BackendChoice, EpochLoss, HeadLoss } from './training-report.ts';

/** How far a training is, and what it has found out. */
export interface TrainingProgress extends Progress {
  readonly phase: TrainingPhase;
  /** Phases of this run, in order. */
  readonly phases: readonly TrainingPhase[];
  readonly backend: BackendChoice;
  readonly epoch: number;
  readonly epochCount: number;
  readonly curve: readonly EpochLoss[];
  /** Validation loss of each output of a network that knows nothing; null before the fit that the curve shows. */
  readonly nothing: readonly HeadLoss[] | null;
  /** What the run has found out, in order. */
  readonly findings: readonly TrainingFinding[];
  /** The last epoch of a fit that the curve does not show, of a backtest; null where none is going on. */
  readonly tried: TriedEpoch | null;
  /** Speed in the last epoch; null before the first. */
  readonly stepsPerSecond: number | null;
  /** Memory used by the processor that trains, in bytes. */
  readonly memoryBytes: number;
  /** Time left of the whole run; null while the language model is fetched, and until enough is known. */
  readonly secondsLeft: number | null;
  /** What stopping now would keep; null where nothing can be left out. */
  readonly stopPoint: StopPoint | null;
  /** Parts that the seller has stopped. */
  readonly stopped: readonly StopPoint[];
}

export interface TriedEpoch {
  /** Number of the epoch within its fit, from 1. */
  readonly epoch: number;
  /** Error on launches that the fit has not seen. */
  readonly wape: number;
}
