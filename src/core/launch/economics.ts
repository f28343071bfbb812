// What makes money of units: prices and costs of a product, what a unit leaves under each offer, and what is aimed at.

import { ownValue } from '../lookup.ts';
import { cellAt, offerCount, priceRatio, type ActionSpace } from './action-space.ts';
import type { Objective } from './aim.ts';
import { expectedDemand, expectedSales, type DemandSpread } from './demand.ts';
import { bestStock, type StockTerms } from './first-stock.ts';
import type { UnitMoney } from './unit-money.ts';
import type { NewProduct } from './new-product.ts';

/** Prices and costs of one product, with usual figures where it names none. */
export interface ProductEconomics {
  /** NaN where neither the product nor the history has one; the same for cost. */
  readonly listPrice: number;
  readonly unitCost: number;
}

export interface Economy {
  readonly objective: Objective;
  readonly economics: ProductEconomics;
  /** What a unit that is kept brings under each offer, in the order of a week's cells. */
  readonly offers: readonly UnitMoney[];
  /** Share of the units sold that come back, by cell; null where the history does not say. */
  readonly returnRates: ArrayLike<number> | null;
  readonly spread: DemandSpread;
  readonly terms: StockTerms;
  /** Pieces on hand, where the seller has decided that; null: as many as pay. */
  readonly fixedStock: number | null;
}

/** The fullest objective within what was asked for that every product's figures allow. */
export function commonObjective(
  asked: Objective,
  economics: readonly ProductEconomics[],
): Objective {
  if (asked === 'units' || asked === 'sell-through') return asked;
  if (economics.some(({ listPrice }) => Number.isNaN(listPrice))) return 'units';
  if (asked === 'revenue') return 'revenue';
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
  return { listPrice, unitCost };
}

type GivenEconomy = Pick<Economy, 'objective' | 'economics' | 'returnRates' | 'spread' | 'terms'> &
  Partial<Pick<Economy, 'fixedStock'>>;

export function economyOf(space: ActionSpace, given: GivenEconomy): Economy {
  const offers = Array.from({ length: offerCount(space) }, (_, index): UnitMoney => {
    const cell = cellAt(space, index);
    return offerMoney(given.economics, {
      price: given.economics.listPrice * priceRatio(space, cell),
      fee: space.channels[cell.channelIndex]?.fee ?? 0,
      adSpend: space.adSpend,
      leftoverLoss: given.terms.leftoverLoss,
    });
  });
  return { fixedStock: null, ...given, offers };
}

/** What a unit that is kept brings at a price that buyers pay. */
export function offerMoney(
  { unitCost }: ProductEconomics,
  offer: {
    readonly price: number;
    readonly fee: number;
    readonly adSpend: number;
    readonly leftoverLoss: number;
  },
): UnitMoney {
  return {
    revenue: offer.price,
    margin: offer.price * (1 - offer.fee) - unitCost,
    leftover: offer.leftoverLoss * unitCost,
    fixedCost: Number.isNaN(offer.adSpend) ? 0 : offer.adSpend,
  };
}

/** A unit that comes back is paid back, and loses what one left over loses: it has to be sold again, later and for less. */
export function keptMoney(money: UnitMoney, returnRate: number): UnitMoney {
  const kept = 1 - returnRate;
  const margin = kept * money.margin - returnRate * money.leftover;
  return { ...money, revenue: kept * money.revenue, margin };
}

export function moneyOf({ offers, returnRates }: Economy, index: number): UnitMoney {
  return keptMoney(offers[index % offers.length]!, returnRates?.[index] ?? 0);
}

/**
 * The pieces to have on hand where a cell sells so many. Whoever aims at revenue or units loses by one too few what it would have brought,
 * not what it would have left: a stock by margin alone would sell less under a lower price.
 */
export function stockOf(
  {
    objective,
    spread,
    terms,
    fixedStock,
  }: Pick<Economy, 'objective' | 'spread' | 'terms' | 'fixedStock'>,
  logUnits: number,
  money: UnitMoney,
): number {
  if (fixedStock !== null) return fixedStock;
  const isOfSales = objective === 'revenue' || objective === 'units';
  const margin = isOfSales ? money.revenue : money.margin;
  return bestStock(spread, logUnits, { terms, money: { margin, leftover: money.leftover } });
}

/**
 * The objective of a cell. A stock that is given can end and be left over; one still to be decided does neither: weeks, channels and prices
 * are compared first, stock is settled after them, and what is left of it goes on selling. Asked of every cell, so that it makes no object.
 */
export function valueOfCell(economy: Economy, index: number, logUnits: number): number {
  const { objective, offers, returnRates } = economy;
  if (objective === 'units') return Math.expm1(logUnits);
  if (objective === 'sell-through') return sellThrough(economy, logUnits);
  const offer = offers[index % offers.length]!;
  const units = sellable(economy, logUnits);
  const back = (returnRates?.[index] ?? 0) * units;
  const kept = units - back;
  if (objective === 'revenue') return kept * offer.revenue;
  return (
    kept * offer.margin -
    back * offer.leftover -
    leftoverCost(economy, offer, units) -
    offer.fixedCost
  );
}

/** The same under money of units that are kept. */
export function valueOf(economy: Economy, money: UnitMoney, logUnits: number): number {
  const { objective } = economy;
  if (objective === 'units') return Math.expm1(logUnits);
  if (objective === 'sell-through') return sellThrough(economy, logUnits);
  const units = sellable(economy, logUnits);
  if (objective === 'revenue') return units * money.revenue;
  return units * money.margin - leftoverCost(economy, money, units) - money.fixedCost;
}

function sellable({ spread, fixedStock }: Economy, logUnits: number): number {
  if (fixedStock === null) return expectedDemand(spread, logUnits);
  return expectedSales(spread, logUnits, fixedStock);
}

function leftoverCost({ fixedStock }: Economy, { leftover }: UnitMoney, sold: number): number {
  return fixedStock === null ? 0 : leftover * (fixedStock - sold);
}

/** What is expected of a cell with its best stock, as `forecast` gives it. */
export function expectedOfCell(economy: Economy, index: number, logUnits: number): number {
  const { objective, spread } = economy;
  if (objective !== 'profit' && objective !== 'revenue')
    return valueOfCell(economy, index, logUnits);
  const money = moneyOf(economy, index);
  const stock = stockOf(economy, logUnits, money);
  if (objective === 'profit') return profitOf(economy, logUnits, { money, stock });
  return money.revenue * expectedSales(spread, logUnits, stock);
}

/** Mean profit with a stock that can end and be left over, as `forecast` gives it. */
export function profitOf(
  { spread }: Pick<Economy, 'spread'>,
  logUnits: number,
  { money, stock }: { readonly money: UnitMoney; readonly stock: number },
): number {
  const sold = expectedSales(spread, logUnits, stock);
  return money.margin * sold - money.leftover * (stock - sold) - money.fixedCost;
}

/** Of a stock that is given: without one, all of it is always sold. */
function sellThrough({ spread, fixedStock }: Economy, logUnits: number): number {
  return fixedStock ? expectedSales(spread, logUnits, fixedStock) / fixedStock : 1;
}

/** The same of every cell. */
export function valuesOfCells(economy: Economy, logUnits: ArrayLike<number>): Float64Array {
  const values = new Float64Array(logUnits.length);
  for (let i = 0; i < values.length; i++) values[i] = valueOfCell(economy, i, logUnits[i]!);
  return values;
}
