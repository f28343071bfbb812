// The stock that a plan for profit orders: the best one, unless a loss would be likelier than a profit, or a smaller one
// earns nearly as much.

import { bestStock } from '../economics/first-stock.ts';
import { profitOf } from '../economics/launch-profit.ts';
import { saferStock } from '../economics/safer-stock.ts';
import { leastTied, TIED_STOCKS } from '../search/near-ties.ts';
import type { PlanStudy } from './plan-study.ts';
import { logUnitsAt, unitMoneyAt, type WhatIfChoice } from './what-if.ts';

/** Tolerance for sums in another order. */
const SLACK = 1e-9;

/** Returns the stock with the highest expected profit; where money is not known, that of the usual service level. */
export function bestStockAt(study: PlanStudy, choice: WhatIfChoice): number {
  const money = unitMoneyAt(study, choice);
  return bestStock(study.spread, logUnitsAt(study, choice), { terms: study.stock, money });
}

/** A stock that earns more than the one that plans order. */
export interface PassedStock {
  readonly stockUnits: number;
  /** Expected profit that it adds. */
  readonly gain: number;
  /** loss: with it, a loss is likelier than a profit. tied: the difference is too small to tie up more money for it. */
  readonly why: 'loss' | 'tied';
}

export interface ProposedStock {
  readonly stockUnits: number;
  /** null where no larger stock earns more. */
  readonly passed: PassedStock | null;
}

/** Returns the stock to propose: the chosen one where a plan would not change it. */
export function proposedStock(study: PlanStudy, choice: WhatIfChoice): ProposedStock {
  const stockUnits = isStockTied(study, choice) ? choice.stockUnits : plannedStockAt(study, choice);
  const best = bestStockAt(study, choice);
  const gain = profitAtStock(study, choice, best) - profitAtStock(study, choice, stockUnits);
  if (best <= stockUnits || !(gain > 0)) return { stockUnits, passed: null };
  const why = plannedStockAt(study, choice) < best ? 'loss' : 'tied';
  return { stockUnits, passed: { stockUnits: best, gain, why } };
}

/** Returns whether a plan would not change this stock: its profit is tied with that of the stock that plans order. */
export function isStockTied(study: PlanStudy, choice: WhatIfChoice): boolean {
  const best = profitAtStock(study, choice, plannedStockAt(study, choice));
  const own = profitAtStock(study, choice, choice.stockUnits);
  return own >= leastTied(best, TIED_STOCKS) - SLACK * Math.abs(best);
}

function plannedStockAt(study: PlanStudy, choice: WhatIfChoice): number {
  const stock = bestStockAt(study, choice);
  const money = unitMoneyAt(study, choice);
  return saferStock(study.spread, logUnitsAt(study, choice), { stock, terms: study.stock, money });
}

function profitAtStock(study: PlanStudy, choice: WhatIfChoice, stock: number): number {
  return profitOf(study, logUnitsAt(study, choice), { money: unitMoneyAt(study, choice), stock });
}
