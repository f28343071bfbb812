// Chooses the prices and ad spends of a study. It includes all that plans choose from, so that a study agrees with its
// plan.

import { finite, quantile } from '#core/base/statistics/statistics.ts';
import { pastPriceFactors, type ActionSpace } from '#core/model/features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { PlanStudy } from './plan-study.ts';

/** How far the curve extends beyond the tried prices, as a share. */
const WIDENED = 0.1;
const PRICES = 15;

/**
 * Returns the price factors of a study. A price that never varied is not widened, because nothing is known about
 * others.
 */
export function studyPrices(
  table: LaunchTable,
  { promotions, priceFactors }: Pick<ActionSpace, 'promotions' | 'priceFactors'>,
): Pick<PlanStudy, 'priceFactors' | 'tried'> {
  const past = finite(pastPriceFactors(table, promotions)).filter((factor) => factor > 0);
  const known = past.length > 0 ? past : priceFactors;
  const low = known.reduce((least, factor) => Math.min(least, factor), Infinity);
  const high = known.reduce((most, factor) => Math.max(most, factor), -Infinity);
  const ends = low < high ? [low * (1 - WIDENED), low, high, high * (1 + WIDENED)] : [low];
  return {
    priceFactors: withGapsFilled(ascending([...ends, ...priceFactors])),
    tried: { low: Math.min(low, ...priceFactors), high: Math.max(high, ...priceFactors) },
  };
}

/**
 * Returns the lowest and highest tried spend, rounded to two significant figures, and those that plans choose from,
 * ascending. Empty where no spend is known.
 */
export function studySpends(
  table: LaunchTable,
  { adSpend, adSpends }: Pick<ActionSpace, 'adSpend' | 'adSpends'>,
): Float64Array {
  const spends = finite(table.adSpend);
  if (spends.length === 0) return new Float64Array();
  const ends = [0, 1].map((share) => Number(quantile(spends, share).toPrecision(2)));
  return ascending(finite([...ends, ...adSpends, adSpend]));
}

/**
 * Returns what plans choose from, for an offer of this depth: a price that was raised for its reduction is not lawful.
 * Without a choice of ad spend, all that was tried.
 */
export function proposableGrid(
  { priceFactors, adSpends }: Pick<ActionSpace, 'priceFactors' | 'adSpends'>,
  depth: number,
): NonNullable<PlanStudy['proposable']> {
  const lawful = priceFactors.filter((factor) => depth === 0 || factor <= 1);
  const prices = lawful.length > 0 ? lawful : priceFactors;
  return {
    prices: [Math.min(...prices), Math.max(...prices)],
    adSpends: adSpends.length > 0 ? [adSpends[0]!, adSpends.at(-1)!] : [-Infinity, Infinity],
  };
}

/** Inserts geometric means into the widest gaps until there are enough prices for a smooth curve. */
function withGapsFilled(prices: Float64Array): Float64Array {
  if (prices.length < 2) return prices;
  const filled = [...prices];
  while (filled.length < PRICES) {
    const ratios = filled.slice(1).map((price, i) => price / filled[i]!);
    const widest = ratios.indexOf(Math.max(...ratios));
    filled.splice(widest + 1, 0, Math.sqrt(filled[widest]! * filled[widest + 1]!));
  }
  return Float64Array.from(filled);
}

/** Returns the sorted values without duplicates. */
function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(new Set(values)).sort();
}
