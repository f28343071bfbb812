import type { Day } from '#core/base/dates.ts';
import type { DemandSpread } from '../economics/demand.ts';
import type { WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';
import type { UnitTerms } from '../economics/unit-terms.ts';
import type { LaunchAction, Support } from '../plan/launch-plan.ts';
import type { TriedMiddle } from '../search/promise-kind.ts';
import type { StockTerms } from '../plan/stock-terms.ts';

/** What turns units of one product, on one channel with one promotion, into money. NaN where not known. */
export interface StudyEconomics {
  readonly listPrice: number;
  readonly unitCost: number;
  /** Share of the sale price that the channel keeps, 0–1. */
  readonly fee: number;
  /** Share of the price that the promotion takes off, 0–1. */
  readonly depth: number;
}

/** null: the history has no channels, or promotions, to choose from. */
export type StudiedOffer = Pick<LaunchAction, 'channel' | 'promotion'>;

/** How often the seller did what is studied. */
export interface Precedents {
  readonly support: Support;
  /** Number of launches of such products with this offer in the season of each week of the study. */
  readonly inSeason: readonly number[];
  readonly middle: TriedMiddle;
}

/** From the lowest to the highest. */
export type Interval = readonly [from: number, to: number];

/**
 * Forecasts of one product in any week, at any price, ad spend and initial stock, for one channel and promotion. A
 * worker calculates it once; the page then reads it without a worker.
 */
export interface PlanStudy {
  readonly offer: StudiedOffer;
  /** Every channel with every promotion that was tried on it, those of this study included. */
  readonly triedOffers: readonly StudiedOffer[];
  readonly precedents: Precedents;
  /** Mondays that were tried in some year or whose season is borrowed, ascending. */
  readonly weeks: readonly Day[];
  /** Multiples of the list price, before the promotion; ascending, slightly beyond what was tried at both ends. */
  readonly priceFactors: Float64Array;
  /** Lowest and highest price factor ever tried, those of plans included. */
  readonly tried: { readonly low: number; readonly high: number };
  /** Ad spends, ascending, all tried; empty where the history has none. */
  readonly adSpends: Float64Array;
  /** Price factors and ad spends that plans choose from: tried by enough launches, and lawful. Absent: all. */
  readonly proposable?: { readonly prices: Interval; readonly adSpends: Interval };
  /** log1p(units) of the whole blend, [weeks × prices × spends]; one spend where the history has none. */
  readonly logUnits: Float32Array;
  /** Share of the units sold that are returned, in the same order; null where not known. */
  readonly returnRates: Float32Array | null;
  readonly spread: DemandSpread;
  readonly economics: StudyEconomics;
  readonly stock: StockTerms;
  /** Absent: no further costs of selling and no later sales are counted. */
  readonly unitTerms?: UnitTerms;
  /** Whether the history shows how price affects sales at all: see price-identifiability.ts. */
  readonly priceIsTold: boolean;
  /** Whether plans choose among prices: their effect is known, and prices also varied without a promotion. */
  readonly priceIsChosen: boolean;
  /** How units spread over the weeks after launch, in the product's category; null where the history has no curve. */
  readonly salesCurve: WeeklyCurve | null;
  /** How far the first two weeks stray from the curve, as `earlyNoise` gives it; null where it is not known. */
  readonly earlyNoise: number | null;
}
