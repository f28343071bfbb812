// What files about the market hold: how often terms are searched, and niches with their offers and prices.

import type { Currency } from '#core/base/currency.ts';
import type { Day } from '#core/base/dates.ts';
import type { DateOrder } from '../values/read-date.ts';

/** Length of a period: a month is a calendar month. */
export type MarketStep = 'day' | 'week' | 'month';

/** index: relative to something that the file does not state; volume: searches; rank: 1 is searched most. */
export type MarketScale = 'index' | 'volume' | 'rank';

/** How often a term was searched, period by period without holes. */
export interface MarketSeries {
  /** As the file writes it; '' where it does not tell. */
  readonly term: string;
  /** In the language of the file; '' where none is stated. */
  readonly place: string;
  readonly step: MarketStep;
  /** First day of each period, in equal steps. */
  readonly days: Int32Array;
  /** On the scale; NaN where the file has no value. "<1" counts as 0.5. */
  readonly values: Float32Array;
  readonly scale: MarketScale;
  /** Whether the last period was not over when the file was saved, so that its value is too low. */
  readonly lastIsPartial: boolean;
  /**
   * Equal for series of one download. Values of an index with different numbers must not be compared, added or averaged:
   * each download has its own 100.
   */
  readonly download: number;
}

/** A niche: what buyers want, with the products that they choose from. Numbers are NaN where the file has none. */
export interface MarketNiche {
  readonly name: string;
  /** Up to three most searched terms. */
  readonly terms: readonly string[];
  /** Searches in the last 360 and 90 days. */
  readonly searches360: number;
  readonly searches90: number;
  /** Relative change against as many days before: 0.2 means a fifth more. */
  readonly searchGrowth180: number;
  readonly searchGrowth90: number;
  /** Bounds of the units that all products sold in the last 360 days. */
  readonly unitsLow360: number;
  readonly unitsHigh360: number;
  /** Bounds of the units that one product sold on average in the last 360 days. */
  readonly meanUnitsLow360: number;
  readonly meanUnitsHigh360: number;
  /** Number of products that buyers click most. */
  readonly products: number;
  readonly currency: Currency | null;
  readonly priceMean: number;
  readonly priceLow360: number;
  readonly priceHigh360: number;
  /** 0–1. */
  readonly returnRate360: number;
}

/** A product that others sell. Numbers are NaN where the file has none, texts ''. */
export interface MarketOffer {
  readonly title: string;
  /** ASIN. */
  readonly id: string;
  readonly brand: string;
  readonly category: string;
  /** NaN where it is not known. */
  readonly launchDay: Day;
  readonly currency: Currency | null;
  readonly price: number;
  /** Share of the niche's clicks in the last 360 days, 0–1. */
  readonly clickShare360: number;
  readonly clicks360: number;
  /** Number of ratings. */
  readonly ratings: number;
  /** 1–5. */
  readonly meanRating: number;
  /** Best Sellers Rank; 1 sells most. */
  readonly salesRank: number;
  /** Estimates for 30 days, of this variant. */
  readonly units30: number;
  readonly revenue30: number;
  /** Estimate for 30 days, of all variants. */
  readonly productUnits30: number;
}

/** A product that searchers of a term click. Shares are 0–1, NaN where the file has none. */
export interface ClickedProduct {
  readonly id: string;
  readonly title: string;
  readonly clickShare: number;
  readonly conversionShare: number;
}

/** A search term of a niche. Numbers are NaN where the file has none. */
export interface MarketTerm {
  readonly term: string;
  /** Searches in the last 360 days, or estimates for 30 days. */
  readonly searches360: number;
  readonly searches30: number;
  /** Relative change against as many days before. */
  readonly searchGrowth180: number;
  readonly searchGrowth90: number;
  /** Share of the niche's clicks in the last 360 days, 0–1. */
  readonly clickShare360: number;
  /** Share of searches that end in a purchase, 0–1. */
  readonly conversionRate360: number;
  /** Estimated units sold through the term in 30 days. */
  readonly units30: number;
  readonly clicked: readonly ClickedProduct[];
}

/** Place of a search term among all terms of a marketplace. */
export interface SearchTermRank {
  readonly term: string;
  /** 1 is searched most. */
  readonly rank: number;
  /** Last day of the period; NaN where it is not known. */
  readonly day: Day;
  readonly department: string;
  readonly brands: readonly string[];
  readonly categories: readonly string[];
  readonly clicked: readonly ClickedProduct[];
}

/** What a search query led to in a period: for all sellers and for the file's own brand or product. */
export interface SearchQuery {
  readonly query: string;
  /** 1 is the query with the most results for the brand or product. */
  readonly score: number;
  /** Last day of the period; NaN where it is not known. */
  readonly day: Day;
  readonly searches: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly cartAdds: number;
  readonly purchases: number;
  readonly ownImpressions: number;
  readonly ownClicks: number;
  readonly ownCartAdds: number;
  readonly ownPurchases: number;
  /** Median prices of purchased products, else of clicked ones, in the marketplace's currency. */
  readonly medianPrice: number;
  readonly ownMedianPrice: number;
}

/** Prices of a product, on the days on which the file states them. */
export interface PriceHistory {
  readonly id: string;
  readonly title: string;
  readonly currency: Currency | null;
  /** Ascending, each once. */
  readonly days: Int32Array;
  /** Price that buyers pay; NaN where it was not offered. */
  readonly prices: Float64Array;
  /** Best Sellers Rank; NaN where it is not stated. */
  readonly salesRanks: Float64Array;
}

/** Why a row is not read. */
export type MarketLack =
  | 'no-name'
  | 'no-date'
  | 'no-value'
  | 'repeated'
  /** Its day is not on the steps of the others. */
  | 'off-step'
  /** Of a day of which the file has only some hours. */
  | 'unfinished-day'
  /** Its series has a value in less than a tenth of its periods. */
  | 'scattered'
  /** Of a list of all search terms, one that is not asked for. */
  | 'other-term'
  /** It is asked for, but enough terms rank before it. */
  | 'lower-rank';

/** Every row of a file, once. */
export interface MarketAccount {
  readonly rows: number;
  readonly read: number;
  /** Rows left out, by reason; reasons without rows are left out. */
  readonly leftOut: Readonly<Partial<Record<MarketLack, number>>>;
  /** Headers of columns that are not read. */
  readonly otherColumns: readonly string[];
}

/** What must be known to read a market data file. */
export interface MarketReading {
  readonly fileName: string;
  /** Order of day and month where the cells do not show it; null: day first. */
  readonly dateOrder: DateOrder | null;
  /** Day on which the file was saved; null where it is not known. */
  readonly savedOn: Day | null;
  /** Whether a term is asked for, of a list of all search terms; absent: all are. */
  readonly isAbout?: (term: string) => boolean;
}

/** What the lines above a table state. */
export interface MarketFacts {
  /** Texts are '' where they are not stated, days NaN. */
  readonly niche: string;
  readonly brand: string;
  readonly asin: string;
  readonly term: string;
  /** Day on which the figures were made: as stated; else, for niches and their products, the day the file was saved. */
  readonly updated: Day;
  /** First and last day of the report. */
  readonly from: Day;
  readonly until: Day;
}

export interface ContentByKind {
  trends: { readonly series: readonly MarketSeries[] };
  'keyword-series': { readonly series: readonly MarketSeries[] };
  niches: { readonly niches: readonly MarketNiche[] };
  'niche-products': { readonly offers: readonly MarketOffer[] };
  'niche-terms': { readonly terms: readonly MarketTerm[] };
  'top-search-terms': { readonly ranks: readonly SearchTermRank[] };
  'search-query-performance': {
    readonly view: 'brand' | 'asin';
    readonly queries: readonly SearchQuery[];
  };
  'price-history': { readonly histories: readonly PriceHistory[] };
}
export type MarketKind = keyof ContentByKind;

/** A market data file as read. */
export type MarketFile = {
  readonly [Kind in MarketKind]: {
    readonly kind: Kind;
    readonly fileName: string;
    readonly facts: MarketFacts;
    readonly account: MarketAccount;
  } & ContentByKind[Kind];
}[MarketKind];

/** Why a market data file cannot be read, as the details of AppError no-market-data have it. */
export type MarketRefusal =
  /** It is no market data file. */
  | 'unknown'
  /** No row can be read. */
  | 'empty'
  /** No term of a list of all search terms is asked for. */
  | 'other-terms'
  /** It covers no whole day. */
  | 'under-a-day'
  /** Its dates are not one day, week or month apart. */
  | 'uneven';
