import { finite, quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { MarketNiche, MarketOffer } from '#core/import/market/market.ts';
import type { KnownNiche } from './known-niches.ts';

/** Units of one product in 360 days, low ≤ high, both finite and at least 0. */
export interface UnitsRange {
  readonly low: number;
  readonly high: number;
}

/** Quartiles of fewer offers would be hardly more than the offers themselves. */
const LEAST_OFFERS = 4;
/** Of the 30 days that estimates are for, in 360 days. */
const MONTHS = 12;

/**
 * Returns how many units one product of a niche sells in 360 days. The first that is known: the bounds of the mean over its
 * products; the bounds of all its units over the number of its products; the quartiles (type 7) of its offers' estimated units of
 * 30 days, times 12, where at least four offers have one. null where none is known.
 */
export function unitsOfOne({ niche, offers }: KnownNiche): UnitsRange | null {
  return (niche && (meanUnits(niche) ?? sharedUnits(niche))) ?? offeredUnits(offers);
}

function meanUnits({ meanUnitsLow360, meanUnitsHigh360 }: MarketNiche): UnitsRange | null {
  return range(meanUnitsLow360, meanUnitsHigh360);
}

function sharedUnits({ unitsLow360, unitsHigh360, products }: MarketNiche): UnitsRange | null {
  return products > 0 ? range(unitsLow360 / products, unitsHigh360 / products) : null;
}

function offeredUnits(offers: readonly MarketOffer[]): UnitsRange | null {
  const units = finite(offers.map(monthlyUnits)).sort((a, b) => a - b);
  if (units.length < LEAST_OFFERS) return null;
  return range(MONTHS * quantileOfSorted(units, 0.25), MONTHS * quantileOfSorted(units, 0.75));
}

/** Returns the estimated units of an offer in 30 days: of this variant, else of all variants; NaN where neither is known. */
export function monthlyUnits({ units30, productUnits30 }: MarketOffer): number {
  const known = [units30, productUnits30].find((units) => Number.isFinite(units) && units >= 0);
  return known ?? NaN;
}

/** Returns both bounds in order; null where one is missing, endless or below 0. */
function range(one: number, other: number): UnitsRange | null {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return low >= 0 && Number.isFinite(high) ? { low, high } : null;
}
