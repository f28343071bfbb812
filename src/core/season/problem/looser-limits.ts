// One step looser: what a limit costs is what the best calendar gains with one launch, a tenth or one week more.

import type { Day } from '#core/base/dates.ts';
import { withoutKey } from '#core/base/lookup.ts';
import { isInSeason, type SeasonLimits } from '../offers/season-limits.ts';

/** A limit that can be made one step looser. */
export type Loosening =
  | { readonly kind: 'most-per-week' }
  | { readonly kind: 'ad-budget' }
  | { readonly kind: 'channel-budget'; readonly channel: string }
  | { readonly kind: 'stock-budget' }
  | { readonly kind: 'cash-budget' }
  | { readonly kind: 'closed-week'; readonly week: Day }
  /** A product that must be launched. */
  | { readonly kind: 'needed'; readonly productId: string };

/** Step by which a budget is raised. */
const MORE_BUDGET = 1.1;

/** Returns the steps that the limits leave, in the order in which limits are shown; a budget of 0 has none. */
export function looseningsOf(limits: SeasonLimits): Loosening[] {
  const { mostPerWeek, adBudget, stockBudget, cashBudget, channelBudgets } = limits;
  const { closedWeeks, wishes } = limits;
  return [
    ...(mostPerWeek === null ? [] : [{ kind: 'most-per-week' } as const]),
    ...(adBudget ? [{ kind: 'ad-budget' } as const] : []),
    ...(stockBudget ? [{ kind: 'stock-budget' } as const] : []),
    ...(cashBudget ? [{ kind: 'cash-budget' } as const] : []),
    ...Object.entries(channelBudgets).flatMap(([channel, budget]): Loosening[] =>
      budget > 0 ? [{ kind: 'channel-budget', channel }] : [],
    ),
    ...closedWeeks
      .filter((week) => isInSeason(limits, week))
      .map((week): Loosening => ({ kind: 'closed-week', week })),
    ...Object.entries(wishes).flatMap(([productId, wish]): Loosening[] =>
      wish.isNeeded && !wish.isLeftOut && !wish.locked ? [{ kind: 'needed', productId }] : [],
    ),
  ];
}

/** Returns the limits with one of them a step looser. Every calendar within the limits is within these, too. */
export function loosened(limits: SeasonLimits, loosening: Loosening): SeasonLimits {
  const more = (budget: number | null) => budget && MORE_BUDGET * budget;
  switch (loosening.kind) {
    case 'most-per-week':
      return { ...limits, mostPerWeek: limits.mostPerWeek && limits.mostPerWeek + 1 };
    case 'ad-budget':
      return { ...limits, adBudget: more(limits.adBudget) };
    case 'stock-budget':
      return { ...limits, stockBudget: more(limits.stockBudget) };
    case 'cash-budget':
      return { ...limits, cashBudget: more(limits.cashBudget ?? null) };
    case 'channel-budget': {
      const { [loosening.channel]: budget = 0, ...others } = limits.channelBudgets;
      const channelBudgets = { ...others, [loosening.channel]: MORE_BUDGET * budget };
      return { ...limits, channelBudgets };
    }
    case 'closed-week': {
      const closedWeeks = limits.closedWeeks.filter((week) => week !== loosening.week);
      return { ...limits, closedWeeks };
    }
    case 'needed':
      return { ...limits, wishes: withoutNeed(limits.wishes, loosening.productId) };
  }
}

function withoutNeed(wishes: SeasonLimits['wishes'], productId: string): SeasonLimits['wishes'] {
  const { isNeeded, ...wish } = wishes[productId] ?? {};
  return isNeeded ? { ...withoutKey(wishes, productId), [productId]: wish } : wishes;
}
