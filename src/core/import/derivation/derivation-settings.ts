// Settings and results of deriving launches from order lines, with an account of every line and product.

import type { Day } from '#core/base/dates.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';

export interface DerivationSettings {
  /** Whether all variants of a product are one launch, or each is its own. */
  readonly level: 'product' | 'variant';
  /** Number of days whose sales are the outcome of a launch. */
  readonly horizonDays: number;
  /** Burn-in: products first seen in these first days of the records were already on sale and are not launches. */
  readonly burnInDays: number;
  /** Whether bulk lines are left out. */
  readonly leaveOutBulk: boolean;
  /** Whether lines of orders that are not paid yet count as sold. */
  readonly countPending: boolean;
}

export const USUAL_DERIVATION: DerivationSettings = {
  level: 'product',
  horizonDays: HORIZON_DAYS,
  burnInDays: 120,
  leaveOutBulk: false,
  countPending: false,
};

/** Why a line is not counted, in the order of the checks. */
export const LINE_REASONS = [
  'cancelled',
  'pending',
  'no-date',
  'no-quantity',
  'no-product',
  'not-a-product',
  'no-title',
  'no-price',
  'bulk',
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

/** Why a sold product is not a launch. */
export const PRODUCT_REASONS = ['seen-before', 'too-recent', 'beside-gap', 'unlike-title'] as const;
export type ProductReason = (typeof PRODUCT_REASONS)[number];

/** linesRead = linesCounted + all lines set aside; productCount = launchCount + all products that are not launches. */
export interface DerivationAccount {
  readonly linesRead: number;
  readonly linesCounted: number;
  readonly linesSetAside: Readonly<Record<LineReason, number>>;
  readonly productCount: number;
  readonly launchCount: number;
  readonly productsSetAside: Readonly<Record<ProductReason, number>>;
  /** Number of bulk lines, counted or not. */
  readonly bulkLines: number;
  /** Number of lines of orders that are not paid yet, counted or not. */
  readonly pendingLines: number;
  /** Launches that sold their whole stock within the horizon. */
  readonly soldOutCount: number;
  /** Relistings: products sold again after a year without a sale. They are not new launches. */
  readonly relistings: number;
  /** First and last day of all dated lines; NaN if there are none. */
  readonly firstRead: Day;
  readonly lastRead: Day;
  /** First and last day of the counted lines; NaN if there are none. */
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** One launch, as a row of a launch table. '' and NaN mean that the files do not say. */
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
  /** Units sold within the horizon if the stock sold out in it, since demand may have been higher; otherwise NaN. */
  readonly firstStock: number;
  /** From reports of ads and visits. */
  readonly adSpend: number;
  readonly impressions: number;
  readonly clicks: number;
  /** Outcomes within the horizon, before returns are subtracted. */
  readonly units: number;
  readonly orders: number;
  readonly revenue: number;
  readonly returns: number;
  /** Units of each of the first twelve weeks; NaN for a week that the records do not cover fully. */
  readonly weeklyUnits: readonly number[];
  /** Units of each variant within the horizon, most first; empty if only one variant was sold. */
  readonly variants: readonly VariantUnits[];
}

export interface VariantUnits {
  /** A name such as "XL / Sand", or a SKU. */
  readonly name: string;
  readonly units: number;
  /** Whether it is sold out and was not sold later, so that its demand may have been higher. */
  readonly isSoldOut?: true;
}

/** Launches sorted by launch day, then product, with their account. */
export interface DerivedLaunches {
  readonly launches: readonly DerivedLaunch[];
  readonly account: DerivationAccount;
  /** Adds up the weekly units of all products, launches or not, by category. A preview does without. */
  readonly demand: () => DemandPanel;
}
