// Lists what a ranking leaves to do: recommended launches, and stock to order in time for them.

import type { Day } from '#core/base/dates.ts';
import type { Aim } from './aim.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

/** Returns the plans that are recommended. */
export function plansToLaunch({ plans }: Ranking): LaunchPlan[] {
  return plans.filter(({ verdict }) => verdict.kind === 'launch');
}

/** Returns the last day to order the initial stock; null where nothing is to be ordered, or there is no lead time. */
export function orderDay({ product, action, verdict }: LaunchPlan, { stock }: Aim): Day | null {
  const isOrdered = (product.firstStock ?? 0) > 0;
  if (verdict.kind !== 'launch' || isOrdered || !(stock.leadTimeDays > 0)) return null;
  return action.launchDay - Math.ceil(stock.leadTimeDays);
}
