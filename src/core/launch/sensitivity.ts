// How far a plan's gain leans on what no column tells. Past launches were not made by lot: products that were launched one way may have
// been better than those launched another. The idea is that of Rosenbaum's sensitivity analysis (Observational Studies, 2002) and of
// the E-value (VanderWeele and Ding 2017): not whether there is such a reason, but how strong it would have to be. Here it is told on
// the scale of units.

import { expectedSales } from './demand.ts';
import { profitOf, type Economy } from './economics.ts';
import type { UnitMoney } from './unit-money.ts';

interface Launched {
  /** log1p of the units in the middle of the forecast. */
  readonly logUnits: number;
  readonly money: UnitMoney;
  readonly stock: number;
}

/** Halvings of 0–1: beyond them a double tells no more. */
const HALVINGS = 50;

/**
 * The smallest share q, 0–1, by which demand could be lower until the plan, with its money and stock, earns what usual practice is
 * expected to earn: earned(logUnits + log(1 − q)) = usual. null where units or sell-through are aimed at, where the plan gains nothing,
 * and where it gains whatever is sold.
 * @param usual what usual practice is expected to bring of the objective
 */
export function sensitivityOf(
  { objective, spread }: Pick<Economy, 'objective' | 'spread'>,
  { logUnits, money, stock }: Launched,
  usual: number,
): number | null {
  if (objective !== 'profit' && objective !== 'revenue') return null;
  const earned = (logs: number): number =>
    objective === 'profit'
      ? profitOf({ spread }, logs, { money, stock })
      : money.revenue * expectedSales(spread, logs, stock);
  // Sales only fall with demand, so that what is earned crosses the usual once, if at all.
  if (!(earned(logUnits) > usual) || !(earned(-Infinity) < usual)) return null;
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (earned(logUnits + Math.log1p(-middle)) > usual) low = middle;
    else high = middle;
  }
  return high < 1 ? high : null;
}
