// What makes money of units: prices and costs of a product, what a unit leaves under each offer, and what is aimed at.

import { ownValue } from '../lookup.ts';
import { cellAt, offerCount, priceRatio, type ActionSpace } from './action-space.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';
import type { NewProduct } from './new-product.ts';

export type Objective = Ranking['objective'];

/** Prices and costs of one product, with usual figures where it names none. */
export interface ProductEconomics {
  /** NaN where neither the product nor the history has one; the same for cost. */
  readonly listPrice: number;
  readonly unitCost: number;
  readonly assumed: LaunchPlan['assumed'];
}

/** Money that one unit sold brings in and leaves, and what the launch costs whatever is sold. */
export interface UnitMoney {
  readonly revenue: number;
  readonly margin: number;
  readonly fixedCost: number;
}

export interface Economy {
  readonly objective: Objective;
  readonly economics: ProductEconomics;
  /** What a unit that is kept brings under each offer, in the order of a week's cells. */
  readonly offers: readonly UnitMoney[];
  /** Share of the units sold that come back, by cell; null where the history does not say. */
  readonly returnRates: ArrayLike<number> | null;
}

/** The fullest objective that every product's figures allow. */
export function commonObjective(economics: readonly ProductEconomics[]): Objective {
  if (economics.some(({ listPrice }) => Number.isNaN(listPrice))) return 'units';
  return economics.some(({ unitCost }) => Number.isNaN(unitCost)) ? 'revenue' : 'profit';
}

export function economicsOf(
  product: NewProduct,
  usual: {
    readonly listPrices: Readonly<Record<string, number>>;
    readonly costShares: Readonly<Record<string, number>>;
  },
): ProductEconomics {
  const typical = (table: Readonly<Record<string, number>>): number => {
    const own = ownValue(table, product.category) ?? NaN;
    return Number.isFinite(own) ? own : (ownValue(table, '') ?? NaN);
  };
  const listPrice = product.listPrice ?? typical(usual.listPrices);
  const unitCost = product.unitCost ?? listPrice * typical(usual.costShares);
  const assumed: ('list-price' | 'unit-cost')[] = [];
  if (product.listPrice === null && !Number.isNaN(listPrice)) assumed.push('list-price');
  if (product.unitCost === null && !Number.isNaN(unitCost)) assumed.push('unit-cost');
  return { listPrice, unitCost, assumed };
}

export function economyOf(
  space: ActionSpace,
  given: Pick<Economy, 'objective' | 'economics' | 'returnRates'>,
): Economy {
  const { listPrice, unitCost } = given.economics;
  const offers = Array.from({ length: offerCount(space) }, (_, index): UnitMoney => {
    const cell = cellAt(space, index);
    const revenue = listPrice * priceRatio(space, cell);
    const fee = space.channels[cell.channelIndex]?.fee ?? 0;
    const fixedCost = Number.isNaN(space.adSpend) ? 0 : space.adSpend;
    return { revenue, margin: revenue * (1 - fee) - unitCost, fixedCost };
  });
  return { ...given, offers };
}

/** A unit that comes back brings nothing and costs nothing: it is paid back, and can be sold again. */
export function moneyOf({ offers, returnRates }: Economy, index: number): UnitMoney {
  const { revenue, margin, fixedCost } = offers[index % offers.length]!;
  const kept = 1 - (returnRates?.[index] ?? 0);
  return { revenue: kept * revenue, margin: kept * margin, fixedCost };
}

/** The objective where a cell sells so many units. Asked of every cell, so that it makes no object. */
export function valueOfCell(economy: Economy, index: number, logUnits: number): number {
  const { objective, offers, returnRates } = economy;
  const units = Math.expm1(logUnits);
  if (objective === 'units') return units;
  const kept = returnRates ? units * (1 - returnRates[index]!) : units;
  const offer = offers[index % offers.length]!;
  return objective === 'revenue' ? kept * offer.revenue : kept * offer.margin - offer.fixedCost;
}

/** The same of every cell. */
export function valuesOfCells(economy: Economy, logUnits: ArrayLike<number>): Float64Array {
  const values = new Float64Array(logUnits.length);
  for (let i = 0; i < values.length; i++) values[i] = valueOfCell(economy, i, logUnits[i]!);
  return values;
}
