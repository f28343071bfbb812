// Why a plan is expected to do what it is: what came of the most alike launches, what each part of the plan adds, and how the model
// sees season and price.

import type { Day } from '../dates.ts';

/** A past launch of a product that is near the planned one in words, what they mean, category and price. null: not known. */
export interface SimilarLaunch {
  readonly productId: string;
  readonly title: string;
  readonly day: Day;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Money a unit, promotion included. */
  readonly salePrice: number | null;
  readonly adSpend: number | null;
  readonly units: number | null;
  readonly revenue: number | null;
  /** What was left of what came in after fee, cost and ad spend. */
  readonly profit: number | null;
  /** 0–1; 1 where the product is the same in all that is compared. */
  readonly likeness: number;
}

export const PART_GROUPS = ['week', 'channel', 'promotion', 'price', 'spend', 'product'] as const;
export type PartGroup = (typeof PART_GROUPS)[number];

/** What one part of the plan adds to the log1p of its units. */
export interface PredictionPart {
  readonly group: PartGroup;
  readonly log: number;
}

/** The way from a typical launch to the plan; the parts add up to it. On the scale of log1p(units). */
export interface PredictionParts {
  /** Mean prediction of past launches, had they been made in the year of the plan. */
  readonly typicalLog: number;
  /** The plan's own. */
  readonly predictedLog: number;
  /** In the order of PART_GROUPS; what the history has nothing of is left out. */
  readonly parts: readonly PredictionPart[];
}

/** One thing known of the product, and what it adds where it alone is left out; such parts do not add up. */
export interface ProductPart {
  readonly kind: 'category' | 'brand' | 'list-price' | 'attribute' | 'word';
  /** Name of the attribute; '' of the others. */
  readonly name: string;
  /** As it stands in the product; '' of a price. */
  readonly value: string;
  /** Of log1p(units). */
  readonly log: number;
}

export interface SeasonPoint {
  /** Monday. */
  readonly day: Day;
  /** Units as a multiple of the mean over the year. */
  readonly factor: number;
}

/** What one model sees, the rest as in the plan: its view, not what happened. */
export interface ModelView {
  readonly member: 'net' | 'ridge';
  /** 52 weeks in the order of time; empty where nothing is expected to sell at all. */
  readonly season: readonly SeasonPoint[];
  /** Percent more units for one percent more price; null where prices never varied. */
  readonly elasticity: number | null;
}

export interface PlanEvidence {
  /** The most alike first, five at most. */
  readonly similar: readonly SimilarLaunch[];
  readonly parts: PredictionParts;
  /** The strongest first, six at most. */
  readonly productParts: readonly ProductPart[];
  readonly view: ModelView;
}
