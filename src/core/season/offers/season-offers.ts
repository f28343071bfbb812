// The model's forecasts of every new product in every week on every channel, stored with the ranking. Seasons are
// planned, edited and compared from them without running the model again.

import type { Day } from '#core/base/dates.ts';
import type { ChannelTerms, PromotionTerms } from '#core/launch/offer-terms.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import type { WeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import type { CashTerms } from '#core/planning/plan/cash-terms.ts';
import type { DemandSpread } from '#core/planning/economics/demand.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import type { KnownArms } from './known-arms.ts';
import type { UnitTerms } from '#core/planning/economics/unit-terms.ts';
import type { StockTerms } from '#core/planning/plan/stock-terms.ts';
import type { Competition } from './competition.ts';

export interface SeasonOffers {
  readonly datasetId: number;
  readonly modelId: number;
  /** `plannedAt` of its ranking. */
  readonly plannedAt: number;
  readonly objective: Objective;
  /** Mondays. */
  readonly weeks: readonly Day[];
  /** Empty where the history has no channel column; the same for promotions. */
  readonly channels: readonly ChannelTerms[];
  readonly promotions: readonly PromotionTerms[];
  /** Multiples of the list price, before the promotion. */
  readonly priceFactors: readonly number[];
  readonly spread: DemandSpread;
  readonly terms: StockTerms;
  /** Absent where no further costs of selling and no later sales are counted. */
  readonly unitTerms?: UnitTerms;
  /** When money is paid; absent in older offers. */
  readonly cash?: SeasonCashTerms;
  readonly products: readonly ProductOffers[];
  /** The nearest pairs of each product, each once. */
  readonly pairs: readonly SimilarPair[];
  readonly competition: Competition;
  /** Correlation, 0–1, of the forecast errors of launches in one month: a bad season is bad for many at once. */
  readonly sharedFate: number;
  /**
   * What the history shows about channels by category; absent where the history has no channels.
   */
  readonly arms?: KnownArms;
}

export interface SeasonCashTerms {
  readonly terms: CashTerms;
  /** Days over which units are counted. */
  readonly horizonDays: number;
  /** How units spread over weeks; null where the history has no units by week, or too few. */
  readonly curves: WeeklyCurves | null;
}

export interface ProductOffers {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly economics: ProductEconomics;
  /** Units on hand, where the seller has fixed them; null: the best stock is calculated. */
  readonly fixedStock: number | null;
  /** Its stock is on hand or already ordered; absent in older offers. */
  readonly isStockThere?: true;
  /**
   * Share of the best stock that the plan orders; less than 1 where the seller is cautious. Absent in older offers: 1.
   */
  readonly stockShare?: number;
  /**
   * [weeks × channels]: share of its value, 0–1, that a place counts for when a calendar chooses. Absent in offers stored
   * before it existed: 1 everywhere.
   */
  readonly meritShares?: Float32Array;
  /** [weeks × channels]: the best offer (promotion × price factor); NEVER_TRIED where there is none. */
  readonly offers: Int16Array;
  /** [weeks × channels]: log1p(units) with that offer and the last of the ad spends. */
  readonly logUnits: Float32Array;
  /** [weeks × channels]: share of the units sold that are returned; null where not known. */
  readonly returnRates: Float32Array | null;
  /** Ascending, up to the plan's ad spend; a single NaN where the history has none. */
  readonly adSpends: readonly AdSpendChoice[];
  /** Its own, where its category was never sold; absent elsewhere. */
  readonly spread?: DemandSpread;
  /**
   * What its launch brings other products of the shop, wherever it is placed. Absent where past launches show no effect.
   */
  readonly brought?: BroughtValue;
  /** At what terms it is bought, where a supplier has terms of its own; absent elsewhere. */
  readonly terms?: StockTerms;
}

/** In the season's objective; below 0 where it takes more than it brings. */
export interface BroughtValue {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
}

export interface AdSpendChoice {
  /** Money per launch. */
  readonly adSpend: number;
  /** Change of log1p(units) compared with the last ad spend; 0 or less. */
  readonly moved: number;
}

export const NEVER_TRIED = -1;

/** Returns how far the demand of a product may deviate from its forecast. */
export function spreadOf(
  { spread }: Pick<SeasonOffers, 'spread'>,
  product: Pick<ProductOffers, 'spread'> | undefined,
): DemandSpread {
  return product?.spread ?? spread;
}

/** Two new products that buyers may choose between. */
export interface SimilarPair {
  /** Indices of the products, the lower first. */
  readonly first: number;
  readonly second: number;
  /** Similarity, 0–1; 1: equal in all that is compared. */
  readonly likeness: number;
}

/**
 * Returns whether the cost of stock, and cash, which needs prices too, are known for any product. Where they are not, a
 * budget limits nothing.
 */
export function knownBudgets({ products }: Pick<SeasonOffers, 'products'>): KnownBudgets {
  const costed = products.filter(({ economics }) => Number.isFinite(economics.unitCost));
  const priced = costed.filter(({ economics }) => Number.isFinite(economics.listPrice));
  return { stock: costed.length > 0, cash: priced.length > 0 };
}

export interface KnownBudgets {
  readonly stock: boolean;
  readonly cash: boolean;
}

/** Returns the index of a week and channel in the lists of a product. */
export function offerPlace(
  { channels }: Pick<SeasonOffers, 'channels'>,
  week: number,
  channel: number,
): number {
  return week * Math.max(1, channels.length) + channel;
}
