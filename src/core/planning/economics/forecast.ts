// Forecasts a launch with a given initial stock: demand in units, the money of the units that can be sold, and the
// chances of a loss, of selling out and of leftovers.

import { demandAt, demandPoints, oddsOfDemand, type DemandSpread } from './demand.ts';
import { expectedUnits, profitAt, soldInAll } from './launch-profit.ts';
import type { ForecastOutcome, OutcomeRange, PlanOdds } from '../plan/launch-plan.ts';
import { meanRange, rangeAround } from '../plan/outcome-range.ts';
import type { UnitMoney } from '../plan/unit-money.ts';

export interface Forecast {
  readonly outcome: ForecastOutcome;
  readonly odds: PlanOdds;
}

interface Launched {
  /** log1p of the median units. */
  readonly logUnits: number;
  /** Money per unit sold; NaN where not known. */
  readonly money: UnitMoney;
  readonly stock: number;
}

/**
 * Returns the ranges of units, revenue and profit, and the chances; null where prices or costs are not known. Units, and
 * the chance of selling out, are those within the horizon; money counts what is sold later too, and leftovers are never
 * sold.
 */
export function forecast(spread: DemandSpread, launched: Launched): Forecast {
  const { logUnits, money, stock } = launched;
  const points = demandPoints(spread, logUnits); // ascending
  const { sold, inAll } = expectedUnits(spread, logUnits, launched);
  const counted = { ...launched, money: withLeftover(money) };
  const revenue = points.map(
    (units) => money.revenue * soldInAll(units, { later: money.later, stock }),
  );
  const profit = points.map((units) => profitAt(units, counted));
  return {
    outcome: {
      units: unitsRange(spread, logUnits),
      revenue: Number.isNaN(money.revenue) ? null : meanRange(revenue),
      profit: Number.isNaN(money.margin) ? null : meanRange(profit),
    },
    odds: {
      loss: Number.isNaN(money.margin) ? null : shareOf(profit, (each) => each < 0),
      sellOut: oddsOfDemand(spread, logUnits, stock),
      leftoverUnits: Math.max(0, stock - inAll),
      sellThrough: stock > 0 ? sold / stock : 0,
    },
  };
}

/** Where only the loss of a leftover unit is not known, none is counted. */
function withLeftover(money: UnitMoney): UnitMoney {
  return Number.isNaN(money.leftover) ? { ...money, leftover: 0 } : money;
}

/** Returns the range around the forecast, which is the median as far as the level is believed. */
function unitsRange(spread: DemandSpread, logUnits: number): OutcomeRange {
  const expected = Math.max(0, Math.expm1(logUnits));
  const at = (fraction: number) => demandAt(spread, logUnits, fraction);
  return rangeAround(expected, at);
}

function shareOf(values: Float64Array, is: (value: number) => boolean): number {
  return values.filter(is).length / values.length;
}
