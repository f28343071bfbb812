import { type Day, mondayOnOrAfter, weekOfYear, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { isBorrowedOn } from '#core/demand/series/category-demand.ts';
import type { ActionBasis } from './action-basis.ts';
import { countTexts, finite, median, quantile } from '#core/base/statistics/statistics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { isTagIdentified } from './price-identifiability.ts';
import type { PromotionTerms, ChannelTerms } from '#core/launch/offer-terms.ts';

/** Everything that a plan may choose from: only what this seller has tried. */
export interface ActionSpace {
  /** Mondays near a launch of any year; of a shop that borrows a season, all that the market covers. */
  readonly weeks: readonly Day[];
  /** Empty where the history has no channel column; the same for promotions. */
  readonly channels: readonly ChannelTerms[];
  readonly promotions: readonly PromotionTerms[];
  /** Multiples of the list price, before the promotion. */
  readonly priceFactors: readonly number[];
  /** Usual ad spend, assumed in every cell; NaN where the history has none. */
  readonly adSpend: number;
  /** Other ad spends to choose from, ascending; empty where there is no choice. */
  readonly adSpends: readonly number[];
}

const PRICE_FACTORS = [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
/** Quantile cut off at each end of the tried prices; prices are proposed in between. */
const TRIED_TAIL = 0.05;
/**
 * Ad spends to choose from, as multiples of the usual one. A history does not show whether advertising sells, or is
 * spent on products that sell anyway; only randomised spends would. Plans therefore stay near the usual spend and never
 * exceed what was tried.
 */
const SPEND_STEPS = [0.7, 0.85, 1, 1.15, 1.3];
/** A week, and a channel or promotion in it, counts as tried if a launch of any year lies within this many weeks. */
export const TRIED_WEEKS_APART = 3;

/**
 * Returns the action space that the history supports, over 52 weeks from the first Monday on or after `earliestDay`.
 */
export function deriveActionSpace(
  table: LaunchTable,
  basis: ActionBasis,
  earliestDay: Day,
): ActionSpace {
  const promotions = promotionTerms(table, basis);
  return {
    weeks: plannedMondays(table, basis, mondayOnOrAfter(earliestDay)),
    channels: basis.channels.map((name) => ({ name, fee: usualFee(table, name) })),
    promotions,
    priceFactors: isTagIdentified(table, promotions)
      ? triedPriceFactors(table, promotions)
      : [nearestToList(triedPriceFactors(table, promotions))],
    adSpend: basis.usualSpend,
    adSpends: spendsNear(table, basis.usualSpend),
  };
}

export interface Cell {
  readonly weekIndex: number;
  readonly channelIndex: number;
  readonly promotionIndex: number;
  readonly factorIndex: number;
}

/**
 * Returns the number of cells: weeks × channels × promotions × price factors; an absent column counts as one choice.
 */
export function cellCount(space: ActionSpace): number {
  return space.weeks.length * offerCount(space);
}

/** Returns the number of cells in one week: channels × promotions × price factors. */
export function offerCount(space: ActionSpace): number {
  const channels = Math.max(1, space.channels.length);
  const promotions = Math.max(1, space.promotions.length);
  return channels * promotions * space.priceFactors.length;
}

/** Returns the choices of a cell; the inverse of `cellIndex`. */
export function cellAt(space: ActionSpace, index: number): Cell {
  const factors = space.priceFactors.length;
  const promotions = Math.max(1, space.promotions.length);
  const channels = Math.max(1, space.channels.length);
  return {
    factorIndex: index % factors,
    promotionIndex: Math.floor(index / factors) % promotions,
    channelIndex: Math.floor(index / (factors * promotions)) % channels,
    weekIndex: Math.floor(index / (factors * promotions * channels)),
  };
}

/**
 * Returns the number of a cell; the inverse of `cellAt`. Cells are numbered by week, then channel, promotion and price
 * factor.
 */
export function cellIndex(space: ActionSpace, cell: Cell): number {
  const { weekIndex, channelIndex, promotionIndex, factorIndex } = cell;
  const channels = Math.max(1, space.channels.length);
  const promotions = Math.max(1, space.promotions.length);
  const offer = (weekIndex * channels + channelIndex) * promotions + promotionIndex;
  return offer * space.priceFactors.length + factorIndex;
}

/** Returns sale price over list price in a cell, promotion included. */
export function priceRatio(space: ActionSpace, cell: Cell): number {
  const depth = space.promotions[cell.promotionIndex]?.depth ?? 0;
  return space.priceFactors[cell.factorIndex]! * (1 - depth);
}

/** Returns the Mondays of a year that are near a launch of any year, or whose season the market shows. */
function plannedMondays(table: LaunchTable, { demand }: ActionBasis, monday: Day): Day[] {
  const isTried = triedWeeks(table);
  return Array.from({ length: WEEKS_PER_YEAR }, (_, i) => monday + 7 * i).filter(
    (day) => isTried(day) || (demand && isBorrowedOn(demand, day)),
  );
}

/** Returns whether a day is near a launch of any year. */
function triedWeeks(table: LaunchTable): (day: Day) => boolean {
  const launched = new Set(Array.from(table.launchDay, weekOfYear));
  return (day) => {
    const week = weekOfYear(day);
    return [...launched].some((other) => {
      const apart = Math.abs(week - other);
      return Math.min(apart, WEEKS_PER_YEAR - apart) <= TRIED_WEEKS_APART;
    });
  };
}

/**
 * The promotion with the highest usual price counts as full price; the depths of the others are measured against it.
 */
function promotionTerms(table: LaunchTable, basis: ActionBasis): PromotionTerms[] {
  const usualRatios = basis.promotions.map((name) =>
    median(finite(ratios(table, (row) => table.promotion[row] === name))),
  );
  const full = Math.max(...finite(usualRatios));
  return basis.promotions.map((name, i) => {
    const depth = 1 - usualRatios[i]! / full;
    return { name, depth: Number.isFinite(depth) ? Math.round(depth * 100) / 100 : 0 };
  });
}

/**
 * Returns the price factor of each past launch: sale price over list price, without the promotion; NaN where not known.
 */
export function pastPriceFactors(
  table: LaunchTable,
  promotions: readonly PromotionTerms[],
): number[] {
  const depths = new Map(promotions.map(({ name, depth }) => [name, depth]));
  return ratios(table, () => true).map((ratio, row) => {
    const depth = depths.get(table.promotion[row]!) ?? 0;
    return ratio / (1 - depth);
  });
}

/** A shop whose prices are this near to its list prices counts as selling at list price. */
const NEAR_LIST = 0.1;

/**
 * Returns the only price factor proposed where the history does not show how price affects sales: list price, or the
 * nearest to it where the shop sells far from it.
 */
function nearestToList(factors: readonly number[]): number {
  const apart = (factor: number) => Math.abs(factor - 1);
  const nearest = factors.reduce((best, each) => (apart(each) < apart(best) ? each : best));
  return apart(nearest) <= NEAR_LIST ? 1 : nearest;
}

function triedPriceFactors(table: LaunchTable, promotions: readonly PromotionTerms[]): number[] {
  const factors = finite(pastPriceFactors(table, promotions));
  if (factors.length === 0) return [1];
  const low = quantile(factors, TRIED_TAIL);
  const high = quantile(factors, 1 - TRIED_TAIL);
  const slack = 0.005;
  const tried = PRICE_FACTORS.filter((factor) => factor >= low - slack && factor <= high + slack);
  return tried.length > 0 ? tried : [1];
}

/** Returns tried ad spends near the usual one, rounded to two significant figures, as people set budgets. */
function spendsNear(table: LaunchTable, usual: number): number[] {
  const spends = finite(table.adSpend);
  if (spends.length === 0) return [];
  const [least, most] = [quantile(spends, 0), quantile(spends, 1)];
  const near = SPEND_STEPS.map((times) => Number((times * usual).toPrecision(2)));
  const tried = near.filter((spend) => spend >= least && spend <= most);
  return [...new Set(tried)].sort((a, b) => a - b);
}

function ratios(table: LaunchTable, matches: (row: number) => boolean): number[] {
  return Array.from(table.salePrice, (price, row) =>
    matches(row) ? price / table.listPrice[row]! : NaN,
  );
}

function usualFee(table: LaunchTable, channel: string): number {
  const fees = finite(table.channelFee.filter((_, row) => table.channel[row] === channel));
  return fees.length > 0 ? median(fees) : 0;
}

/** Returns the median unit cost as a share of list price, by category and over all launches (key ''). */
export function usualCostShares(table: LaunchTable): Readonly<Record<string, number>> {
  return usualByCategory(table, (row) => table.unitCost[row]! / table.listPrice[row]!);
}

/** Returns the median list price, by category and over all launches (key ''). */
export function usualListPrices(table: LaunchTable): Readonly<Record<string, number>> {
  return usualByCategory(table, (row) => table.listPrice[row]!);
}

function usualByCategory(
  table: LaunchTable,
  valueOf: (row: number) => number,
): Record<string, number> {
  const rows = Array.from(table.launchDay.keys());
  const usual = (matches: (row: number) => boolean): number =>
    median(finite(rows.filter(matches).map(valueOf)));
  const entries = countTexts(table.category).map(([category]): [string, number] => [
    category,
    usual((row) => table.category[row] === category),
  ]);
  return Object.fromEntries([['', usual(() => true)], ...entries]);
}
