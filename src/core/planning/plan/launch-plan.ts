import type { Day } from '#core/base/dates.ts';
import type { PlannedEvents } from '#core/launch/events/planned-events.ts';
import type { Aim, Objective } from './aim.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { RatingRange } from '#core/model/blend/rating-range.ts';
import type { NeverSold } from '#core/model/never-sold/never-sold.ts';
import type { Limit } from '#core/model/training/training-report.ts';
import type { PastSales } from './past-sales.ts';
import type { ProfitParts } from './profit-parts.ts';
import type { ReductionRules } from './reduction-rules.ts';
import type { KnownMoney } from './unit-money.ts';

/** A forecast with its 80% and 50% ranges. */
export interface OutcomeRange {
  /** Units: the median; money: the mean. */
  readonly expected: number;
  readonly low80: number;
  readonly low50: number;
  readonly high50: number;
  readonly high80: number;
}

/** What to do. null: the data cannot show it, so nothing is recommended. */
export interface LaunchAction {
  readonly launchDay: Day;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Multiple of the list price, before the promotion's discount. */
  readonly priceFactor: number;
  /** Price per unit that buyers pay, promotion included; null without a list price. */
  readonly salePrice: number | null;
  readonly adSpend: number | null;
  /** Units of initial stock. */
  readonly stockUnits: number;
}

export interface ForecastOutcome {
  /** Demand, whatever the stock. */
  readonly units: OutcomeRange;
  /**
   * Revenue that the initial stock allows, with later sales where they are counted; null without prices. Below, profit,
   * null without prices or costs.
   */
  readonly revenue: OutcomeRange | null;
  readonly profit: OutcomeRange | null;
}

/** Chances, 0–1, except the mean number of leftover units. */
export interface PlanOdds {
  /** null where costs are not known. */
  readonly loss: number | null;
  readonly sellOut: number;
  /** Units that are not sold within the horizon or, where sales after it are counted, later. */
  readonly leftoverUnits: number;
  /** Mean share of the initial stock that is sold within the horizon. */
  readonly sellThrough: number;
}

/** From impressions to units; only where the history has it. */
export interface Funnel {
  readonly impressions: number;
  /** Share of impressions. */
  readonly clickRate: number;
  /** Share of clicks. */
  readonly conversion: number;
  readonly unitsPerOrder: number;
}

/** Precedents: how often the seller has combined the plan's channel and promotion. */
export interface Support {
  /** Launches of the same category. */
  readonly alike: number;
  /** Launches of all categories. */
  readonly anywhere: number;
  /** Day of the newest launch of the category, else of all; null where there is none. */
  readonly lastDay: Day | null;
}

/**
 * How well precedents support a plan. tried: done often enough with such products in that season. analogy: inferred
 * from other launches. assumption: hardly ever done, or at the edge of what was tried.
 */
export type PromiseKind = 'tried' | 'analogy' | 'assumption';

/** Gain over the usual approach where both meet the same demand. */
export interface GainRange {
  readonly measure: keyof ForecastOutcome;
  readonly range: OutcomeRange;
  /** Share of cases, 0–1, in which the plan brings more. */
  readonly ahead: number;
}

/** One way to launch a product. */
export interface PlannedLaunch {
  readonly action: LaunchAction;
  readonly outcome: ForecastOutcome;
  readonly odds: PlanOdds;
  readonly funnel: Funnel | null;
  readonly support: Support;
  /** Absent in plans stored before it existed. */
  readonly promise?: PromiseKind;
  /**
   * Share by which demand could fall until the plan gains nothing over the usual approach, 0–1. Products launched this
   * way would have to be better by that much for reasons that no column shows. Absent where nothing is gained.
   */
  readonly sensitivity?: number;
  /** Absent where money is not known. */
  readonly gain?: GainRange;
  /** Share of the units sold that are returned, included in revenue and profit; absent where not known. */
  readonly returnRate?: number;
  /** Expected mean rating, on the shop's own scale; absent where not known. */
  readonly rating?: number;
  /** 80% range of the rating; absent where not known. */
  readonly ratingRange80?: RatingRange;
  /** Where its expected money goes; absent where not known. */
  readonly parts?: ProfitParts;
  /** Money per unit, so that results are calculated the same way; absent in plans stored before it existed. */
  readonly money?: KnownMoney;
}

/** Another good plan, and how it differs from the first. */
export interface AlternativePlan extends PlannedLaunch {
  readonly kind: 'other-channel' | 'other-season' | 'other-offer';
}

/** The usual approach to such a product: the mean over the habit, and the habit's commonest choices. */
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
  /** Money per unit, returns included; absent in plans stored before it existed. */
  readonly money?: KnownMoney;
  /** Share of the units sold that are returned; absent where not known. */
  readonly returnRate?: number;
}

/** Whether to launch at all, and what speaks against it. */
export type Verdict =
  | { readonly kind: 'launch' }
  /** Unit cost exceeds what every tried price leaves. */
  | { readonly kind: 'negative-margin' }
  /** No plan is expected to earn anything. */
  | { readonly kind: 'loses-money' }
  /** A loss is more likely than a profit. */
  | { readonly kind: 'loss-likely' }
  /** More promising products fill all launches that the seller can make. */
  | { readonly kind: 'displaced' };

/** What was unusual about a product, and how it was handled. */
export type ProductNote =
  | 'no-title'
  | 'unknown-category'
  | 'no-category'
  | 'assumed-list-price'
  | 'assumed-unit-cost'
  | 'assumed-cost-share'
  | 'no-list-price'
  | 'no-unit-cost'
  | 'negative-margin'
  | 'price-unlike-any'
  | 'no-stock'
  | 'beyond-any';

/** A week and channel with a higher forecast than the plan's own, and why it is not proposed. */
export interface PassedOver {
  /** Monday. */
  readonly launchDay: Day;
  readonly channel: string | null;
  /** Expected objective there. */
  readonly value: number;
  /**
   * tied: the difference is within doubt. later: waiting costs more than it brings. untried: such products never had its
   * offer. stock: only once the stock that can be ordered is settled.
   */
  readonly why: 'tied' | 'later' | 'untried' | 'stock';
}

/** Demand of a product's category where it is launched. */
export interface PlannedDemand {
  /** Expected over the four weeks from the launch, over the usual level of the category. */
  readonly factor: number;
  /** First day of the last known week. */
  readonly knownWeek: Day;
  /** Its season is the market's, because the shop's launches cover less than a year. */
  readonly isBorrowed?: true;
}

/** How the forecast for a category that the shop never sold was found. */
export interface NeverSoldCategory extends NeverSold {
  /** Figures of its niche, of the market and not of the shop; null where the forecast does not rest on it. */
  readonly niche: NicheFigures | null;
}

export interface NicheFigures {
  readonly name: string;
  /** Market data files that tell them. */
  readonly fileNames: readonly string[];
  /** Bounds of the units that one product sells in 360 days. */
  readonly unitsLow: number;
  readonly unitsHigh: number;
  /** Share of the units sold that are returned, 0–1; null where it is not known. */
  readonly returnRate: number | null;
}

/** How sure a return rate is, and what of the product moves it. Associations in past launches, not effects. */
export interface ReturnOutlook {
  /** Ends of the 80% range of the rate, shares of the units sold. */
  readonly low80: number;
  readonly high80: number;
  /** As if so many units had been seen: sum of the parameters of its beta distribution. */
  readonly strength: number;
  /** Largest first. */
  readonly reasons: readonly ReturnReason[];
}

export interface ReturnReason {
  /** The level, both levels of a pair, or the word. */
  readonly texts: readonly string[];
  /** By how much it moves the rate, share of 1. */
  readonly points: number;
  /** Units sold of past launches that have it. */
  readonly units: number;
}

export interface LaunchPlan extends PlannedLaunch {
  readonly product: NewProduct;
  /**
   * Unit cost that the money counts: the product's own, else the usual one. Absent where not known.
   */
  readonly unitCost?: number;
  /** At most two, each different from the plan and from the other. */
  readonly alternatives: readonly AlternativePlan[];
  readonly usual: UsualPractice;
  readonly verdict: Verdict;
  /** No other way clearly earns more, so the plan is the usual approach. */
  readonly isAsUsual?: true;
  /** Expected objective that unlawful offers would add; absent where they add nothing. */
  readonly lawfulCost?: number;
  /** The highest place of the surface, where it is not the plan's own; absent in plans stored before it existed. */
  readonly passedOver?: PassedOver;
  readonly notes: readonly ProductNote[];
  /**
   * Expected objective, [channels × weeks], with the best promotion and price of each. Channels are in the ranking's
   * order, one row without channels; null where the channel was never tried near that week.
   */
  readonly surface: readonly (readonly (number | null)[])[];
  /** What past launches sold. Absent in plans stored before it existed. */
  readonly pastSales?: PastSales;
  /**
   * null where too little is known of such products to say how sure their return rate is. Absent where the history has no
   * returns.
   */
  readonly returns?: ReturnOutlook | null;
  /** Absent where weekly demand is not known for the category or the week. */
  readonly demand?: PlannedDemand;
  /** Absent where the category was sold before or cannot be told. */
  readonly neverSold?: NeverSoldCategory;
}

/** Returns whether a plan counts a unit cost that no launch shows. */
export function isCostAssumed({ notes }: Pick<LaunchPlan, 'notes'>): boolean {
  return notes.includes('assumed-cost-share');
}

/** Returns the limits of the data that plans share: costs that no launch shows matter only where a product has none. */
export function limitsOf(
  { limits }: Pick<Ranking, 'limits'>,
  plans: readonly Pick<LaunchPlan, 'notes'>[],
): readonly Limit[] {
  return plans.some(isCostAssumed) ? limits : limits.filter((limit) => limit !== 'no-cost');
}

/** An edge of the action space that all plans take. */
export type SharedEdge = 'lowest-price' | 'highest-price' | 'highest-ad-spend';

/** How much of the gains that plans promised over the usual approach came true. */
export interface KeptShare {
  /** 0–1. */
  readonly share: number;
  /** Number of results behind it. */
  readonly count: number;
}

export interface Ranking {
  readonly datasetId: number;
  readonly modelId: number;
  readonly plannedAt: number;
  /** First possible launch day of the plans. */
  readonly earliestDay: Day;
  readonly aim: Aim;
  /** Days over which outcomes are forecast; absent: HORIZON_DAYS. */
  readonly horizonDays?: number;
  /** The objective used: the one asked for, or the nearest that every product's figures allow. */
  readonly objective: Objective;
  readonly channels: readonly string[];
  /** Mondays that were compared. */
  readonly weeks: readonly Day[];
  readonly cellsPerProduct: number;
  readonly limits: readonly Limit[];
  /** The model was trained with embeddings of names, but the language model was not available here. */
  readonly lacksEmbeddings?: true;
  /** Absent where plans differ or are few. */
  readonly sharedEdges?: readonly SharedEdge[];
  /** Share at which plans count gains over the usual approach, by earlier results; absent: in full. */
  readonly kept?: KeptShare;
  /** Absent in rankings stored before it existed. */
  readonly reductions?: ReductionRules;
  /** Absent where the model was trained without sales events. */
  readonly events?: PlannedEvents;
  /** Content key of the niches that were known. Absent where none was. */
  readonly nichesKey?: number;
  /** When the orders were read that show what launches bring; absent where none do. */
  readonly ordersKey?: number;
  /** Most promising first. */
  readonly plans: readonly LaunchPlan[];
}
