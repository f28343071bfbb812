// What a launch with a stock counts for by the objective, in one case and on average. Sell-through is a share and cannot be
// added up over launches, so units replace it.

import type { Objective } from '../plan/aim.ts';
import type { DemandSpread } from './demand.ts';
import { expectedUnits, profitAt, profitOf, soldInAll, type Launched } from './launch-profit.ts';

/** Returns the objective of one case, with `units` of demand within the horizon. */
export function objectiveAt(objective: Objective, units: number, launched: Launched): number {
  const { money, stock } = launched;
  if (objective === 'profit') return profitAt(units, launched);
  if (objective !== 'revenue') return Math.min(units, stock);
  return money.revenue * soldInAll(units, { later: money.later, stock });
}

/**
 * Returns the mean objective.
 * @param logUnits forecast of log1p(units) within the horizon
 */
export function meanObjective(
  { objective, spread }: { readonly objective: Objective; readonly spread: DemandSpread },
  logUnits: number,
  launched: Launched,
): number {
  if (objective === 'profit') return profitOf({ spread }, logUnits, launched);
  const { sold, inAll } = expectedUnits(spread, logUnits, launched);
  return objective === 'revenue' ? launched.money.revenue * inAll : sold;
}
