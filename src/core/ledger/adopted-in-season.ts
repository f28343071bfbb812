// Adopted plans as a season needs them: where they stand, and as plans that say what was promised.

import { launchOf } from '../launch/alternatives.ts';
import type { LaunchPlan } from '../launch/launch-plan.ts';
import type { AdoptedLaunches } from '../season/adopted-launches.ts';
import type { FrozenPlan } from './adopted-plan.ts';

type Decided = Pick<FrozenPlan, 'product' | 'action'>;

/** @param entries that stand, in the order in which they were adopted: of a product the last counts */
export function adoptedLaunches(entries: readonly Decided[]): AdoptedLaunches {
  return Object.fromEntries(
    entries.map(({ product: { id }, action }) => {
      const { launchDay, channel, adSpend, stockUnits } = action;
      return [id, { productId: id, week: launchDay, channel, adSpend, stockUnits }];
    }),
  );
}

/** As it was promised. @param plan what is planned for the same product now */
export function promisedPlan(entry: FrozenPlan, plan: LaunchPlan): LaunchPlan {
  const { product, usual } = entry;
  return {
    ...launchOf(entry),
    ...{ product, usual },
    ...{ notes: plan.notes, alternatives: [], verdict: { kind: 'launch' }, surface: plan.surface },
  };
}
