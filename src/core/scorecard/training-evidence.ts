import type { LoggedLaunches } from '../off-policy/logged-launches.ts';
import type { HeldOut } from './held-out.ts';
import type { LearningPoint } from './learning-curve.ts';
import type { Sufficiency } from './sufficiency.ts';

/** What one training can show for itself, launch by launch; kept beside its report, because few pages look at it. */
export interface TrainingEvidence {
  /** The last launches and what each method expected of them; null where there were too few to hold any out. */
  readonly heldOut: HeldOut | null;
  /** By how many launches were learnt from, fewest first; null until it is measured. */
  readonly learningCurve: readonly LearningPoint[] | null;
  /** Past launches as decisions, for what another policy would have earned; null where there were too few or nothing to choose. */
  readonly logged: LoggedLaunches | null;
  /** null of models that were opened from a file. */
  readonly sufficiency: Sufficiency | null;
}

export const NO_EVIDENCE: TrainingEvidence = {
  heldOut: null,
  learningCurve: null,
  logged: null,
  sufficiency: null,
};
