// Which prices and ad spends a study of a plan asks the model about: those that plans choose from are always among them, so that a
// study says of a plan what the plan says.

import { finite, quantile } from '../statistics.ts';
import { pastPriceFactors, type ActionSpace } from './action-space.ts';
import type { LaunchTable } from './launch-table.ts';
import type { PlanStudy } from './plan-study.ts';

/** How far beyond the tried prices a curve is drawn. */
const WIDENED = 0.1;
const PRICES = 15;

/** A price that was never varied is not widened: nothing is known of what lies beside it. */
export function studyPrices(
  table: LaunchTable,
  { promotions, priceFactors }: Pick<ActionSpace, 'promotions' | 'priceFactors'>,
): Pick<PlanStudy, 'priceFactors' | 'tried'> {
  const past = pastPriceFactors(table, promotions).filter((factor) => factor > 0);
  const known = past.length > 0 ? past : priceFactors;
  const low = known.reduce((least, factor) => Math.min(least, factor), Infinity);
  const high = known.reduce((most, factor) => Math.max(most, factor), -Infinity);
  const ends = low < high ? [low * (1 - WIDENED), low, high, high * (1 + WIDENED)] : [low];
  return {
    priceFactors: withGapsFilled(ascending([...ends, ...priceFactors])),
    tried: { low, high },
  };
}

/** From the least to the most that was tried, rounded to two digits, with those that plans choose from in between. */
export function studySpends(
  table: LaunchTable,
  { adSpend, adSpends }: Pick<ActionSpace, 'adSpend' | 'adSpends'>,
): Float64Array {
  const spends = finite(table.adSpend);
  if (spends.length === 0) return new Float64Array();
  const ends = [0, 1].map((share) => Number(quantile(spends, share).toPrecision(2)));
  return ascending(finite([...ends, ...adSpends, adSpend]));
}

/** Prices in the middle of the widest gaps, as ratios, until there are enough for a fine curve. */
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

/** Each once. */
function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(new Set(values)).sort();
}
