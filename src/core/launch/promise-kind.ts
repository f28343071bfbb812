// What kind of promise a plan is, from what is known when it is made: how often the seller did the same, with what products, when in
// the year, and how far its price and ad spend lie from what is usual.

import { finite, quantile } from '../statistics.ts';
import { pastPriceFactors, type PromotionTerms } from './action-space.ts';
import type { LaunchAction, PromiseKind, Support } from './launch-plan.ts';
import type { LaunchTable } from './launch-table.ts';
import { alikeInSeason } from './support.ts';
import { isHardlyTried, isWellSupported } from './well-supported.ts';

/** So many of such launches in its season: one or two may be chance. */
const IN_SEASON = 3;
/** Fewer than one launch in ten went as far. */
const EDGE = 0.1;
/** Prices are set in cents, factors in steps of 0.05. */
const SLACK = 0.005;

/** Between which price factors and ad spends all but the outermost launches lie; NaN where the history does not say. */
export interface TriedMiddle {
  readonly prices: readonly [low: number, high: number];
  readonly adSpends: readonly [low: number, high: number];
}

interface Known {
  /** Of the action. */
  readonly support: Support;
  readonly table: LaunchTable;
  /** Of the product; '': launches of all categories are like it. */
  readonly category: string;
  readonly middle: TriedMiddle;
}

/**
 * assumption: hardly ever done on that channel with that promotion, or price or ad spend lies at the edge of what was tried. tried: done
 * often enough with such products, and in that season. analogy: everything between: with other products, seldom with such, or at another
 * time of year.
 */
export function promiseKind(action: LaunchAction, known: Known): PromiseKind {
  const { support, table, category, middle } = known;
  if (isHardlyTried(support) || isAtEdge(action, middle)) return 'assumption';
  if (!isWellSupported(support)) return 'analogy';
  return alikeInSeason(table, category, action) >= IN_SEASON ? 'tried' : 'analogy';
}

export function triedMiddle(
  table: LaunchTable,
  promotions: readonly PromotionTerms[],
): TriedMiddle {
  return {
    prices: middleOf(pastPriceFactors(table, promotions)),
    adSpends: middleOf(finite(table.adSpend)),
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
