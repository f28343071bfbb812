// The smallest safe try of a plan: a first order that risks little and shows within two weeks whether the plan's whole
// order would have paid. It is compared with ordering everything at once.

import { mean, sum } from '#core/base/statistics/statistics.ts';
import { demandPoints, type DemandSpread } from '../economics/demand.ts';
import { orderableAbove } from '../economics/first-stock.ts';
import { profitAt } from '../economics/launch-profit.ts';
import type { LaunchPlan } from '../plan/launch-plan.ts';
import type { StockTerms } from '../plan/stock-terms.ts';
import type { KnownMoney, UnitMoney } from '../plan/unit-money.ts';
import type { WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';
import type { PlanStudy } from '../what-if/plan-study.ts';
import { earlyPace, type EarlyPace } from './early-pace.ts';
import { tryCases, type TryCase } from './try-cases.ts';
import {
  bestPolicy,
  bestReorder,
  binsOf,
  type TryScene,
  type TwoStagePolicy,
} from './two-stage-policy.ts';

/** Least accuracy with which two weeks of sales tell a good launch from a bad one. */
export const LEAST_ACCURACY = 0.8;
/** Least chance that the result changes the reorder. */
export const LEAST_CHANGE = 0.1;
/** A reorder is another decision where it is less than half, or more than double, of what would be ordered unseen. */
const OTHER_DECISION = 2;
/** Fewest units of a try. A count of 10 has a relative standard error of 1 / √10 = 0.32, about the noise of the pace. */
export const LEAST_UNITS = 10;
/** First orders that are tried, at about equal ratios from the smallest to the plan's. */
const FIRST_ORDERS = 40;

/** A two-stage policy with what it risks. */
export interface TriedOrder extends TwoStagePolicy {
  /** Loss where nothing sells: the loss of all units left over, and the fixed cost. */
  readonly worstLoss: number;
  /** Balanced accuracy of two weeks of sales, 0.5–1: mean of the shares of good and of bad launches told as such. */
  readonly accuracy: number;
  /** Chance, 0–1, that what sells changes the reorder by a factor of two or more. */
  readonly changes: number;
}

export interface SmallestTry {
  readonly tried: TriedOrder;
  /** Of the first orders that tell as well and lose no more, the one with the highest mean profit. */
  readonly bestWithin: TriedOrder;
  /** The first order with the highest mean profit, where one reorder follows. */
  readonly best: TwoStagePolicy;
  /** The plan's own order, with a reorder after two weeks too: what a try is to be compared with. */
  readonly whole: TwoStagePolicy;
  /** Mean profit of the plan, which orders everything at once and never again. */
  readonly planProfit: number;
  /** Loss of the plan where nothing sells. */
  readonly planLoss: number;
  /** Most that a try may lose. */
  readonly mostLoss: number;
  readonly pace: EarlyPace;
}

/**
 * Why there is no try. in-stock: nothing is to be ordered. too-late: a reorder would arrive after the horizon. no-bad,
 * no-good: the order pays, or loses, in all cases, so there is nothing to find out. too-few: the order is too small for a
 * smaller one to show anything. unclear: no first order tells. risky: one that tells may lose more than allowed.
 * no-change: what it tells would hardly ever change the reorder.
 */
export type NoTry =
  | 'no-money'
  | 'in-stock'
  | 'too-late'
  | 'no-bad'
  | 'no-good'
  | 'too-few'
  | 'unclear'
  | 'risky'
  | 'no-change';

export interface TryFacts {
  readonly spread: DemandSpread;
  readonly terms: StockTerms;
  readonly curve: WeeklyCurve | null;
  /** As `earlyNoise` gives it. */
  readonly noise: number | null;
  readonly horizonDays: number;
  /** Most that a try may lose, in money; absent: the fixed cost and half of what the plan's stock may lose. */
  readonly mostLoss?: number | undefined;
}

/** Returns the facts that a study has. */
export function factsOfStudy(
  { spread, stock, salesCurve, earlyNoise }: TriedStudy,
  horizonDays: number,
): TryFacts {
  return { spread, terms: stock, curve: salesCurve, noise: earlyNoise, horizonDays };
}

export type TriedStudy = Pick<PlanStudy, 'spread' | 'stock' | 'salesCurve' | 'earlyNoise'>;

type Tried = Pick<LaunchPlan, 'action' | 'outcome' | 'money' | 'product'>;

/**
 * Returns the smallest first order, of `LEAST_UNITS` or more, that tells good from bad by week two (`LEAST_ACCURACY`),
 * changes the reorder (`LEAST_CHANGE`), and loses at most `mostLoss`; or why there is none.
 */
export function smallestTry(plan: Tried, facts: TryFacts): SmallestTry | NoTry {
  if ((plan.product.firstStock ?? 0) > 0) return 'in-stock';
  const money = plan.money && allMoney(plan.money);
  if (!money) return 'no-money';
  const pace = earlyPace({ ...facts, leadTimeDays: facts.terms.leadTimeDays });
  if (!pace) return 'too-late';
  const stock = plan.action.stockUnits;
  const demand = demandPoints(facts.spread, Math.log1p(plan.outcome.units.expected));
  const isGood = (units: number) => profitAt(units, { money, stock }) > 0;
  if (demand.every(isGood)) return 'no-bad';
  if (!demand.some(isGood)) return 'no-good';
  const scene = { cases: tryCases(demand, pace), money, terms: facts.terms };
  const orders = firstOrders(facts.terms, stock).map((first): TriedOrder => {
    const policy = bestPolicy(scene, first);
    return {
      ...policy,
      worstLoss: worstLoss(money, first),
      accuracy: accuracyOf(scene, first, ({ demand }) => isGood(demand)),
      changes: chanceOfChange(scene, policy),
    };
  });
  const planLoss = worstLoss(money, stock);
  const mostLoss = facts.mostLoss ?? (money.fixedCost + planLoss) / 2;
  const within = worthTrying(orders, { stock, mostLoss });
  if (typeof within === 'string') return within;
  const [tried] = within;
  const planProfit = mean(demand.map((units) => profitAt(units, { money, stock })));
  const found = { tried, bestWithin: mostProfitable(within), best: mostProfitable(orders) };
  const whole = orders.at(-1)!; // first orders end with the plan's
  return { ...found, whole, planProfit, planLoss, mostLoss, pace };
}

/** Returns the first orders that show enough and lose no more than allowed, ascending; or what they all lack. */
function worthTrying(
  orders: readonly TriedOrder[],
  { stock, mostLoss }: { readonly stock: number; readonly mostLoss: number },
): [TriedOrder, ...TriedOrder[]] | NoTry {
  const parts = orders.filter(({ firstOrder }) => firstOrder >= LEAST_UNITS && firstOrder < stock);
  if (stock < 2 * LEAST_UNITS || parts.length === 0) return 'too-few';
  const telling = parts.filter(({ accuracy }) => accuracy >= LEAST_ACCURACY);
  if (telling.length === 0) return 'unclear';
  const allowed = telling.filter(({ worstLoss }) => worstLoss <= mostLoss);
  if (allowed.length === 0) return 'risky';
  const [first, ...others] = allowed.filter(({ changes }) => changes >= LEAST_CHANGE);
  return first ? [first, ...others] : 'no-change';
}

/**
 * Returns the chance that a rule reorders less than half, or more than double, of what is best without having seen any
 * sales.
 */
export function chanceOfChange(scene: TryScene, { firstOrder, steps }: TwoStagePolicy): number {
  const unseen = bestReorder(scene, scene.cases, firstOrder);
  const isOther = (units: number) =>
    units * OTHER_DECISION < unseen || units > OTHER_DECISION * unseen;
  return sum(steps.filter(({ orderUnits }) => isOther(orderUnits)).map(({ chance }) => chance));
}

/** Share of a profit by which another is clearly more. Less than this, curves call nearly level. */
const CLEARLY_MORE = 0.03;

/** Returns whether one profit is clearly more than another. */
export function isClearlyMore(profit: number, than: number): boolean {
  return profit - than > CLEARLY_MORE * Math.abs(than);
}

/**
 * Returns the policy that a seller who can reorder takes instead of the plan's one order: the plan's order with a reorder,
 * or a smaller first order where that is clearly better; null where neither clearly earns more than the plan.
 */
export function betterInSteps({ best, whole, planProfit }: SmallestTry): TwoStagePolicy | null {
  const isSmaller =
    best.firstOrder < whole.firstOrder && isClearlyMore(best.expectedProfit, whole.expectedProfit);
  const policy = isSmaller ? best : whole;
  return isClearlyMore(policy.expectedProfit, planProfit) ? policy : null;
}

/** Returns the first order with the highest mean profit, the smallest of equal ones. */
function mostProfitable(orders: readonly TriedOrder[]): TriedOrder {
  return orders.reduce((a, b) => (b.expectedProfit > a.expectedProfit ? b : a));
}

function worstLoss({ leftover, fixedCost }: UnitMoney, stock: number): number {
  return leftover * stock + fixedCost;
}

/** Returns the money where all of it is known; the loss of a leftover unit may be missing, as in a forecast. */
function allMoney({ revenue, margin, leftover, fixedCost, ...rest }: KnownMoney): UnitMoney | null {
  if (margin === null || fixedCost === null) return null;
  return { ...rest, revenue: revenue ?? NaN, margin, leftover: leftover ?? 0, fixedCost };
}

/** Returns orderable quantities from the smallest to the plan's stock, ascending. */
function firstOrders(terms: StockTerms, stock: number): number[] {
  const least = orderableAbove(1, terms);
  const ratio = Math.max(1, stock / least);
  const between = Array.from({ length: FIRST_ORDERS }, (_, i) =>
    orderableAbove(least * ratio ** (i / FIRST_ORDERS), terms),
  );
  return [...new Set([...between, stock])].filter((units) => units <= stock);
}

/**
 * Returns the balanced accuracy with which the bins of two weeks' sales tell good cases from bad ones: a bin tells good
 * where its share of the good cases is larger than its share of the bad ones.
 */
export function accuracyOf(
  { cases }: Pick<TryScene, 'cases'>,
  firstOrder: number,
  isGood: (each: TryCase) => boolean,
): number {
  const good = cases.filter(isGood).length;
  const bad = cases.length - good;
  let accuracy = 0;
  for (const bin of binsOf(cases, firstOrder)) {
    const goodHere = bin.cases.filter(isGood).length;
    const badHere = bin.cases.length - goodHere;
    accuracy += Math.max(goodHere / good, badHere / bad) / 2;
  }
  return accuracy;
}
