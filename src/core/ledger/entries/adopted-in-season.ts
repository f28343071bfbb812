// Adopted plans as a season needs them: their place in the calendar, and their frozen forecast as a plan.

import { launchOf } from '#core/planning/search/alternatives.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedLaunches } from '#core/season/calendar/adopted-launches.ts';
import type { FrozenPlan } from './adopted-plan.ts';

type Decided = Pick<FrozenPlan, 'product' | 'action'>;

/**
 * Returns the place of each adopted product in the calendar.
 * @param entries standing ones, in order of adoption: of several for one product the last counts
 */
export function adoptedLaunches(entries: readonly Decided[]): AdoptedLaunches {
  return Object.fromEntries(
    entries.map(({ product: { id }, action }) => {
      const { launchDay, channel, adSpend, stockUnits } = action;
      return [id, { productId: id, week: launchDay, channel, adSpend, stockUnits }];
    }),
  );
}

/**
 * Returns an adopted plan with the forecast that was frozen at adoption.
 * @param plan the current plan of the same product, which gives the notes, the surface and what is said of its category
 */
export function promisedPlan(entry: FrozenPlan, plan: LaunchPlan): LaunchPlan {
  const { product, usual } = entry;
  const { neverSold } = plan;
  return {
    ...launchOf(entry),
    ...{ product, usual },
    ...{ notes: plan.notes, alternatives: [], verdict: { kind: 'launch' }, surface: plan.surface },
    ...(neverSold === undefined ? {} : { neverSold }),
  };
}
