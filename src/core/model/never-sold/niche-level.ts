import { isSameCurrency, type Currency } from '#core/base/currency.ts';
import { median } from '#core/base/statistics/statistics.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { pricesOf } from '#core/demand/niche/price-band.ts';
import { unitsOfOne } from '#core/demand/niche/units-of-niche.ts';
import type { NicheLevel } from './never-sold.ts';

/**
 * Returns what one product of a niche sells: the geometric mean of the bounds, at least one unit each, at the mean price, else the
 * median of its offers. null where its units are not known. A price counts only in the shop's currency.
 */
export function nicheLevel(niche: KnownNiche, currency: Currency | null): NicheLevel | null {
  const units = unitsOfOne(niche);
  if (!units) return null;
  const log = (bound: number) => Math.log(Math.max(1, bound));
  return {
    logUnits: (log(units.low) + log(units.high)) / 2,
    logPrice: Math.log(priceOf(niche, currency)),
  };
}

/** NaN where it is not known. */
function priceOf({ niche, offers }: KnownNiche, currency: Currency | null): number {
  const isOwn = (of: { readonly currency: Currency | null }) =>
    isSameCurrency(currency, of.currency);
  if (niche && isOwn(niche) && niche.priceMean > 0) return niche.priceMean;
  return median(pricesOf(offers.filter(isOwn)));
}
