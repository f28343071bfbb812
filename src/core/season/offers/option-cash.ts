// Dates the money of a season's launches, as for a plan.

import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { curveOf } from '#core/model/outcomes/weekly-curve.ts';
import {
  expectedCash,
  type CashBasis,
  type CashLaunch,
} from '#core/planning/cash/cash-payments.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { USUAL_CASH_TERMS } from '#core/planning/plan/cash-terms.ts';
import { leadDay } from '#core/planning/plan/open-tasks.ts';
import type { SeasonOption } from './season-option.ts';
import { offerPlace, spreadOf, type ProductOffers, type SeasonOffers } from './season-offers.ts';

/** The part of an option that determines its payments. */
export interface PlacedStock extends Pick<CashLaunch, 'stockUnits' | 'money'> {
  /** Indices in the offers. */
  readonly week: number;
  readonly channel: number;
}

/** Returns what determines the payments of one option of a product. */
export function optionLaunch(
  offers: SeasonOffers,
  product: ProductOffers,
  option: PlacedStock,
): CashLaunch {
  const { week, channel, stockUnits, money } = option;
  const launchDay = offers.weeks[week]!;
  return {
    ...{ launchDay, stockUnits, money },
    orderDay: product.isStockThere ? null : leadDay({}, launchDay, product.terms ?? offers.terms),
    unitCost: product.economics.unitCost,
    returnRate: product.returnRates?.[offerPlace(offers, week, channel)] ?? 0,
  };
}

/** Returns the terms of payment and the weekly curve of a category; the defaults for offers from before they existed. */
export function cashBasisOf({ cash }: Pick<SeasonOffers, 'cash'>, category: string): CashBasis {
  if (!cash) return { terms: USUAL_CASH_TERMS, horizonDays: HORIZON_DAYS, curve: null };
  const { terms, horizonDays, curves } = cash;
  return { terms, horizonDays, curve: curves && curveOf(curves, category) };
}

/**
 * Returns an option with its expected cumulative cash; none where its money is not known, as unknown budget money counts
 * as 0.
 */
export function withCash(
  offers: SeasonOffers,
  product: ProductOffers,
  option: SeasonOption,
): SeasonOption {
  const launch = optionLaunch(offers, product, option);
  if (Number.isNaN(launch.unitCost) || Number.isNaN(launch.money.margin)) return option;
  const basis = cashBasisOf(offers, product.category);
  const { days, amounts } = expectedCash(
    launch,
    basis,
    demandPoints(spreadOf(offers, product), option.logUnits),
  );
  let sum = 0;
  return { ...option, cash: { days, balances: amounts.map((amount) => (sum += amount)) } };
}
