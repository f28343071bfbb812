// Finds the groups of launches whose forecasts are clearly worse than the others, beyond what chance brings among so
// many groups.

import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { errorsByGroup, scoreOfRows, type Dimension, type LaunchGroup } from './errors-by-group.ts';
import type { Holdout } from './holdout.ts';

export interface WeakGroup extends LaunchGroup {
  readonly dimension: Dimension;
}

export interface WeakGroups {
  /** WAPE of all launches of the test set. */
  readonly all: OutcomeRange;
  /** Number of groups compared. */
  readonly compared: number;
  /** The clearest first. */
  readonly weak: readonly WeakGroup[];
}

const DIMENSIONS: readonly Dimension[] = ['category', 'channel', 'price', 'month'];
/** Chance, over all groups together, that one seems weak that is not. */
const BY_CHANCE = 0.1;

/**
 * Returns the groups whose WAPE exceeds that of all launches by more than chance: z = (W_g − W) / √(s_g² + s²), with
 * standard deviations from the bootstrap ranges, and Bonferroni's correction for the number of groups (Dunn 1961).
 */
export function weakGroups(holdout: Holdout): WeakGroups {
  const { wape: all } = scoreOfRows(
    holdout,
    Array.from({ length: holdout.count }, (_, i) => i),
  );
  const groups = DIMENSIONS.flatMap((dimension) => {
    const found = errorsByGroup(holdout, dimension);
    return found.length > 1 ? found.map((group) => ({ ...group, dimension })) : [];
  });
  const zOf = ({ wape }: LaunchGroup) =>
    (wape.expected - all.expected) / Math.hypot(deviationOf(wape), deviationOf(all));
  const isWeak = (group: LaunchGroup) => groups.length * (1 - normalShare(zOf(group))) < BY_CHANCE;
  const weak = groups.filter(isWeak).sort((a, b) => zOf(b) - zOf(a));
  return { all, compared: groups.length, weak };
}

function deviationOf({ low80, high80 }: OutcomeRange): number {
  return (high80 - low80) / (2 * EIGHT_IN_TEN);
}
