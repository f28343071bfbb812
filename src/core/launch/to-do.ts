// What a ranking leaves to do: launches that are proposed, and stock to order in time for them.

import type { Day } from '../dates.ts';
import type { Aim } from './aim.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

export function toLaunch({ plans }: Ranking): LaunchPlan[] {
  return plans.filter(({ verdict }) => verdict.kind === 'launch');
}

/** The last day to order the first stock; null where nothing is to be ordered, or it is there at once. */
export function orderDay({ product, action, verdict }: LaunchPlan, { stock }: Aim): Day | null {
  const isOrdered = (product.firstStock ?? 0) > 0;
  if (verdict.kind !== 'launch' || isOrdered || !(stock.leadTimeDays > 0)) return null;
  return action.launchDay - Math.ceil(stock.leadTimeDays);
}
