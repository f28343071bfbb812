import { USUAL_STOCK_TERMS, type StockTerms } from './first-stock.ts';

export const OBJECTIVES = ['profit', 'revenue', 'units', 'sell-through'] as const;
/** What is to be as high as possible; sell-through: the share of the first stock that is sold within the horizon. */
export type Objective = (typeof OBJECTIVES)[number];

export const ATTITUDES = ['expected', 'balanced', 'cautious'] as const;
/** How much of what is expected the seller gives up for a better bad case. */
export type Attitude = (typeof ATTITUDES)[number];

/** The share of the best expectation that a plan may give up so that its tenth percentile is as high as possible. */
export const GIVEN_UP: Readonly<Record<Attitude, number>> = {
  expected: 0,
  balanced: 0.005,
  cautious: 0.02,
};

/** What plans are made for. */
export interface Aim {
  readonly objective: Objective;
  readonly attitude: Attitude;
  readonly stock: StockTerms;
  /** How many products can be launched at all; null: as many as are worth it. */
  readonly mostLaunches: number | null;
}

export const USUAL_AIM: Aim = {
  objective: 'profit',
  attitude: 'expected',
  stock: USUAL_STOCK_TERMS,
  mostLaunches: null,
};
