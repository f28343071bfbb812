// Classifies how well precedents support a plan: how often the seller did the same, with which products, in which
// season, and how far price and ad spend are from the usual.

import { finite, quantile } from '#core/base/statistics/statistics.ts';
import { pastPriceFactors } from '#core/model/features/action-space.ts';
import type { PromotionTerms } from '#core/launch/offer-terms.ts';
import type { LaunchAction, PromiseKind, Support } from '../plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { isHardlyTried, isWellSupported } from '../plan/well-supported.ts';

/** Fewest launches of such products in the plan's season; one or two may be chance. */
const IN_SEASON = 3;
/** Edge of what was tried: fewer than one launch in ten went as far. */
const EDGE = 0.1;
/** Tolerance: prices are set in cents, factors in steps of 0.05. */
const SLACK = 0.005;

/**
 * Range of such products' price factors and ad spends without the outermost tenth at each end; NaN where the history
 * has none.
 */
export interface TriedMiddle {
  readonly prices: readonly [low: number, high: number];
  readonly adSpends: readonly [low: number, high: number];
}

interface Known {
  /** Precedents of the action. */
  readonly support: Support;
  /** Number of those with such products that were launched in the action's season of any year. */
  readonly inSeason: number;
  readonly middle: TriedMiddle;
}

/**
 * Returns the kind. assumption: hardly ever done on that channel with that promotion, or with price or ad spend at the
 * edge of what was tried. tried: done often enough with such products, in that season. analogy: everything else: with
 * other products, seldom with such, or at another time of year.
 */
export function promiseKind(action: LaunchAction, known: Known): PromiseKind {
  const { support, inSeason, middle } = known;
  if (isHardlyTried(support) || isAtEdge(action, middle)) return 'assumption';
  if (!isWellSupported(support)) return 'analogy';
  return inSeason >= IN_SEASON ? 'tried' : 'analogy';
}

/** Fewest launches of a category with a known price, or ad spend, that make its own range. */
const OWN_RANGE = 20;

/**
 * Returns a function for the usual range of price factors and ad spends of a category's past launches; that of all
 * launches where the category has few, and for the category ''.
 */
export function triedMiddles(
  table: LaunchTable,
  promotions: readonly PromotionTerms[],
): (category: string) => TriedMiddle {
  const factors = pastPriceFactors(table, promotions);
  const middleIn = (category: string, values: ArrayLike<number>) => {
    const own = Array.from(values).filter((_, row) => table.category[row] === category);
    const known = category === '' ? [] : finite(own);
    return middleOf(known.length >= OWN_RANGE ? known : finite(Array.from(values)));
  };
  const found = new Map<string, TriedMiddle>();
  return (category) => {
    const middle = found.get(category) ?? {
      prices: middleIn(category, factors),
      adSpends: middleIn(category, table.adSpend),
    };
    found.set(category, middle);
    return middle;
  };
}

function middleOf(values: readonly number[]): [number, number] {
  return [quantile(values, EDGE), quantile(values, 1 - EDGE)];
}

function isAtEdge(
  { priceFactor, adSpend }: LaunchAction,
  { prices, adSpends }: TriedMiddle,
): boolean {
  if (priceFactor < prices[0] - SLACK || priceFactor > prices[1] + SLACK) return true;
  return adSpend !== null && (adSpend < adSpends[0] || adSpend > adSpends[1]);
}
