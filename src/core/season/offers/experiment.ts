import type { Placement } from './placement.ts';

/** How much money depends on one arm per log unit, and the standard deviation of that arm's effect in log units. */
export interface Leaning {
  readonly arm: string;
  readonly slope: number;
  readonly doubt: number;
}

/**
 * A launch moved to another channel, and perhaps week, than is best for this season, because its result helps later
 * launches.
 */
export interface Experiment {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  /** Where it would be launched otherwise; below, where it is launched as a trial. */
  readonly otherwise: Placement;
  readonly placement: Placement;
  /** Past launches of the category on that channel; below, other launches of the calendar there. */
  readonly tried: number;
  readonly planned: number;
  /**
   * Standard deviation, in log units, of the channel's effect in the category: without this launch; below, after it.
   */
  readonly doubtBefore: number;
  readonly doubtAfter: number;
  /** Expected loss of this season, in the objective; below, the expected gain of later launches. */
  readonly cost: number;
  readonly worth: number;
  /** What the cost depends on: see cost-doubt.ts. */
  readonly leanings: readonly Leaning[];
}

export interface SeasonExperiments {
  /** In the order of choice: the one that pays most first. */
  readonly experiments: readonly Experiment[];
  /** Largest number allowed. */
  readonly most: number;
  readonly cost: number;
  readonly worth: number;
}
