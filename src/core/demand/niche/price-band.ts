import { isSameCurrency, type Currency } from '#core/base/currency.ts';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { MarketNiche, MarketOffer } from '#core/import/market/market.ts';
import type { KnownNiche } from './known-niches.ts';

/** Prices of a niche, in its own currency, low ≤ high. */
export interface PriceBand {
  /** offers: 10th, 50th and 90th percentile of its offers; stated: lowest, mean and highest price, as a list of niches says. */
  readonly basis: 'offers' | 'stated';
  readonly low: number;
  /** null where it is not stated, or not between the two. */
  readonly middle: number | null;
  readonly high: number;
  readonly currency: Currency | null;
  /** Number of offers with a price; 0 where the prices are stated. */
  readonly offers: number;
}

/** Where a price lies among those of a niche. */
export interface PricePlace {
  readonly side: 'below' | 'within' | 'above';
  /** Share of the offers that are cheaper, 0–1; null where prices are stated without offers. */
  readonly cheaper: number | null;
}

/** Percentiles of fewer offers would be hardly more than the offers themselves. */
const LEAST_OFFERS = 4;
const [LOW, MIDDLE, HIGH] = [0.1, 0.5, 0.9];

/**
 * Returns the price band of a niche: percentiles (type 7) of its offers where at least four have a price, else what its row states;
 * null where neither is known.
 */
export function priceBand({ niche, offers }: KnownNiche): PriceBand | null {
  return offeredBand(offers) ?? (niche && statedBand(niche));
}

/**
 * Returns where a price lies; null where the currency of the niche or of the price is not known, or they differ.
 * @param price what buyers pay for one unit
 */
export function pricePlace(
  { offers }: KnownNiche,
  band: PriceBand,
  { price, currency }: { readonly price: number; readonly currency: Currency | null },
): PricePlace | null {
  if (!isSameCurrency(currency, band.currency)) return null;
  const side = price < band.low ? 'below' : price > band.high ? 'above' : 'within';
  const prices = pricesOf(offers);
  const cheaper = prices.filter((other) => other < price).length;
  return { side, cheaper: band.basis === 'offers' ? cheaper / prices.length : null };
}

function offeredBand(offers: readonly MarketOffer[]): PriceBand | null {
  const prices = pricesOf(offers);
  if (prices.length < LEAST_OFFERS) return null;
  const [low, middle, high] = [LOW, MIDDLE, HIGH].map((part) => quantileOfSorted(prices, part));
  const currency = offers.find((offer) => offer.currency !== null)?.currency ?? null;
  const count = prices.length;
  return { basis: 'offers', low: low!, middle: middle!, high: high!, currency, offers: count };
}

/** Returns the known prices, ascending; a price of 0 is none. */
export function pricesOf(offers: readonly MarketOffer[]): number[] {
  return offers
    .map(({ price }) => price)
    .filter((price) => price > 0 && Number.isFinite(price))
    .sort((a, b) => a - b);
}

function statedBand({
  priceLow360,
  priceMean,
  priceHigh360,
  currency,
}: MarketNiche): PriceBand | null {
  const [low, high] = [Math.min(priceLow360, priceHigh360), Math.max(priceLow360, priceHigh360)];
  if (!(low >= 0) || !Number.isFinite(high)) return null;
  const middle = priceMean >= low && priceMean <= high ? priceMean : null;
  return { basis: 'stated', low, middle, high, currency, offers: 0 };
}
