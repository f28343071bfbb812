// Measures how much a plan's gain depends on unobserved reasons (confounders). Past launches were not randomised:
// products launched one way may have been better than those launched another. It states how strong such a reason would
// have to be, here on the scale of units. Sources: Rosenbaum's sensitivity analysis (Observational Studies, 2002) and
// the E-value (VanderWeele and Ding 2017).

import type { Economy } from '../economics/economics.ts';
import { expectedUnits, profitOf } from '../economics/launch-profit.ts';
import type { UnitMoney } from '../plan/unit-money.ts';

interface Launched {
  /** log1p of the median units. */
  readonly logUnits: number;
  readonly money: UnitMoney;
  readonly stock: number;
}

/** Bisections of 0–1: more exceed the precision of a double. */
const HALVINGS = 50;

/**
 * Returns the smallest share q, 0–1, by which demand could fall until the plan earns no more than the usual approach.
 * The plan keeps its money and stock: earned(logUnits + log(1 − q)) = usual. null where units or sell-through are the
 * objective, the plan gains nothing, or it gains whatever is sold.
 * @param usual expected objective of the usual approach
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
      : money.revenue * expectedUnits(spread, logs, { money, stock }).inAll;
  // Sales fall with demand, so what is earned crosses `usual` at most once.
  if (!(earned(logUnits) > usual) || !(earned(-Infinity) < usual)) return null;
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (earned(logUnits + Math.log1p(-middle)) > usual) low = middle;
    else high = middle;
  }
  return high < 1 ? high : null;
}
