// What the model says of every new product in every week on every channel, kept beside the ranking: a season is planned, changed and
// compared from it without asking the model again.

import type { Day } from '../dates.ts';
import type { ChannelTerms, PromotionTerms } from '../launch/action-space.ts';
import type { Objective } from '../launch/aim.ts';
import type { DemandSpread } from '../launch/demand.ts';
import type { ProductEconomics } from '../launch/economics.ts';
import type { KnownArms } from '../experiments/known-arms.ts';
import type { StockTerms } from '../launch/first-stock.ts';
import type { Competition } from './competition.ts';

export interface SeasonOffers {
  readonly datasetId: number;
  readonly modelId: number;
  /** Of the ranking that it belongs to. */
  readonly plannedAt: number;
  readonly objective: Objective;
  /** Mondays. */
  readonly weeks: readonly Day[];
  /** Empty where the history has no channel column; the same for promotions. */
  readonly channels: readonly ChannelTerms[];
  readonly promotions: readonly PromotionTerms[];
  /** Times the list price, before the promotion. */
  readonly priceFactors: readonly number[];
  readonly spread: DemandSpread;
  readonly terms: StockTerms;
  readonly products: readonly ProductOffers[];
  /** The nearest of each product, each pair once. */
  readonly pairs: readonly AlikePair[];
  readonly competition: Competition;
  /** Correlation, 0–1, of how far launches of one month miss their forecasts: a bad season is bad for many at once. */
  readonly sharedFate: number;
  /** What the history says of channels by category; not there in offers made before, or where the history has no channels. */
  readonly arms?: KnownArms;
}

export interface ProductOffers {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly economics: ProductEconomics;
  /** Pieces on hand, where the seller has decided that; null: as many as pay. */
  readonly fixedStock: number | null;
  /**
   * Of the stock that is expected to bring most, how much the plan orders: less than 1 where the seller is cautious. Not there: 1, in
   * offers made before.
   */
  readonly stockShare?: number;
  /** [weeks, channels]: the best offer there, promotion by price factor; NEVER_TRIED where there is none. */
  readonly offers: Int16Array;
  /** [weeks, channels]: log1p(units) under that offer and the last of the ad spends. */
  readonly logUnits: Float32Array;
  /** [weeks, channels]: share of the units sold that come back; null where the history does not say. */
  readonly returnRates: Float32Array | null;
  /** Ascending up to what the plan spends; one of NaN where the history has none. */
  readonly adSpends: readonly AdSpendChoice[];
}

export interface AdSpendChoice {
  /** Money a launch. */
  readonly adSpend: number;
  /** What it moves log1p(units) by, beside the last one; 0 or less. */
  readonly moved: number;
}

export const NEVER_TRIED = -1;

/** Two new products that buyers may take for each other. */
export interface AlikePair {
  /** Places among the products, the lower first. */
  readonly first: number;
  readonly second: number;
  /** 1: the same in all that is compared. */
  readonly likeness: number;
}

/** Where a week and channel stand in the lists of a product. */
export function offerPlace(
  { channels }: Pick<SeasonOffers, 'channels'>,
  week: number,
  channel: number,
): number {
  return week * Math.max(1, channels.length) + channel;
}
