// How launches are made of lines of orders, and what became of each line and product on the way.

import type { Day } from '../dates.ts';
import { HORIZON_DAYS } from '../launch/launch-table.ts';

export interface DerivationSettings {
  /** A product's variants as one launch, or each as its own. */
  readonly level: 'product' | 'variant';
  /** What was sold in these many days is the outcome of a launch. */
  readonly horizonDays: number;
  /** A product first seen in the first days of the records is not new: it was sold before they begin. */
  readonly burnInDays: number;
  /** Lines that buy many times what others do are not counted. */
  readonly leaveOutBulk: boolean;
}

export const USUAL_DERIVATION: DerivationSettings = {
  level: 'product',
  horizonDays: HORIZON_DAYS,
  burnInDays: 120,
  leaveOutBulk: false,
};

/** Why a line is not counted, in the order of asking. */
export const LINE_REASONS = [
  'cancelled',
  'no-date',
  'no-quantity',
  'no-product',
  'not-a-product',
  'no-title',
  'no-price',
  'bulk',
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

/** Why a product that was sold is no launch. */
export const PRODUCT_REASONS = ['seen-before', 'too-recent', 'beside-gap', 'unlike-title'] as const;
export type ProductReason = (typeof PRODUCT_REASONS)[number];

/** linesRead = linesCounted + all that is set aside; productCount = launchCount + all that are no launches. */
export interface DerivationAccount {
  readonly linesRead: number;
  readonly linesCounted: number;
  readonly linesSetAside: Readonly<Record<LineReason, number>>;
  readonly productCount: number;
  readonly launchCount: number;
  readonly productsSetAside: Readonly<Record<ProductReason, number>>;
  /** Lines that buy many times what others do, counted or not. */
  readonly bulkLines: number;
  /** Launches that sold all there was within the horizon. */
  readonly soldOutCount: number;
  /** Products sold again after a year without a sale. That is no launch of something new. */
  readonly relistings: number;
  /** Of the lines that are counted; NaN where none is. */
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** One launch, as a row of a launch table. '' and NaN mean that the files do not tell. */
export interface DerivedLaunch {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly launchDay: Day;
  readonly channel: string;
  readonly promotion: string;
  readonly listPrice: number;
  readonly salePrice: number;
  readonly unitCost: number;
  /** Where all that there was is sold within the horizon, it is what was sold: more might have been. Else NaN. */
  readonly firstStock: number;
  /** As reports of ads and visits tell. */
  readonly adSpend: number;
  readonly impressions: number;
  readonly clicks: number;
  /** Outcomes within the horizon, before what came back. */
  readonly units: number;
  readonly orders: number;
  readonly revenue: number;
  readonly returns: number;
  /** Of the first twelve weeks, each; NaN where the records end before it does. */
  readonly weeklyUnits: readonly number[];
  /** What each variant sold within the horizon, most first; empty where it was sold in one only. */
  readonly variants: readonly VariantUnits[];
}

export interface VariantUnits {
  /** "XL / Sand", or a SKU. */
  readonly name: string;
  readonly units: number;
}

/** By launch day, then product. */
export interface DerivedLaunches {
  readonly launches: readonly DerivedLaunch[];
  readonly account: DerivationAccount;
}
