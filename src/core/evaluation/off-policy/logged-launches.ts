// Past launches as a log of decisions: the action taken, its reward, its propensity, and the reward that a model
// expected of every possible action. No such model was trained on the launch. From this log, off-policy evaluation
// estimates what another policy would have earned. Dudík, Langford & Li (2011), "Doubly robust policy evaluation and
// learning", call it the log of a contextual bandit.

import type { Objective } from '#core/planning/plan/aim.ts';
import type { StrongestInput } from './benchmark.ts';
import type { TriedAction } from './tried-action.ts';

/** n launches, K coarse actions that were tried. */
export interface LoggedLaunches {
  readonly count: number;
  readonly actions: readonly TriedAction[];
  /** Index of the action of each launch, [n]. */
  readonly taken: Uint16Array;
  /** Reward of each launch, in the unit of `objective`, [n]. */
  readonly reward: Float64Array;
  readonly objective: Exclude<Objective, 'sell-through'>;
  /** Chance of each action for such a product in that week, at that price and ad spend, adding up to one, [n, K]. */
  readonly propensities: Float32Array;
  /** Input that the choices depend on most; null where no input separates choices. */
  readonly strongest: StrongestInput | null;
  /** Reward that a model expected of each action, [n, K]. */
  readonly expected: Float32Array;
}
