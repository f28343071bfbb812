import type { Progress } from '#core/base/progress.ts';
import type { ConflictPart } from './limit-conflict.ts';
import type { Quality } from '../offers/season-calendar.ts';
import type { Placement } from '../offers/placement.ts';

/** A feasible calendar, its value and its bound. */
export interface SeasonSolution extends Quality {
  readonly placements: readonly Placement[];
}

/** best: within the gap asked for, or proven optimal; out-of-time: the best found in time. */
export type SolveEnd = 'best' | 'out-of-time';

export type SeasonOutcome =
  | {
      readonly kind: 'solved';
      readonly solution: SeasonSolution;
      readonly end: SolveEnd;
      readonly seconds: number;
    }
  /** No calendar fits: these cannot all be kept together. */
  | { readonly kind: 'clash'; readonly parts: readonly ConflictPart[] };

/** Progress with the best calendar so far, which is kept if the solver is stopped. */
export interface SeasonProgress extends Progress {
  readonly phase: 'solve';
  readonly best: SeasonSolution | null;
}
