// Finds launches that would do better after the end of the season. Plans do not know of that end.

import type { Day } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { ownValue } from '#core/base/lookup.ts';
import { optionsAt } from '../offers/season-option.ts';
import type { SeasonView } from './season-view.ts';
import { chosen } from '../problem/season-value.ts';

/** A launch of the season that would bring more in a week after it. */
export interface BetterBeyond {
  readonly productId: string;
  readonly week: Day;
  /** Gain of the objective, for the launch alone; above 0. */
  readonly gain: number;
}

/**
 * Returns the launches whose plan lies after the season and brings more there; locked ones are left out.
 * @param plans of the same products, each in its best week of all
 */
export function betterBeyond(view: SeasonView, plans: readonly LaunchPlan[]): BetterBeyond[] {
  const { offers, limits, problem, choice } = view;
  const end = limits.firstWeek + 7 * limits.weekCount;
  const channels = Array.from({ length: Math.max(1, offers.channels.length) }, (_, i) => i);
  return plans.flatMap(({ product, action }): BetterBeyond[] => {
    const place = offers.products.findIndex(({ productId }) => productId === product.id);
    const now = place < 0 ? null : chosen(problem, choice, place);
    const week = offers.weeks.indexOf(action.launchDay);
    const isDecided = ownValue(limits.wishes, product.id)?.locked !== undefined;
    if (!now || isDecided || week < 0 || action.launchDay < end) return [];
    const options = channels.flatMap((channel) => {
      const spot = { week, channel, isAdLimited: false, isStockLimited: false };
      return optionsAt(offers, offers.products[place]!, spot);
    });
    const gain = Math.max(-Infinity, ...options.map(({ value }) => value)) - now.value;
    return gain > 0 ? [{ productId: product.id, week: action.launchDay, gain }] : [];
  });
}
