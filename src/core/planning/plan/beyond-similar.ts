// Compares what a plan orders and forecasts with what similar launches sold. A figure above all experience is a caution
// that no range of the model gives, because ranges come from the same model.

import type { LaunchPlan } from './launch-plan.ts';
import type { PastSales } from './past-sales.ts';

/** Least number of similar launches to compare with: one or two show little. */
export const FEWEST_COMPARED = 3;

/** A figure of a plan that lies above every similar launch. */
export interface Beyond {
  readonly what: 'order' | 'forecast';
  /** Multiple of the highest similar launch, above 1; Infinity where none sold anything. */
  readonly times: number;
  /** Units of the lowest and the highest similar launch. */
  readonly low: number;
  readonly high: number;
  /** Whether the highest sold its whole stock, so that its demand was higher. */
  readonly isSoldOut: boolean;
}

type Compared = Pick<LaunchPlan, 'action' | 'outcome'>;

/**
 * Returns the initial stock, or else the forecast, that lies above every similar launch; null where neither does, or
 * fewer than `FEWEST_COMPARED` are known.
 */
export function beyondSimilar(
  { action, outcome }: Compared,
  past: PastSales | undefined,
): Beyond | null {
  const similar = past?.similar ?? [];
  if (similar.length < FEWEST_COMPARED) return null;
  const ascending = similar.toSorted((a, b) => a.units - b.units);
  const [low, { units: high }] = [ascending[0]!.units, ascending.at(-1)!];
  const isSoldOut = ascending.some((sales) => sales.units === high && sales.isSoldOut);
  const beyond = (what: Beyond['what'], units: number): Beyond | null =>
    units > high ? { what, times: units / high, low, high, isSoldOut } : null;
  return beyond('order', action.stockUnits) ?? beyond('forecast', outcome.units.expected);
}

/** Returns the same where the initial stock is also above `high`, 95% of such launches; else null. */
export function orderBeyondAny(plan: Compared, past: PastSales | undefined): Beyond | null {
  const beyond = beyondSimilar(plan, past);
  if (beyond?.what !== 'order') return null;
  return plan.action.stockUnits > (past?.high ?? Infinity) ? beyond : null;
}
