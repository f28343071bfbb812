import { oddsOfDemand } from '../economics/demand.ts';
import { orderableAbove } from '../economics/first-stock.ts';
import { expectedUnits, profitOf } from '../economics/launch-profit.ts';
import type { PlanStudy } from './plan-study.ts';
import { logUnitsAt, unitMoneyAt, type WhatIfChoice } from './what-if.ts';

/** Outcome of one initial stock. */
export interface StockRow {
  readonly stockUnits: number;
  /** Share of cases, 0–1, in which it sells out within the horizon. */
  readonly sellOut: number;
  /** Mean units that are never sold. */
  readonly leftoverUnits: number;
  /** Mean revenue, null without prices; below, mean profit, null without prices or costs. */
  readonly revenue: number | null;
  readonly profit: number | null;
}

const ROWS = 5;
const STEP_SHARE = 0.12;

/** Returns rows for the chosen stock and for smaller and larger ones that can be ordered. */
export function stockTable(study: PlanStudy, choice: WhatIfChoice): readonly StockRow[] {
  const pack = orderableAbove(1, { ...study.stock, minimumOrder: 0 });
  const { stockUnits } = choice;
  const step = Math.max(1, Math.round((STEP_SHARE * stockUnits) / pack)) * pack;
  const least = orderableAbove(0, study.stock);
  const below = Math.min((ROWS - 1) / 2, Math.max(0, Math.floor((stockUnits - least) / step)));
  const first = stockUnits - below * step;
  return Array.from({ length: ROWS }, (_, i) =>
    rowOf(study, { ...choice, stockUnits: first + i * step }),
  );
}

function rowOf(study: PlanStudy, choice: WhatIfChoice): StockRow {
  const { stockUnits } = choice;
  const { spread } = study;
  const logUnits = logUnitsAt(study, choice);
  const launched = { money: unitMoneyAt(study, choice), stock: stockUnits };
  const { inAll } = expectedUnits(spread, logUnits, launched);
  return {
    stockUnits,
    sellOut: oddsOfDemand(spread, logUnits, stockUnits),
    leftoverUnits: Math.max(0, stockUnits - inAll),
    revenue: known(launched.money.revenue * inAll),
    profit: known(profitOf(study, logUnits, launched)),
  };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
