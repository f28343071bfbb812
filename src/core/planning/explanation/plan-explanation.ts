// Why this forecast: the results of similar launches, what each part of the plan adds, and how the model sees season
// and price.

import type { Day } from '#core/base/dates.ts';

/** A past launch of a product similar to the planned one in words, meaning, category and price. null: not known. */
export interface SimilarLaunch {
  readonly productId: string;
  readonly title: string;
  readonly day: Day;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Money per unit, promotion included. */
  readonly salePrice: number | null;
  readonly adSpend: number | null;
  readonly units: number | null;
  /** It sold its whole stock: demand was at least its units. */
  readonly isSoldOut?: true;
  readonly revenue: number | null;
  /** Money left after all that the plan's profit counts. */
  readonly profit: number | null;
  /** Similarity, 0–1; 1 where the product is the same in all that is compared. */
  readonly similarity: number;
  /** By words and meaning alone, 0–1, whatever price and looks. */
  readonly wordSimilarity: number;
  /** By looks alone, 0–1; null where a picture is not known. */
  readonly lookSimilarity: number | null;
}

export const PART_GROUPS = ['week', 'channel', 'promotion', 'price', 'spend', 'product'] as const;
export type PartGroup = (typeof PART_GROUPS)[number];

/** What one part of the plan adds to log1p(units). */
export interface PredictionPart {
  readonly group: PartGroup;
  readonly log: number;
}

/** The difference between a typical launch and the plan, in parts that add up to it, on the log1p(units) scale. */
export interface PredictionParts {
  /** Mean forecast of past launches, as if made in the year of the plan. */
  readonly typicalLog: number;
  /** Forecast of the plan. */
  readonly predictedLog: number;
  /** Parts in the order of PART_GROUPS; groups that the history has no data on are left out. */
  readonly parts: readonly PredictionPart[];
}

/** One fact about the product, and what it adds: the forecast less that without it alone. Such parts do not add up. */
export interface ProductPart {
  readonly kind: 'category' | 'brand' | 'list-price' | 'attribute' | 'word';
  /** Name of the attribute; '' for other kinds. */
  readonly name: string;
  /** Value as the product has it; '' for a price. */
  readonly value: string;
  /** log1p(units) of the product, less that without this fact. */
  readonly log: number;
}

export interface YearPoint {
  /** Monday of the week. */
  readonly day: Day;
  /** Units as a multiple of the mean over the year. */
  readonly factor: number;
}

/** Responses of one base model, all else as in the plan: its view, not what happened. */
export interface ModelView {
  readonly member: 'net' | 'ridge';
  /** 52 weeks in time order; empty where nothing is expected to sell. */
  readonly season: readonly YearPoint[];
  /** Percentage change in units for a price 1% higher; null where prices never varied. */
  readonly elasticity: number | null;
}

export interface PlanExplanation {
  /** Most similar first, at most five. */
  readonly similar: readonly SimilarLaunch[];
  /** Share of looks in that similarity: 0 words only, 1 looks only; null where no pictures can be compared. */
  readonly looksShare: number | null;
  readonly parts: PredictionParts;
  /** Strongest first, at most six. */
  readonly productParts: readonly ProductPart[];
  readonly view: ModelView;
}
