// Turns the terms of selling, given per order, month and year, into money per unit over one launch.

import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { Aim } from '../plan/aim.ts';
import { NO_SELLING_TERMS, type SellingTerms } from '../plan/selling-terms.ts';

/** What holding a unit costs: storage in money, and capital as a share of the unit's cost. */
export interface Holding {
  readonly storage: number;
  readonly capital: number;
}

/** The terms of selling for a unit of one launch. */
export interface UnitTerms {
  /** VAT as a share of the price without it, 0–1. */
  readonly vatRate: number;
  readonly pricesIncludeVat: boolean;
  /** Money per unit sold for its order and shipping, also where it comes back. */
  readonly orderCost: number;
  /** Money per returned unit. */
  readonly returnFreight: number;
  /** Share of the returned units that can be sold again, 0–1. */
  readonly resaleableShare: number;
  /** Demand after the horizon, as a multiple of demand within it. */
  readonly laterShare: number;
  /** A unit sold within the horizon, on average half of it; sold later, after it; and never sold. */
  readonly held: { readonly sold: Holding; readonly later: Holding; readonly left: Holding };
}

/** What turns time and orders into units. */
export interface LaunchSpan {
  /** Days over which demand is forecast. */
  readonly horizonDays: number;
  /** Days from order to shelf, in which stock is paid for but not stored here. */
  readonly leadTimeDays: number;
  /** Units in an order; 1 where the history does not tell. */
  readonly unitsPerOrder: number;
}

const YEAR_DAYS = 365.25;
const MONTH_DAYS = YEAR_DAYS / 12;

/**
 * Returns the terms for a unit. Demand is taken as even: units sold within the horizon H are held for H/2, and r × D
 * later ones, sold at the same pace after it, for H + r H/2. A unit never sold is held for (1 + r) H. Its capital is
 * tied up for the lead time too.
 */
export function unitTerms(
  selling: SellingTerms | undefined,
  { horizonDays, leadTimeDays, unitsPerOrder }: LaunchSpan,
): UnitTerms {
  const terms = selling ?? NO_SELLING_TERMS;
  const heldFor = (horizons: number): Holding => ({
    storage: (terms.storagePerUnitMonth * horizons * horizonDays) / MONTH_DAYS,
    capital: (terms.capitalRate * (leadTimeDays + horizons * horizonDays)) / YEAR_DAYS,
  });
  const r = terms.laterSalesShare;
  return {
    vatRate: terms.vatRate,
    pricesIncludeVat: terms.pricesIncludeVat,
    orderCost: (terms.orderFee + terms.shippingCost) / (unitsPerOrder > 0 ? unitsPerOrder : 1),
    returnFreight: terms.returnFreight,
    resaleableShare: terms.resaleableShare,
    laterShare: r,
    held: { sold: heldFor(1 / 2), later: heldFor(1 + r / 2), left: heldFor(1 + r) },
  };
}

/** Returns the terms of an aim for a unit; undefined where it counts none. */
export function countedTerms(
  { selling, stock }: Pick<Aim, 'selling' | 'stock'>,
  { unitsPerOrder }: Pick<LaunchSpan, 'unitsPerOrder'>,
  horizonDays: number = HORIZON_DAYS,
): UnitTerms | undefined {
  const { leadTimeDays } = stock;
  return selling && unitTerms(selling, { horizonDays, leadTimeDays, unitsPerOrder });
}

/** Terms under which nothing is counted. */
export const NO_UNIT_TERMS: UnitTerms = unitTerms(undefined, {
  horizonDays: 0,
  leadTimeDays: 0,
  unitsPerOrder: 1,
});
