import type { Progress } from '../progress.ts';
import type { ClashPart } from './clash.ts';
import type { Placement, Quality } from './season-calendar.ts';

/** A calendar that fits, and how good it is known to be. */
export interface SeasonSolution extends Quality {
  readonly placements: readonly Placement[];
}

/** best: as good as asked for, or proven to be the best; out-of-time: the best that was found. */
export type SolveEnd = 'best' | 'out-of-time';

export type SeasonOutcome =
  | {
      readonly kind: 'solved';
      readonly solution: SeasonSolution;
      readonly end: SolveEnd;
      readonly seconds: number;
    }
  /** No calendar fits: none of these can be kept together. */
  | { readonly kind: 'clash'; readonly parts: readonly ClashPart[] };

/** The best so far is in every report: whoever stops keeps it. */
export interface SeasonProgress extends Progress {
  readonly phase: 'solve';
  readonly best: SeasonSolution | null;
}
