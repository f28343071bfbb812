/** What selling costs beyond unit cost, channel fee and ad spend, and what is sold later; the same for all products. */
export interface SellingTerms {
  /** VAT, or another tax on sales, as a share of the price without it, 0–1. */
  readonly vatRate: number;
  /** Whether the prices of the data include VAT; otherwise buyers pay it on top. */
  readonly pricesIncludeVat: boolean;
  /** Money per order, such as a payment fee. */
  readonly orderFee: number;
  /** Money per order that the seller pays to ship it. */
  readonly shippingCost: number;
  /** Money per returned unit that the seller pays for its way back. */
  readonly returnFreight: number;
  /** Share of the returned units that can be sold again, 0–1. */
  readonly resaleableShare: number;
  /** Money to store a unit for a month, a twelfth of a year. */
  readonly storagePerUnitMonth: number;
  /** Cost of capital a year, as a share of the money tied up in stock. */
  readonly capitalRate: number;
  /** Demand after the horizon, as a multiple of demand within it. */
  readonly laterSalesShare: number;
  /** Unit cost as a share of the list price where no cost is known; null: ASSUMED_COST_SHARE, marked as assumed. */
  readonly assumedCostShare: number | null;
}

/** Unit cost as a share of the list price where neither the seller nor the history tells: a round half. */
export const ASSUMED_COST_SHARE = 0.5;

/** Terms under which nothing is counted. */
export const NO_SELLING_TERMS: SellingTerms = {
  vatRate: 0,
  pricesIncludeVat: true,
  orderFee: 0,
  shippingCost: 0,
  returnFreight: 0,
  resaleableShare: 1,
  storagePerUnitMonth: 0,
  capitalRate: 0,
  laterSalesShare: 0,
  assumedCostShare: null,
};

/** Accepted ranges; money is in the data's currency. */
export const SELLING_BOUNDS = {
  vatRate: { min: 0, max: 1 },
  orderFee: { min: 0, max: 1_000_000 },
  shippingCost: { min: 0, max: 1_000_000 },
  returnFreight: { min: 0, max: 1_000_000 },
  resaleableShare: { min: 0, max: 1 },
  storagePerUnitMonth: { min: 0, max: 1_000_000 },
  capitalRate: { min: 0, max: 1 },
  laterSalesShare: { min: 0, max: 20 },
  assumedCostShare: { min: 0, max: 1 },
} as const;
export type SellingNumber = keyof typeof SELLING_BOUNDS;
export const SELLING_NUMBERS = Object.keys(SELLING_BOUNDS) as SellingNumber[];

/** Returns whether a number is in the accepted range. */
export function isWithinSelling(name: SellingNumber, value: number): boolean {
  const { min, max } = SELLING_BOUNDS[name];
  return value >= min && value <= max;
}

/** What of the terms to change; null: as if it were not counted. */
export type SellingChange = {
  readonly [Name in keyof SellingTerms]?: SellingTerms[Name] | null;
};

/**
 * Returns the terms with a change; values out of bounds are ignored. undefined where nothing is counted any more, so
 * that plans without terms stay as they were.
 */
export function withSelling(
  terms: SellingTerms | undefined,
  change: SellingChange,
): SellingTerms | undefined {
  const numbers = SELLING_NUMBERS.filter((name) => isUsable(name, change[name])).map(
    (name) => [name, change[name] ?? NO_SELLING_TERMS[name]] as const,
  );
  const changed: SellingTerms = {
    ...(terms ?? NO_SELLING_TERMS),
    ...Object.fromEntries(numbers),
    ...(typeof change.pricesIncludeVat === 'boolean' && {
      pricesIncludeVat: change.pricesIncludeVat,
    }),
  };
  const names = Object.keys(NO_SELLING_TERMS) as (keyof SellingTerms)[];
  return names.every((name) => changed[name] === NO_SELLING_TERMS[name]) ? undefined : changed;
}

function isUsable(name: SellingNumber, value: unknown): boolean {
  return value === null || (typeof value === 'number' && isWithinSelling(name, value));
}

/** Reads stored terms; values that are missing or invalid are not counted. */
export function usableSelling(stored: unknown): SellingTerms | undefined {
  return withSelling(undefined, stored ?? {});
}
