import type { ProfitParts } from '../plan/profit-parts.ts';
import type { DemandSpread } from './demand.ts';
import { expectedUnits, laterMargin, type Launched } from './launch-profit.ts';
import { keptMoney, offerMoney, offerParts } from './offer-money.ts';
import type { ProductEconomics, UnitOffer } from './offer-money.ts';

/** A launch with one offer. */
interface OfferedLaunch extends Pick<Launched, 'stock'> {
  readonly economics: ProductEconomics;
  readonly offer: UnitOffer;
  /** Share of the units sold that are returned, 0–1. */
  readonly returnRate: number;
  /** log1p of the median units within the horizon. */
  readonly logUnits: number;
}

/**
 * Returns where the expected money of a launch goes; null where prices or costs are not known. The parts sum to the
 * expected profit that `profitOf` gives.
 */
export function profitParts(spread: DemandSpread, launched: OfferedLaunch): ProfitParts | null {
  const { economics, offer, returnRate, logUnits, stock } = launched;
  const before = offerMoney(economics, offer);
  const money = keptMoney(before, returnRate);
  if (!Number.isFinite(money.margin)) return null;
  const { sold, inAll } = expectedUnits(spread, logUnits, { money, stock });
  const each = offerParts(economics, offer);
  return {
    unitsSold: inAll,
    paid: each.paid * inAll,
    vat: -each.vat * inAll,
    channelFee: -each.channelFee * inAll,
    orders: -each.orderCost * inAll,
    returns: (money.margin - before.margin) * inAll,
    unitCost: -each.unitCost * inAll,
    holding: -each.holding * inAll - (money.margin - laterMargin(money)) * (inAll - sold),
    adSpend: -money.fixedCost,
    leftovers: -money.leftover * (stock - inAll),
  };
}
