// Compares one forecast with its result. Forecast units are demand; units sold are demand limited by stock.

import type { Objective } from '#core/planning/plan/aim.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { plannedValue } from '#core/planning/plan/planned-value.ts';
import { profitAt, soldInAll } from '#core/planning/economics/launch-profit.ts';
import type { KnownMoney } from '#core/planning/plan/unit-money.ts';
import { residualsOf } from '#core/model/blend/conformal-ranges.ts';
import type { LaunchResult } from './result.ts';
import { isStanding, type AdoptedPlan } from './adopted-plan.ts';

/** An adopted plan whose result is complete. */
export interface Settled extends AdoptedPlan {
  readonly actual: LaunchResult;
}

/** Returns the standing entries whose result is complete. */
export function settledEntries(entries: readonly AdoptedPlan[]): Settled[] {
  return entries.filter(
    (entry): entry is Settled =>
      isStanding(entry) && entry.actual !== null && !entry.actual.isEarly,
  );
}

export type Landing = 'in' | 'above' | 'below';

export const PROMISED_FRACTIONS = [0.5, 0.8] as const;
export type PromisedFraction = (typeof PROMISED_FRACTIONS)[number];

/** Returns whether a launch sold exactly its stock, so that demand may be higher. One that sold more was restocked. */
export function isSoldOut({ actual, action }: Settled): boolean {
  return actual.units === (actual.firstStock ?? action.stockUnits);
}

/**
 * Returns where sales landed in relation to a range. A sold-out launch sold at least that, so, as in `coverage`, it
 * cannot be below.
 */
export function landingOf(entry: Settled, promisedFraction: PromisedFraction = 0.8): Landing {
  const { low80, low50, high50, high80 } = entry.outcome.units;
  const [low, high] = promisedFraction === 0.8 ? [low80, high80] : [low50, high50];
  const { units } = entry.actual;
  if (units > high) return 'above';
  return units < low && !isSoldOut(entry) ? 'below' : 'in';
}

/**
 * Returns the chance that sales land in a range. Demand beyond the stock is never seen, so a range that reaches beyond
 * it can only be left below: the smaller the stock, the likelier the landing. Between the quantiles of the forecast,
 * chances are taken as even on the log1p scale.
 */
export function promisedShare(entry: Settled, promisedFraction: PromisedFraction): number {
  const { low80, low50, high50, high80 } = entry.outcome.units;
  const [low, high] = promisedFraction === 0.8 ? [low80, high80] : [low50, high50];
  const stock = entry.actual.firstStock ?? entry.action.stockUnits;
  if (entry.actual.units > stock || stock >= high) return promisedFraction;
  return 1 - chanceBelow(entry.outcome.units, Math.min(low, stock));
}

/** Returns the chance of selling fewer than `units`, from the quantiles of a forecast. */
function chanceBelow({ low80, low50, expected, high50, high80 }: OutcomeRange, units: number) {
  const known = [0, low80, low50, expected, high50, high80].map(Math.log1p);
  const chances = [0, 0.1, 0.25, 0.5, 0.75, 0.9];
  const at = Math.log1p(units);
  const next = known.findIndex((log, i) => i > 0 && at <= log);
  if (next < 0) return chances.at(-1)!;
  const [from, to] = [known[next - 1]!, known[next]!];
  const share = to > from ? (at - from) / (to - from) : 1;
  return chances[next - 1]! + share * (chances[next]! - chances[next - 1]!);
}

/**
 * Returns log1p(sold) − log1p(expected) of each entry: positive where more was sold. For a sold-out launch it is at
 * least that, and is placed among those with larger errors, as in conformal-ranges.ts.
 */
export function logErrorsOf(entries: readonly Settled[]): Float64Array {
  const units = entries.map(({ actual }) => actual.units);
  const expected = entries.map(({ outcome }) => Math.log1p(outcome.units.expected));
  return residualsOf(units, expected, entries.map(isSoldOut)).residuals;
}

/** Returns the result of a plan in its objective; null where the figures do not allow it. */
export function realised(entry: Settled): number | null {
  const { objective, actual, money } = entry;
  if (objective === 'units') return actual.units;
  if (objective === 'sell-through') {
    const stock = stockOf(entry);
    return stock > 0 ? actual.units / stock : null;
  }
  if (objective === 'revenue') return revenueInAll(entry);
  return money ? profitOf(entry, money) : null;
}

/**
 * Returns revenue as plans compute it. What is sold after the horizon is not in a result: as in the plan, it is taken to
 * be the same multiple of what was sold within it, as far as the stock goes.
 */
function revenueInAll(entry: Settled): number | null {
  const { actual, money } = entry;
  const { units } = actual;
  const revenue = statedRevenue(entry) ?? revenueOf(units, money?.revenue);
  if (revenue === null || units === 0) return revenue;
  return (revenue * soldInAll(units, { later: money?.later, stock: stockOf(entry) })) / units;
}

/** More sold than the first stock: it was restocked, and nothing is left over. */
function stockOf({ actual, action }: Settled): number {
  return Math.max(actual.units, actual.firstStock ?? action.stockUnits);
}

/**
 * Returns profit as plans compute it: margin of the units sold, less leftover stock and spending. Stated revenue that
 * differs from the expected revenue of these units is a better or worse price, and goes to profit in full. What is sold
 * after the horizon is counted as in `revenueInAll`.
 */
function profitOf(entry: Settled, money: KnownMoney): number | null {
  const { units, adSpend } = entry.actual;
  const revenue = statedRevenue(entry);
  const spent = adSpend ?? money.fixedCost;
  const usual = revenueOf(units, money.revenue);
  if (money.margin === null || spent === null || (revenue !== null && usual === null)) return null;
  const price = revenue === null ? 0 : revenue - (usual ?? 0);
  const { margin, leftover, later } = money;
  const unit = { revenue: 0, margin, leftover: leftover ?? 0, fixedCost: spent };
  return (
    profitAt(units, { money: { ...unit, ...(later && { later }) }, stock: stockOf(entry) }) + price
  );
}

/** Returns the revenue of a result without the VAT that its plan counts. */
function statedRevenue({ actual, money }: Settled): number | null {
  return actual.revenue === null ? null : actual.revenue * (1 - (money?.vatShare ?? 0));
}

function revenueOf(units: number, each: number | null | undefined): number | null {
  return each === null || each === undefined ? null : each * units;
}

/** Forecast and realised gain over the usual approach. */
export interface ValueOverHabit {
  readonly objective: Objective;
  readonly promised: number;
  readonly realised: number;
}

/** Returns the gain of an entry over the usual approach; null where it is not known. */
export function valueOverHabit(entry: Settled): ValueOverHabit | null {
  const { objective } = entry;
  const came = realised(entry);
  if (came === null || lacks(entry, objective)) return null;
  const usual = plannedValue(entry.usual, objective);
  return { objective, promised: plannedValue(entry, objective) - usual, realised: came - usual };
}

/** Returns whether the forecast has no money for the objective; units would stand in for it. */
function lacks({ outcome, usual }: Settled, objective: Objective): boolean {
  if (objective === 'units' || objective === 'sell-through') return false;
  return outcome[objective] === null || usual.outcome[objective] === null;
}
