// Calculates what a calendar is worth, what it uses, and which limits it breaks: the same sums that the solver gets,
// calculated directly.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { cashTiedUp } from '../offers/cash-use.ts';
import { isCashLimited } from '../offers/season-limits.ts';
import { spendOf, stockCostOf } from '../offers/pareto-options.ts';
import { meritOf, type SeasonOption } from '../offers/season-option.ts';
import {
  LEFT_OUT,
  pairLoss,
  pairMeritLoss,
  type SeasonChoice,
  type SeasonProblem,
} from './season-problem.ts';

export interface SeasonUse {
  /** By week of the offers: launches; below, ad spend. */
  readonly launches: Uint32Array;
  readonly adSpend: Float64Array;
  readonly adSpendOf: Readonly<Record<string, number>>;
  readonly adSpendTotal: number;
  readonly stockCost: number;
  /** Most cash tied up on any day; 0 where cash is not limited. */
  readonly cashTiedUp: number;
}

/** Returns the objective summed over the launches, with what they bring other products, less what similar ones take from each other. */
export function seasonValue(problem: SeasonProblem, choice: SeasonChoice): number {
  let value = 0;
  problem.products.forEach((_, i) => (value += chosen(problem, choice, i)?.value ?? 0));
  return value - seasonLoss(problem, choice);
}

/** Returns the part of the value that the launches bring other products. */
export function seasonBrought(problem: SeasonProblem, choice: SeasonChoice): number {
  let brought = 0;
  problem.products.forEach((_, i) => (brought += chosen(problem, choice, i)?.brought ?? 0));
  return brought;
}

/** Returns the merit summed over the launches, less what similar ones take from each other: what calendars maximise. */
export function seasonMerit(problem: SeasonProblem, choice: SeasonChoice): number {
  let merit = 0;
  problem.products.forEach((_, i) => {
    const option = chosen(problem, choice, i);
    if (option) merit += meritOf(option);
  });
  return merit - lostToEachOther(problem, choice, pairMeritLoss);
}

/** Returns what similar launches take from each other. */
export function seasonLoss(problem: SeasonProblem, choice: SeasonChoice): number {
  return lostToEachOther(problem, choice, pairLoss);
}

function lostToEachOther(
  problem: SeasonProblem,
  choice: SeasonChoice,
  lossOf: typeof pairLoss,
): number {
  let lost = 0;
  for (const pair of problem.pairs) {
    const first = chosen(problem, choice, pair.first);
    const second = chosen(problem, choice, pair.second);
    if (first && second) lost += lossOf(problem, pair, [first.week, second.week]);
  }
  return lost;
}

/** Returns the option that a product takes; null where it is left out. */
export function chosen(
  { products }: SeasonProblem,
  choice: SeasonChoice,
  product: number,
): SeasonOption | null {
  const place = choice[product]!;
  return place === LEFT_OUT ? null : products[product]!.options[place]!;
}

/** Sums launches, ad spend and stock cost; unknown money counts as 0. */
export function seasonUse(problem: SeasonProblem, choice: SeasonChoice): SeasonUse {
  const launches = new Uint32Array(problem.weeks.length);
  const adSpend = new Float64Array(problem.weeks.length);
  const adSpendOf = new Map<string, number>();
  const launched: SeasonOption[] = [];
  let [adSpendTotal, stockCost] = [0, 0];
  problem.products.forEach((_, i) => {
    const option = chosen(problem, choice, i);
    if (!option) return;
    const spend = spendOf(option);
    const channel = problem.channels[option.channel];
    launched.push(option);
    launches[option.week]! += 1;
    adSpend[option.week]! += spend;
    adSpendTotal += spend;
    stockCost += stockCostOf(option);
    if (channel !== undefined) adSpendOf.set(channel, (adSpendOf.get(channel) ?? 0) + spend);
  });
  return {
    ...{ launches, adSpend, adSpendOf: Object.fromEntries(adSpendOf), adSpendTotal, stockCost },
    cashTiedUp: isCashLimited(problem.limits) ? cashTiedUp(launched) : 0,
  };
}

/** A limit that a calendar breaks, or that takes part in a conflict. */
export type LimitName =
  | { readonly kind: 'most-per-week'; readonly week: Day }
  | { readonly kind: 'ad-budget' }
  | { readonly kind: 'channel-budget'; readonly channel: string }
  | { readonly kind: 'stock-budget' }
  | { readonly kind: 'cash-budget' }
  /** A product that must be launched. */
  | { readonly kind: 'needed'; readonly productId: string };

/** Relative tolerance for rounded money. */
const TOLERANCE = 1e-6;

/** Returns the limits that a choice breaks, within TOLERANCE. */
export function brokenLimits(problem: SeasonProblem, choice: SeasonChoice): LimitName[] {
  const { limits, products, weeks } = problem;
  const { mostPerWeek, adBudget, stockBudget, cashBudget = null, channelBudgets } = limits;
  const use = seasonUse(problem, choice);
  const exceeds = (used: number, most: number | null) =>
    most !== null && used > most + TOLERANCE * Math.max(1, most);
  return [
    ...weeks.flatMap((week, i): LimitName[] =>
      exceeds(use.launches[i]!, mostPerWeek) ? [{ kind: 'most-per-week', week }] : [],
    ),
    ...(exceeds(use.adSpendTotal, adBudget) ? [{ kind: 'ad-budget' } as const] : []),
    ...Object.entries(channelBudgets).flatMap(([channel, most]): LimitName[] =>
      exceeds(ownValue(use.adSpendOf, channel) ?? 0, most)
        ? [{ kind: 'channel-budget', channel }]
        : [],
    ),
    ...(exceeds(use.stockCost, stockBudget) ? [{ kind: 'stock-budget' } as const] : []),
    ...(exceeds(use.cashTiedUp, cashBudget) ? [{ kind: 'cash-budget' } as const] : []),
    ...products.flatMap(({ productId, isNeeded }, i): LimitName[] =>
      isNeeded && choice[i] === LEFT_OUT ? [{ kind: 'needed', productId }] : [],
    ),
  ];
}
