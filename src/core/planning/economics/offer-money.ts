// Money per unit under one offer: what is left of the price after VAT, fees, costs, holding and returns.

import type { UnitMoney } from '../plan/unit-money.ts';
import { NO_UNIT_TERMS, type Holding, type UnitTerms } from './unit-terms.ts';

/** Price and cost of one product, with usual figures where it has none. */
export interface ProductEconomics {
  /** NaN where neither the product nor the history has one; the same for the cost. */
  readonly listPrice: number;
  readonly unitCost: number;
  /** The cost is a share of the list price that no launch shows. */
  readonly isCostAssumed?: true;
}

/** One offer of a unit. */
export interface UnitOffer {
  /** Price per unit as the data state prices: with VAT or without it. */
  readonly price: number;
  /** Channel fee: share of what buyers pay, VAT included, 0–1. */
  readonly fee: number;
  /** Money for the launch; NaN where the history has none. */
  readonly adSpend: number;
  /** Share of its unit cost that a leftover unit loses, 0–1. */
  readonly leftoverLoss: number;
  /** Absent: none are counted. */
  readonly unitTerms?: UnitTerms | undefined;
}

/** Where the money of a unit sold and not returned goes. */
export interface OfferParts {
  /** What the buyer pays, VAT included. */
  readonly paid: number;
  readonly vat: number;
  readonly channelFee: number;
  /** Order fee and shipping. */
  readonly orderCost: number;
  readonly unitCost: number;
  /** Storage and capital until it is sold within the horizon. */
  readonly holding: number;
}

/** Money per unit before returns. */
export interface OfferMoney extends UnitMoney {
  /** What a returned unit loses apart from the refund. */
  readonly returned: number;
}

/** Returns where the money of a unit goes. The price without VAT is paid − vat. */
export function offerParts({ unitCost }: ProductEconomics, offer: UnitOffer): OfferParts {
  const { vatRate, pricesIncludeVat, orderCost, held } = offer.unitTerms ?? NO_UNIT_TERMS;
  const paid = pricesIncludeVat ? offer.price : offer.price * (1 + vatRate);
  return {
    paid,
    vat: pricesIncludeVat ? offer.price - offer.price / (1 + vatRate) : offer.price * vatRate,
    channelFee: paid * offer.fee,
    orderCost,
    unitCost,
    holding: holdingCost(held.sold, unitCost),
  };
}

/**
 * Returns the money of a unit that is kept, at a price that buyers pay. A leftover unit loses its share of the unit cost
 * and what holding it costs.
 */
export function offerMoney(economics: ProductEconomics, offer: UnitOffer): OfferMoney {
  const { unitCost } = economics;
  const terms = offer.unitTerms ?? NO_UNIT_TERMS;
  const { paid, vat, orderCost, holding } = offerParts(economics, offer);
  const leftover = offer.leftoverLoss * unitCost + holdingCost(terms.held.left, unitCost);
  return {
    revenue: paid - vat,
    margin: paid * (1 - offer.fee) - vat - unitCost - orderCost - holding,
    leftover,
    fixedCost: Number.isNaN(offer.adSpend) ? 0 : offer.adSpend,
    ...laterSales(terms, unitCost),
    ...(terms.resaleableShare < 1 && { resaleableShare: terms.resaleableShare }),
    ...(terms.pricesIncludeVat && vat > 0 && { vatShare: vat / paid }),
    returned: returnedLoss({ unitCost, holding, leftover }, terms),
  };
}

function laterSales({ laterShare, held }: UnitTerms, unitCost: number): Pick<UnitMoney, 'later'> {
  if (laterShare === 0) return {};
  const holding = holdingCost(held.later, unitCost) - holdingCost(held.sold, unitCost);
  return { later: { share: laterShare, holding } };
}

/**
 * A returned unit has cost its order, shipping and way back. If it can be sold again it loses what a leftover unit
 * loses, because that is later and for less; else it loses its cost. The channel gives its fee back.
 */
function returnedLoss(
  { unitCost, holding, leftover }: Pick<OfferParts, 'unitCost' | 'holding'> & { leftover: number },
  { orderCost, returnFreight, resaleableShare }: UnitTerms,
): number {
  const unsaleable = (1 - resaleableShare) * (unitCost + holding);
  return orderCost + returnFreight + unsaleable + resaleableShare * leftover;
}

function holdingCost({ storage, capital }: Holding, unitCost: number): number {
  return storage + (capital === 0 ? 0 : capital * unitCost);
}

/** Returns money per unit sold. A returned unit is refunded and loses what `returned` says. */
export function keptMoney({ returned, ...money }: OfferMoney, returnRate: number): UnitMoney {
  const kept = 1 - returnRate;
  const margin = kept * money.margin - returnRate * returned;
  return { ...money, revenue: kept * money.revenue, margin };
}
