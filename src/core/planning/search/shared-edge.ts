// Detects where all plans take the same edge of what was tried. In one plan it may be right; in all of them it is more
// likely a bias of the model.

import type { ActionSpace } from '#core/model/features/action-space.ts';
import type { LaunchPlan, SharedEdge } from '../plan/launch-plan.ts';

/** Fewest plans; fewer may agree by chance. */
const FEWEST = 5;

/** Returns the edges that all plans take, without those that are usual. */
export function sharedEdges(space: ActionSpace, plans: readonly LaunchPlan[]): SharedEdge[] {
  if (plans.length < FEWEST) return [];
  const all = (is: (action: LaunchPlan['action']) => boolean) =>
    plans.every(({ action }) => is(action));
  const { priceFactors, adSpends, adSpend: usual } = space;
  const [lowest, highest] = [Math.min(...priceFactors), Math.max(...priceFactors)];
  const most = Math.max(...adSpends);
  const list = Math.min(...priceFactors.map((factor) => Math.abs(factor - 1)));
  const isUnusual = (factor: number) => Math.abs(factor - 1) > list;
  const edges: readonly (readonly [edge: SharedEdge, isTaken: boolean])[] = [
    ['lowest-price', isUnusual(lowest) && all(({ priceFactor }) => priceFactor === lowest)],
    ['highest-price', isUnusual(highest) && all(({ priceFactor }) => priceFactor === highest)],
    ['highest-ad-spend', most > usual && all(({ adSpend }) => adSpend === most)],
  ];
  return edges.filter(([, isTaken]) => isTaken).map(([edge]) => edge);
}
