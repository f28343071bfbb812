// One promise beside what came of it. Promised units are demand; what was sold is demand as far as the stock went.

import type { Objective } from '../launch/aim.ts';
import { promiseOf } from '../launch/promise.ts';
import type { UnitMoney } from '../launch/unit-money.ts';
import type { Actual } from './actual.ts';
import { isStanding, type AdoptedPlan } from './adopted-plan.ts';

/** An adopted plan whose result is whole. */
export interface Settled extends AdoptedPlan {
  readonly actual: Actual;
}

export function settledEntries(entries: readonly AdoptedPlan[]): Settled[] {
  return entries.filter(
    (entry): entry is Settled =>
      isStanding(entry) && entry.actual !== null && !entry.actual.isEarly,
  );
}

export type Landing = 'in' | 'above' | 'below';

export const PROMISED_FRACTIONS = [0.5, 0.8] as const;
export type PromisedFraction = (typeof PROMISED_FRACTIONS)[number];

/** Sold exactly what was on hand, so that more could have been sold; who sold more was restocked. */
export function isSoldOut({ actual, action }: Settled): boolean {
  return actual.units === (actual.firstStock ?? action.stockUnits);
}

/** Where sales landed. A sold-out launch sold at least so many: as in `coverage`, it cannot be below. */
export function landingOf(entry: Settled, promisedFraction: PromisedFraction = 0.8): Landing {
  const { low80, low50, high50, high80 } = entry.outcome.units;
  const [low, high] = promisedFraction === 0.8 ? [low80, high80] : [low50, high50];
  const { units } = entry.actual;
  if (units > high) return 'above';
  return units < low && !isSoldOut(entry) ? 'below' : 'in';
}

/** log1p(sold) − log1p(expected): positive where more was sold. What was expected beyond a sold-out launch's sales counts as met. */
export function missOf(entry: Settled): number {
  const { units } = entry.actual;
  const { expected } = entry.outcome.units;
  return Math.log1p(units) - Math.log1p(isSoldOut(entry) ? Math.min(expected, units) : expected);
}

/** What came of a plan in what was aimed at; null where the figures do not tell. */
export function realised(entry: Settled): number | null {
  const { objective, actual, action, money } = entry;
  if (objective === 'units') return actual.units;
  if (objective === 'sell-through') {
    const stock = Math.max(actual.firstStock ?? action.stockUnits, actual.units);
    return stock > 0 ? actual.units / stock : null;
  }
  if (objective === 'revenue')
    return actual.revenue ?? known(money && money.revenue * actual.units);
  return money ? known(profitOf(entry, money)) : null;
}

/**
 * Profit as plans reckon it: what units leave, less what is left over and was spent. Revenue that is told beside what so many units
 * were to bring is a better or worse price, and goes to profit whole.
 */
function profitOf({ actual, action }: Settled, money: UnitMoney): number {
  const { units, revenue, adSpend } = actual;
  const stock = actual.firstStock ?? action.stockUnits;
  const leftover = Number.isNaN(money.leftover) ? 0 : money.leftover;
  const price = revenue === null ? 0 : revenue - money.revenue * units;
  const spent = adSpend ?? money.fixedCost;
  return money.margin * units + price - leftover * Math.max(0, stock - units) - spent;
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Promised and realised beyond what doing as usual was expected to bring; null where it cannot be told. */
export interface ValueOverHabit {
  readonly objective: Objective;
  readonly promised: number;
  readonly realised: number;
}

export function valueOverHabit(entry: Settled): ValueOverHabit | null {
  const { objective } = entry;
  const came = realised(entry);
  if (came === null || lacks(entry, objective)) return null;
  const usual = promiseOf(entry.usual, objective);
  return { objective, promised: promiseOf(entry, objective) - usual, realised: came - usual };
}

/** Units would stand in for money that is not known. */
function lacks({ outcome, usual }: Settled, objective: Objective): boolean {
  if (objective === 'units' || objective === 'sell-through') return false;
  return outcome[objective] === null || usual.outcome[objective] === null;
}
