// The reward of a launch: profit where prices and costs are known, else revenue, else units.

import { usualCostShares, usualListPrices } from '#core/model/features/action-space.ts';
import {
  expectedDemand,
  expectedSales,
  type DemandSpread,
} from '#core/planning/economics/demand.ts';
import { commonObjective, economicsOf } from '#core/planning/economics/economics.ts';
import { offerMoney, type ProductEconomics } from '#core/planning/economics/offer-money.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { LaunchOffer } from './logged-offers.ts';
import type { LoggedLaunches } from './logged-launches.ts';

export interface LaunchRewards {
  readonly objective: LoggedLaunches['objective'];
  /** Economics by row, in the order given; usual figures where a launch has none. */
  readonly economics: readonly ProductEconomics[];
}

/** Returns the economics of each launch, and the objective that all of them allow. */
export function launchRewards(table: LaunchTable, rows: Uint32Array): LaunchRewards {
  const usual = { listPrices: usualListPrices(table), costShares: usualCostShares(table) };
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const economics = Array.from(rows, (row) => {
    const product = {
      ...{ id: '', title: '', brand: '', attributes: {}, category: table.category[row]! },
      listPrice: known(table.listPrice[row]!),
      unitCost: known(table.unitCost[row]!),
    };
    return economicsOf(product, usual);
  });
  const objective = commonObjective('profit', economics);
  return { economics, objective: objective === 'sell-through' ? 'units' : objective };
}

/** Returns the reward of selling `units`, in the unit of the objective. */
export function rewardOf(
  objective: LoggedLaunches['objective'],
  units: number,
  { revenue, margin, fixedCost }: Pick<UnitMoney, 'revenue' | 'margin' | 'fixedCost'>,
): number {
  if (objective === 'units') return units;
  return objective === 'revenue' ? units * revenue : units * margin - fixedCost;
}

/**
 * Returns the money per unit under an offer. Leftover stock costs nothing here, because it goes on selling. The evaluation
 * is made when a model is trained, for no aim, so it counts no terms of selling and assumes no unit cost.
 */
export function moneyUnder(
  economics: ProductEconomics,
  { priceRatio, fee, adSpend }: LaunchOffer,
): UnitMoney {
  const price = economics.listPrice * priceRatio;
  return offerMoney(economics, { price, fee, adSpend, leftoverLoss: 0 });
}

/** Returns the mean units sold: at most `stock`, where that is not NaN. */
export function unitsExpected(spread: DemandSpread, logUnits: number, stock: number): number {
  return Number.isNaN(stock)
    ? expectedDemand(spread, logUnits)
    : expectedSales(spread, logUnits, stock);
}
