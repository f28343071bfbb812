import type { Day } from '../dates.ts';
import type { NewProduct } from './new-product.ts';
import type { Limit } from './training-report.ts';

/** The middle of the forecast and the ranges that 8 in 10 and 5 in 10 outcomes fall in. */
export interface OutcomeRange {
  readonly expected: number;
  readonly low80: number;
  readonly low50: number;
  readonly high50: number;
  readonly high80: number;
}

/** What to do. null: the data cannot tell, so nothing is recommended. */
export interface LaunchAction {
  readonly launchDay: Day;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Times the list price, before the promotion's own discount. */
  readonly priceFactor: number;
  /** Money a unit that buyers pay, promotion included; null without a list price. */
  readonly salePrice: number | null;
  readonly adSpend: number | null;
  /** Units of first stock. */
  readonly stockUnits: number;
}

export interface ForecastOutcome {
  readonly units: OutcomeRange;
  readonly revenue: OutcomeRange | null;
  readonly profit: OutcomeRange | null;
}

/** What this seller usually does with such a product: averaged over the habit, and its commonest choice in words. */
export interface UsualPractice {
  readonly channel: string | null;
  readonly channelShare: number | null;
  readonly promotion: string | null;
  readonly promotionShare: number | null;
  /** Commonest four-week period of the year, 0–12. */
  readonly period: number;
  readonly outcome: ForecastOutcome;
}

export interface LaunchPlan {
  readonly product: NewProduct;
  readonly action: LaunchAction;
  readonly outcome: ForecastOutcome;
  /** Share of the units sold that come back, reckoned with in revenue and profit; absent where the history does not say. */
  readonly returnRate?: number;
  /** Mean of buyers' ratings to expect, on the shop's own scale; absent where the history does not say. */
  readonly rating?: number;
  readonly usual: UsualPractice;
  /** Expected objective by channel (rows, in the ranking's order; one row without channels) and week (columns), best promotion and price each. */
  readonly surface: readonly (readonly number[])[];
  /** Past launches of the same category on the chosen channel (all channels where there is none). */
  readonly supportCount: number;
  /** What was not given and was taken from the seller's usual figures in the category. */
  readonly assumed: readonly ('list-price' | 'unit-cost')[];
}

export interface Ranking {
  readonly datasetId: number;
  readonly modelId: number;
  readonly plannedAt: number;
  readonly objective: 'profit' | 'revenue' | 'units';
  readonly channels: readonly string[];
  /** Mondays that were compared. */
  readonly weeks: readonly Day[];
  readonly cellsPerProduct: number;
  readonly limits: readonly Limit[];
  /** Most promising first. */
  readonly plans: readonly LaunchPlan[];
}
