import type { LoggedLaunches } from '../off-policy/logged-launches.ts';
import type { Holdout } from './holdout.ts';
import type { LearningPoint } from './learning-curve.ts';
import type { Sufficiency } from './sufficiency.ts';

/** Evaluation data of one run, launch by launch. Stored apart from the report, because few pages read it. */
export interface TrainingEvidence {
  /** The test set with each method's forecasts; null where there were too few launches for one. */
  readonly heldOut: Holdout | null;
  /** Errors by number of training launches, fewest first; null until measured. */
  readonly learningCurve: readonly LearningPoint[] | null;
  /** Past launches as decisions, for off-policy evaluation; null where there were too few or nothing to choose. */
  readonly logged: LoggedLaunches | null;
  /** null for models opened from a file. */
  readonly sufficiency: Sufficiency | null;
}

export const NO_EVIDENCE: TrainingEvidence = {
  heldOut: null,
  learningCurve: null,
  logged: null,
  sufficiency: null,
};
