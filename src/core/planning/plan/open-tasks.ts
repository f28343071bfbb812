// Lists what a ranking leaves to do: recommended launches, and stock to order in time for them.

import type { Day } from '#core/base/dates.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { Aim } from './aim.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';
import { productTerms, type StockTerms } from './stock-terms.ts';

/** Returns the plans that are recommended. */
export function plansToLaunch({ plans }: Ranking): LaunchPlan[] {
  return plans.filter(({ verdict }) => verdict.kind === 'launch');
}

/** Returns the day on which stock for a launch is ordered; null where it is there, or there is no lead time. */
export function leadDay(
  product: Pick<NewProduct, 'firstStock' | 'offer'>,
  launchDay: Day,
  terms: StockTerms,
): Day | null {
  const { leadTimeDays } = productTerms(product, terms);
  const isOrdered = (product.firstStock ?? 0) > 0;
  return isOrdered || !(leadTimeDays > 0) ? null : launchDay - Math.ceil(leadTimeDays);
}

/** Returns whether the stock of a proposed launch is to be ordered: none is there. */
export function isToOrder({ product, verdict }: Pick<LaunchPlan, 'product' | 'verdict'>): boolean {
  return verdict.kind === 'launch' && (product.firstStock ?? 0) <= 0;
}

/** Returns the last day to order the initial stock; null where nothing is to be ordered, or there is no lead time. */
export function orderDay({ product, action, verdict }: LaunchPlan, { stock }: Aim): Day | null {
  return verdict.kind === 'launch' ? leadDay(product, action.launchDay, stock) : null;
}
