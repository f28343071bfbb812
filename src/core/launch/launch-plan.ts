import type { Day } from '../dates.ts';
import type { PlannedEvents } from '../events/planned-events.ts';
import type { Aim, Objective } from './aim.ts';
import type { NewProduct } from './new-product.ts';
import type { Limit } from './training-report.ts';
import type { KnownMoney } from './unit-money.ts';

/** What is expected, and the ranges that 8 in 10 and 5 in 10 outcomes fall in. */
export interface OutcomeRange {
  /** Units: the middle of the forecast; money: the mean. */
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
  /** What would be asked for, however much there is. */
  readonly units: OutcomeRange;
  /** Of what the first stock allows; null without prices, or costs. */
  readonly revenue: OutcomeRange | null;
  readonly profit: OutcomeRange | null;
}

/** All in shares of 1, but the mean number of pieces left over. */
export interface PlanOdds {
  /** null where costs are not known. */
  readonly loss: number | null;
  readonly sellOut: number;
  readonly leftoverUnits: number;
  /** Mean share of the first stock that is sold within the horizon. */
  readonly sellThrough: number;
}

/** The way from being seen to units; only where the history has it. */
export interface Funnel {
  readonly impressions: number;
  /** Share of impressions. */
  readonly clickRate: number;
  /** Share of clicks. */
  readonly conversion: number;
  readonly unitsPerOrder: number;
}

/** How often the seller has done the same: channel and promotion of the plan. */
export interface Support {
  /** Launches of the same category. */
  readonly alike: number;
  /** Launches of all categories. */
  readonly anywhere: number;
  /** Of the newest of those alike, or of all where none is; null where there is none at all. */
  readonly lastDay: Day | null;
}

/** Done often enough with such products, in that season; told from other launches; or hardly ever done, or at the edge of it. */
export type PromiseKind = 'tried' | 'analogy' | 'assumption';

/** One way to launch a product. */
export interface PlannedLaunch {
  readonly action: LaunchAction;
  readonly outcome: ForecastOutcome;
  readonly odds: PlanOdds;
  readonly funnel: Funnel | null;
  readonly support: Support;
  /** Not there in plans stored before it was told. */
  readonly promise?: PromiseKind;
  /**
   * By what share demand could be lower until nothing is gained over usual practice, 0–1: so much better would products that were launched
   * this way have to be, for reasons that no column tells. Not there where nothing is gained, and in plans stored before it was told.
   */
  readonly sensitivity?: number;
  /** Share of the units sold that come back, reckoned with in revenue and profit; absent where the history does not say. */
  readonly returnRate?: number;
  /** Mean of buyers' ratings to expect, on the shop's own scale; absent where the history does not say. */
  readonly rating?: number;
  /** What a unit brings and leaves, so that what is really sold can be reckoned alike; not known of plans stored before it was kept. */
  readonly money?: KnownMoney;
}

/** Another good plan, and what sets it apart from the first. */
export interface AlternativePlan extends PlannedLaunch {
  readonly kind: 'other-channel' | 'other-season' | 'other-offer';
}

/** What this seller usually does with such a product: averaged over the habit, and its commonest choice in words. */
export interface UsualPractice {
  readonly channel: string | null;
  readonly channelShare: number | null;
  readonly promotion: string | null;
  readonly promotionShare: number | null;
  /** Commonest four-week period of the year, 0–12. */
  readonly period: number;
  readonly stockUnits: number;
  readonly outcome: ForecastOutcome;
  readonly odds: PlanOdds;
  readonly funnel: Funnel | null;
}

/** Whether to launch at all, and what speaks against it. */
export type Verdict =
  | { readonly kind: 'launch' }
  /** Each piece costs more than any price that was tried leaves. */
  | { readonly kind: 'negative-margin' }
  /** No plan is expected to earn anything. */
  | { readonly kind: 'loses-money' }
  /** More likely a loss than not. */
  | { readonly kind: 'loss-likely' }
  /** More promising products take all the launches that the seller can make. */
  | { readonly kind: 'displaced' };

/** What was odd about a product and how it was taken. */
export type ProductNote =
  | 'no-title'
  | 'unknown-category'
  | 'no-category'
  | 'assumed-list-price'
  | 'assumed-unit-cost'
  | 'no-list-price'
  | 'no-unit-cost'
  | 'negative-margin'
  | 'price-unlike-any'
  | 'no-stock'
  | 'beyond-any';

export interface LaunchPlan extends PlannedLaunch {
  readonly product: NewProduct;
  /** At most two, each unlike the plan and unlike the other. */
  readonly alternatives: readonly AlternativePlan[];
  readonly usual: UsualPractice;
  readonly verdict: Verdict;
  /** Nothing says clearly that another way earns more, so that the plan is what the seller usually does. */
  readonly isAsUsual?: true;
  readonly notes: readonly ProductNote[];
  /**
   * Expected objective by channel (rows, in the ranking's order; one row without channels) and week (columns), best promotion and
   * price each; null where the channel was never tried near that week.
   */
  readonly surface: readonly (readonly (number | null)[])[];
}

/** What all plans take of what may be chosen. */
export type SharedEdge = 'lowest-price' | 'highest-price' | 'highest-ad-spend';

export interface Ranking {
  readonly datasetId: number;
  readonly modelId: number;
  readonly plannedAt: number;
  /** No launch was planned before it. */
  readonly earliestDay: Day;
  readonly aim: Aim;
  /** Over which outcomes are expected. Not there: HORIZON_DAYS. */
  readonly horizonDays?: number;
  /** What was aimed at: the fullest of what was asked for that every product's figures allow. */
  readonly objective: Objective;
  readonly channels: readonly string[];
  /** Mondays that were compared. */
  readonly weeks: readonly Day[];
  readonly cellsPerProduct: number;
  readonly limits: readonly Limit[];
  /** The model had learnt from what the language model reads of names, which could not be had here. */
  readonly lacksEmbeddings?: true;
  /** Not there where they differ, or are few, and in rankings stored before it was told. */
  readonly sharedEdges?: readonly SharedEdge[];
  /** Not there where the model learnt without selling events. */
  readonly events?: PlannedEvents;
  /** Most promising first. */
  readonly plans: readonly LaunchPlan[];
}
