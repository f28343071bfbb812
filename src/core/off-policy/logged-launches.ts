// Past launches as a log of decisions: what was done, what came of it, how likely it was, and what a model that had not seen the
// launch expected of everything that could have been done. Off-policy evaluation asks of such a log what another policy would have
// earned; Dudík, Langford & Li (2011), "Doubly robust policy evaluation and learning", call it a contextual bandit's.

import type { Objective } from '../launch/aim.ts';
import type { StrongestInput } from './benchmark.ts';

/** A coarse action: what is asked about. Week, price and relative ad spend stay as they were. null where there is nothing to choose. */
export interface TriedAction {
  readonly channel: string | null;
  readonly promotion: string | null;
}

/** n launches, K coarse actions that were tried. */
export interface LoggedLaunches {
  readonly count: number;
  readonly actions: readonly TriedAction[];
  /** Which action each launch had, [n]. */
  readonly taken: Uint16Array;
  /** What came of it, in what `objective` counts, [n]. */
  readonly reward: Float64Array;
  readonly objective: Exclude<Objective, 'sell-through'>;
  /** The chance of each action of such a product in that week, at that price and spend, adding up to one, [n, K]. */
  readonly propensities: Float32Array;
  /**
   * The input of the propensities that choices rested on most. undefined: an older version stored it, whose propensities knew the product
   * alone; null: nothing tells choices apart.
   */
  readonly strongest?: StrongestInput | null | undefined;
  /** The reward that a model expected of each action, [n, K]. */
  readonly expected: Float32Array;
}
