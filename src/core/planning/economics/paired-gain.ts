// The gain of a plan over the usual approach, with its range. Both meet the same demand: a product that sells 20% better
// than forecast does so either way, so most of the doubt cancels out (common random numbers: Glasserman and Yao 1992,
// "Some guidelines and guarantees for common random numbers").

import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { GainRange } from '../plan/launch-plan.ts';
import { rangeAround } from '../plan/outcome-range.ts';
import { unitMoney, type KnownMoney } from '../plan/unit-money.ts';
import { demandPoints, type DemandSpread } from './demand.ts';
import { profitAt, soldInAll } from './launch-profit.ts';

interface Launched {
  /** log1p of the median units. */
  readonly logUnits: number;
  readonly money: KnownMoney;
  readonly stock: number;
}

interface Compared {
  readonly measure: GainRange['measure'];
  /** Difference of the expected values, as it is shown. */
  readonly expected: number;
}

/**
 * Returns the range of the gain and how often the plan is ahead, over the same demand factors; null where the money of
 * one of them is not known. Units are demand, whatever the stock.
 */
export function pairedGain(
  spread: DemandSpread,
  [plan, usual]: readonly [Launched, Launched],
  { measure, expected }: Compared,
): GainRange | null {
  const own = outcomesOf(spread, plan, measure);
  const other = outcomesOf(spread, usual, measure);
  const gains = own.map((value, i) => value - other[i]!);
  if (gains.some(Number.isNaN)) return null;
  const ahead = gains.filter((gain) => gain > 0).length / gains.length;
  gains.sort();
  const range = rangeAround(expected, (fraction) => quantileOfSorted(gains, fraction));
  return { measure, range, ahead };
}

/** Returns what a launch brings with each demand factor, in the order of the factors. */
function outcomesOf(
  spread: DemandSpread,
  { logUnits, money, stock }: Launched,
  measure: GainRange['measure'],
): Float64Array {
  const points = demandPoints(spread, logUnits);
  if (measure === 'units') return points;
  const known = unitMoney(money);
  const { revenue, later } = known;
  if (measure === 'revenue')
    return points.map((units) => revenue * soldInAll(units, { later, stock }));
  return points.map((units) => profitAt(units, { money: known, stock }));
}
