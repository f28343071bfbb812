import type { Day } from '../dates.ts';
import type { DemandSpread } from './demand.ts';
import type { WeeklyCurve } from '../sales-curve/weekly-curve.ts';
import type { StockTerms } from './first-stock.ts';

/** What turns units of one product, on one channel and under one promotion, into money. NaN where it is not known. */
export interface StudyEconomics {
  readonly listPrice: number;
  readonly unitCost: number;
  /** Share of the sale price that the channel keeps, 0–1. */
  readonly fee: number;
  /** Share of the price that the promotion takes off, 0–1. */
  readonly depth: number;
}

/**
 * All that a page needs to say what one product would do in any week, at any price, ad spend and first stock, on one channel and
 * under one promotion: asked for once, answered from then on without a worker.
 */
export interface PlanStudy {
  /** Mondays that were tried in some year, ascending. */
  readonly weeks: readonly Day[];
  /** Times the list price, before the promotion; ascending, a little beyond what was tried on either side. */
  readonly priceFactors: Float64Array;
  /** Least and highest price factor that was ever tried. */
  readonly tried: { readonly low: number; readonly high: number };
  /** Ascending, all tried; empty where the history has no ad spend. */
  readonly adSpends: Float64Array;
  /** log1p(units) of the whole blend, [weeks, prices, spends]; one spend where there is none. */
  readonly logUnits: Float32Array;
  /** Share of the units sold that come back, in the same places; null where the history does not say. */
  readonly returnRates: Float32Array | null;
  readonly spread: DemandSpread;
  readonly economics: StudyEconomics;
  readonly stock: StockTerms;
  /** Whether the history can tell what a price does at all: see price-evidence.ts. */
  readonly priceIsTold: boolean;
  /** Whether plans choose among prices: what a price does is told, and prices left the list price without a promotion, too. */
  readonly priceIsChosen: boolean;
  /** How units spread over the weeks after launch, of the product's category; null where the history does not tell. */
  readonly salesCurve: WeeklyCurve | null;
}
