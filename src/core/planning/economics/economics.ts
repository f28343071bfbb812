// Turns units into money: prices and costs of a product, margin per unit of each offer, and the objective.

import { ownValue } from '#core/base/lookup.ts';
import {
  cellAt,
  offerCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import type { Objective } from '../plan/aim.ts';
import { expectedDemand, expectedSales, type DemandSpread } from './demand.ts';
import { bestStock, partOfStock } from './first-stock.ts';
import { expectedUnits, profitOf, profitOfDemand } from './launch-profit.ts';
import {
  keptMoney,
  offerMoney,
  type OfferMoney,
  type ProductEconomics,
  type UnitOffer,
} from './offer-money.ts';
import type { StockTerms } from '../plan/stock-terms.ts';
import { saferStock } from './safer-stock.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import type { UnitTerms } from './unit-terms.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

export interface Economy {
  readonly objective: Objective;
  readonly economics: ProductEconomics;
  /** Money per unit kept, of each offer, in the order of a week's cells. */
  readonly offers: readonly OfferMoney[];
  /** Share of the units sold that are returned, by cell; null where not known. */
  readonly returnRates: ArrayLike<number> | null;
  readonly spread: DemandSpread;
  readonly terms: StockTerms;
  /** Absent: no further costs of selling and no later sales are counted. */
  readonly unitTerms?: UnitTerms | undefined;
  /** Units of stock that the seller has fixed; null: the best stock is calculated. */
  readonly fixedStock: number | null;
}

/** Returns the objective asked for, or the nearest that every product's figures allow: profit, revenue, units. */
export function commonObjective(
  asked: Objective,
  economics: readonly ProductEconomics[],
): Objective {
  if (asked === 'units' || asked === 'sell-through') return asked;
  if (economics.some(({ listPrice }) => Number.isNaN(listPrice))) return 'units';
  if (asked === 'revenue') return 'revenue';
  return economics.some(({ unitCost }) => Number.isNaN(unitCost)) ? 'revenue' : 'profit';
}

/** Usual figures by category, '' for all launches; shares are of the list price. */
interface UsualEconomics {
  readonly listPrices: Readonly<Record<string, number>>;
  readonly costShares: Readonly<Record<string, number>>;
  /** Share of the list price taken for the cost where no launch shows one; absent: it stays unknown. */
  readonly assumedCostShare?: number;
}

/** Returns a product's list price and unit cost; missing ones come from its category, then from all launches. */
export function economicsOf(product: NewProduct, usual: UsualEconomics): ProductEconomics {
  const typical = (table: Readonly<Record<string, number>>): number => {
    const own = ownValue(table, product.category) ?? NaN;
    return Number.isFinite(own) ? own : (ownValue(table, '') ?? NaN);
  };
  const listPrice = product.listPrice ?? typical(usual.listPrices);
  const unitCost = product.unitCost ?? listPrice * typical(usual.costShares);
  const assumed = listPrice * (usual.assumedCostShare ?? NaN);
  return Number.isNaN(unitCost) && !Number.isNaN(assumed)
    ? { listPrice, unitCost: assumed, isCostAssumed: true }
    : { listPrice, unitCost };
}

type GivenEconomy = Pick<Economy, 'objective' | 'economics' | 'returnRates' | 'spread' | 'terms'> &
  Partial<Pick<Economy, 'fixedStock' | 'unitTerms'>>;

/** Returns the economy of a product with the money of every offer of a week. */
export function economyOf(space: ActionSpace, given: GivenEconomy): Economy {
  const offers = Array.from({ length: offerCount(space) }, (_, index) =>
    offerMoney(given.economics, offerOfCell(space, given, { index, adSpend: space.adSpend })),
  );
  return { fixedStock: null, ...given, offers };
}

/** Returns the offer of a cell at an ad spend. */
export function offerOfCell(
  space: ActionSpace,
  { economics, terms, unitTerms }: Pick<Economy, 'economics' | 'terms' | 'unitTerms'>,
  { index, adSpend }: { readonly index: number; readonly adSpend: number },
): UnitOffer {
  const cell = cellAt(space, index);
  return {
    price: economics.listPrice * priceRatio(space, cell),
    fee: space.channels[cell.channelIndex]?.fee ?? 0,
    adSpend,
    leftoverLoss: terms.leftoverLoss,
    unitTerms,
  };
}

/** Returns money per unit sold in a cell, returns included. */
export function moneyOf({ offers, returnRates }: Economy, index: number): UnitMoney {
  return keptMoney(offers[index % offers.length]!, returnRates?.[index] ?? 0);
}

/**
 * Returns the stock for a cell with this demand. With units as objective, a missing unit loses its price, not its
 * margin. With profit, no stock is ordered with which a loss is likelier than a profit, if a smaller one earns.
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
  const margin = objective === 'units' ? money.revenue : money.margin;
  const stock = bestStock(spread, logUnits, { terms, money: { ...money, margin } });
  return objective === 'profit' ? saferStock(spread, logUnits, { stock, terms, money }) : stock;
}

/**
 * Returns the objective of a cell, as `valueOf` does. With a fixed stock, sell-out and leftovers count. Otherwise
 * neither does: cells are compared first, stock is chosen later, and its leftovers go on selling. It runs for every
 * cell, so it allocates no objects unless units are sold later.
 */
export function valueOfCell(economy: Economy, index: number, logUnits: number): number {
  const { objective, offers, returnRates } = economy;
  if (objective === 'units') return Math.expm1(logUnits);
  if (objective === 'sell-through') return sellThrough(economy, logUnits);
  if (offers[0]?.later) return valueOf(economy, moneyOf(economy, index), logUnits);
  const offer = offers[index % offers.length]!;
  const units = sellable(economy, logUnits, NONE_LATER);
  const back = (returnRates?.[index] ?? 0) * units;
  const kept = units - back;
  if (objective === 'revenue') return kept * offer.revenue;
  return (
    kept * offer.margin -
    back * offer.returned -
    leftoverCost(economy, offer, units) -
    offer.fixedCost
  );
}

/**
 * Returns the objective for given money per unit sold: money in the shop's currency, units, or the share of the stock
 * sold.
 * @param logUnits forecast of log1p(units)
 */
export function valueOf(economy: Economy, money: UnitMoney, logUnits: number): number {
  const { objective } = economy;
  if (objective === 'units') return Math.expm1(logUnits);
  if (objective === 'sell-through') return sellThrough(economy, logUnits);
  if (objective === 'revenue') return sellable(economy, logUnits, money) * money.revenue;
  const { spread, fixedStock } = economy;
  return fixedStock === null
    ? profitOfDemand(expectedDemand(spread, logUnits), money) - money.fixedCost
    : profitOf(economy, logUnits, { money, stock: fixedStock });
}

const NONE_LATER: Pick<UnitMoney, 'later'> = {};

/** Returns the mean units that can be sold, with those after the horizon. */
function sellable(
  { spread, fixedStock }: Economy,
  logUnits: number,
  money: Pick<UnitMoney, 'later'>,
): number {
  if (fixedStock === null)
    return (1 + (money.later?.share ?? 0)) * expectedDemand(spread, logUnits);
  return expectedUnits(spread, logUnits, { money, stock: fixedStock }).inAll;
}

function leftoverCost({ fixedStock }: Economy, { leftover }: UnitMoney, sold: number): number {
  return fixedStock === null ? 0 : leftover * (fixedStock - sold);
}

/** Returns the expected objective of a cell with a share of its best stock, as `forecast` gives it. */
export function expectedOfCell(
  economy: Economy,
  index: number,
  { logUnits, stockShare }: { readonly logUnits: number; readonly stockShare: number },
): number {
  const { objective, spread, terms } = economy;
  if (objective !== 'profit' && objective !== 'revenue')
    return valueOfCell(economy, index, logUnits);
  const money = moneyOf(economy, index);
  const stock = partOfStock(stockOf(economy, logUnits, money), stockShare, terms);
  if (objective === 'profit') return profitOf(economy, logUnits, { money, stock });
  return money.revenue * expectedUnits(spread, logUnits, { money, stock }).inAll;
}

/** Returns the sell-through of a fixed stock; 1 without one. */
function sellThrough({ spread, fixedStock }: Economy, logUnits: number): number {
  return fixedStock ? expectedSales(spread, logUnits, fixedStock) / fixedStock : 1;
}

/**
 * Returns the objective of every cell, [cells].
 * @param logUnits forecast of log1p(units) of every cell, [cells]
 */
export function valuesOfCells(economy: Economy, logUnits: ArrayLike<number>): Float64Array {
  const values = new Float64Array(logUnits.length);
  for (let i = 0; i < values.length; i++) values[i] = valueOfCell(economy, i, logUnits[i]!);
  return values;
}
