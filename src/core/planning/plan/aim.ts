import { cashTermsOf, isCashNumber, USUAL_CASH_TERMS } from './cash-terms.ts';
import type { CashTerms } from './cash-terms.ts';
import {
  ASSUMED_COST_SHARE,
  usableSelling,
  withSelling,
  type SellingChange,
  type SellingTerms,
} from './selling-terms.ts';
import { USUAL_STOCK_TERMS, type StockTerms } from './stock-terms.ts';

export const OBJECTIVES = ['profit', 'revenue', 'units', 'sell-through'] as const;
/** What plans maximise; sell-through is the share of the initial stock sold within the horizon. */
export type Objective = (typeof OBJECTIVES)[number];

export const ATTITUDES = ['expected', 'balanced', 'cautious'] as const;
/** How much expected value the seller gives up for a better bad case. */
export type Attitude = (typeof ATTITUDES)[number];

/** Largest share of the best expected value that a plan may give up to improve its bad case. */
export const GIVEN_UP: Readonly<Record<Attitude, number>> = {
  expected: 0,
  balanced: 0.003,
  cautious: 0.007,
};

/** What plans are made for. */
export interface Aim {
  readonly objective: Objective;
  readonly attitude: Attitude;
  readonly stock: StockTerms;
  /** Absent in aims stored before it existed; see `cashTermsOf`. */
  readonly cash?: CashTerms;
  /** Most products that can be launched; null: no limit. */
  readonly mostLaunches: number | null;
  /** Absent where none are counted. */
  readonly selling?: SellingTerms;
  /**
   * Share of a launch's value, 0–1, that a year of waiting costs: money earned later, and designs that age. Absent in
   * plans stored before it existed: 0.
   */
  readonly waitingCostPerYear?: number;
  /**
   * The new products have been on sale at their list price for 30 days or more, so that a reduction may be announced in
   * the EU. Absent: they have not.
   */
  readonly hasEarlierPrices?: boolean;
  /**
   * The seller has said that stock is there at once. Absent: not, or in aims stored before it existed, so that a lead time
   * of 0 is only assumed.
   */
  readonly hasNoLeadTime?: boolean;
}

/** What a seller chooses of an aim, apart from its numbers. */
export type AimChoice = Partial<Pick<Aim, 'objective' | 'attitude' | 'hasEarlierPrices'>>;

/** Accepted ranges; all but shares are whole numbers. */
export const AIM_BOUNDS = {
  leftoverLoss: { min: 0, max: 1 },
  minimumOrder: { min: 0, max: 1_000_000 },
  packSize: { min: 1, max: 100_000 },
  leadTimeDays: { min: 0, max: 730 },
  mostLaunches: { min: 1, max: 100_000 },
  waitingCostPerYear: { min: 0, max: 1 },
  depositShare: { min: 0, max: 1 },
  payoutDays: { min: 0, max: 365 },
} as const;
export type AimNumber = keyof typeof AIM_BOUNDS;

const SHARES: readonly AimNumber[] = ['leftoverLoss', 'depositShare', 'waitingCostPerYear'];

/** Returns whether a number is a share, 0–1, and not a whole number. */
export function isShare(name: AimNumber): boolean {
  return SHARES.includes(name);
}

/** Returns whether a number is in the accepted range and, where required, whole. */
export function isWithinAim(name: AimNumber, value: number): boolean {
  const { min, max } = AIM_BOUNDS[name];
  return value >= min && value <= max && (isShare(name) || Number.isInteger(value));
}

/** Returns whether the lead time is what the seller said, and not only assumed. */
export function isLeadTimeSaid({
  stock,
  hasNoLeadTime,
}: Pick<Aim, 'stock' | 'hasNoLeadTime'>): boolean {
  return hasNoLeadTime === true || stock.leadTimeDays > 0;
}

/** Returns one number; null: no limit on launches. */
export function aimNumber(aim: Aim, name: AimNumber): number | null {
  if (name === 'mostLaunches') return aim.mostLaunches;
  if (name === 'waitingCostPerYear') return aim.waitingCostPerYear ?? 0;
  return isCashNumber(name) ? cashTermsOf(aim)[name] : aim.stock[name];
}

/** Sets one number; null means no limit on launches, or the default for the others. */
export function withAimNumber(aim: Aim, name: AimNumber, value: number | null): Aim {
  if (name === 'mostLaunches') return { ...aim, mostLaunches: value };
  if (name === 'waitingCostPerYear')
    return { ...aim, waitingCostPerYear: value ?? USUAL_WAITING_COST };
  if (isCashNumber(name))
    return { ...aim, cash: { ...cashTermsOf(aim), [name]: value ?? USUAL_CASH_TERMS[name] } };
  const stock = { ...aim.stock, [name]: value ?? USUAL_STOCK_TERMS[name] };
  return name === 'leadTimeDays' ? withLeadTime(aim, stock, value) : { ...aim, stock };
}

function withLeadTime(
  { hasNoLeadTime = false, ...aim }: Aim,
  stock: StockTerms,
  value: number | null,
): Aim {
  const isNone = value === 0;
  return { ...aim, stock, ...((isNone || hasNoLeadTime) && { hasNoLeadTime: isNone }) };
}

/** Reads a stored aim; values that are missing or invalid take their defaults. */
export function usableAim(stored: unknown): Aim {
  const given = (stored ?? {}) as Partial<Aim>;
  const { mostLaunches, waitingCostPerYear } = given;
  const numbers = { ...given.stock, ...given.cash, mostLaunches, waitingCostPerYear };
  const aim = (Object.keys(AIM_BOUNDS) as AimNumber[]).reduce((aim, name) => {
    const value = numbers[name];
    const isUsable = typeof value === 'number' && isWithinAim(name, value);
    if (name === 'leadTimeDays' && value === 0) return aim; // the usual one, which nobody may have said
    return isUsable ? withAimNumber(aim, name, value) : aim;
  }, USUAL_AIM);
  const selling = usableSelling(given.selling);
  return {
    ...aim,
    ...(given.hasNoLeadTime === true && { hasNoLeadTime: true }),
    ...(selling && { selling }),
    objective: OBJECTIVES.find((each) => each === given.objective) ?? USUAL_AIM.objective,
    attitude: ATTITUDES.find((each) => each === given.attitude) ?? USUAL_AIM.attitude,
    ...(given.hasEarlierPrices === true && { hasEarlierPrices: true }),
  };
}

/** Changes the terms of selling; null: not counted. Values out of bounds are ignored. */
export function withAimSelling({ selling, ...aim }: Aim, change: SellingChange): Aim {
  const changed = withSelling(selling, change);
  return changed ? { ...aim, selling: changed } : aim;
}

/** Returns the share of the list price that is taken for a unit cost that no launch shows, 0–1. */
export function assumedCostShare({ selling }: Pick<Aim, 'selling'>): number {
  return selling?.assumedCostShare ?? ASSUMED_COST_SHARE;
}

/**
 * Default cost of a year of waiting: about what small firms pay for credit, and as much again for designs that age. An
 * assumption, which the seller can change.
 */
const USUAL_WAITING_COST = 0.2;

export const USUAL_AIM: Aim = {
  objective: 'profit',
  attitude: 'expected',
  stock: USUAL_STOCK_TERMS,
  mostLaunches: null,
  waitingCostPerYear: USUAL_WAITING_COST,
};
