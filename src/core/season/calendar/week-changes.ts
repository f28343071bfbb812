// Calculates how the season changes if one product is launched in another week. A locked or left-out product is treated
// as free, so that the seller sees what a lock costs.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { placementOf, type Placed } from './placements.ts';
import type { Placement } from '../offers/placement.ts';
import { isInSeason, type ProductWish, type SeasonLimits } from '../offers/season-limits.ts';
import { movesOf } from './season-moves.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';
import { isSameOption } from '../offers/season-option.ts';
import { LEFT_OUT, type SeasonProblem } from '../problem/season-problem.ts';
import { chosen, type LimitName } from '../problem/season-value.ts';
import { seasonProductOf } from '../problem/updated-problem.ts';

/** A launch in a week of the season, and its effect. */
export interface PlacedChange {
  readonly kind: 'possible';
  readonly week: Day;
  readonly placement: Placement;
  /** Change of the season's value; negative: a loss. */
  readonly change: number;
  /** The same of its merit, by which changes are compared. */
  readonly merit: number;
  /** Limits that the calendar would newly break. */
  readonly breaks: readonly LimitName[];
}

export interface NoChange {
  readonly kind: 'impossible';
  readonly week: Day;
  readonly reason: 'closed' | 'outside-window' | 'never-tried';
}

export type WeekChange = PlacedChange | NoChange;

export interface PlacedSeason extends Placed {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
}

/** Returns the weeks of the season that the offers have, in order; empty for a product without offers. */
export function weekChanges(season: PlacedSeason, productId: string): WeekChange[] {
  const { offers, limits } = season;
  const freed = freedSeason(season, productId);
  if (!freed) return [];
  const { place } = freed;
  const wish = freeWish(limits, productId);
  const moves = movesOf(freed.problem, freed.choice, place);
  return offers.weeks.flatMap((week, i): WeekChange[] => {
    if (!isInSeason(limits, week)) return [];
    const move = moves[i];
    if (!move) return [{ kind: 'impossible', week, reason: whyNot(limits, wish, week) }];
    const option = freed.problem.products[place]!.options[move.option]!;
    const placement = placementOf(freed.problem, productId, option);
    const { change, merit, breaks } = move;
    return [{ kind: 'possible', week, placement, change, merit, breaks }];
  });
}

/** Returns the season with all options of one product, and its index; null for a product without offers. */
export function freedSeason(
  season: PlacedSeason,
  productId: string,
): (Placed & { readonly place: number }) | null {
  const place = season.offers.products.findIndex((product) => product.productId === productId);
  if (place < 0) return null;
  return { place, ...asFree(season, place, freeWish(season.limits, productId)) };
}

/** Returns the best change, preferring those that break the fewest limits; null where no week is possible. */
export function bestChange(changes: readonly WeekChange[]): PlacedChange | null {
  let best: PlacedChange | null = null;
  for (const each of changes) {
    if (each.kind === 'possible' && (!best || isBetter(each, best))) best = each;
  }
  return best;
}

function isBetter(one: PlacedChange, other: PlacedChange): boolean {
  const byLimits = one.breaks.length - other.breaks.length;
  return byLimits === 0 ? one.merit > other.merit : byLimits < 0;
}

/** Marked as needed, so that weeks in which it earns nothing are included. */
function freeWish({ wishes }: SeasonLimits, productId: string): ProductWish {
  const { from, until } = ownValue(wishes, productId) ?? {};
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    isNeeded: true,
  };
}

function asFree(season: PlacedSeason, place: number, wish: ProductWish): Placed {
  const { offers, limits, problem, choice } = season;
  const { productId } = offers.products[place]!;
  const wishes = { ...limits.wishes, [productId]: wish };
  const free = seasonProductOf(offers, offers.products[place]!, { ...limits, wishes });
  const now = chosen(problem, choice, place);
  const known = now ? free.options.findIndex((option) => isSameOption(option, now)) : LEFT_OUT;
  const isUnknown = now !== null && known < 0;
  const options = isUnknown ? [...free.options, now] : free.options;
  const products = problem.products.with(place, { ...free, options });
  return {
    problem: { ...problem, products } satisfies SeasonProblem,
    choice: choice.with(place, isUnknown ? free.options.length : known),
  };
}

function whyNot(limits: SeasonLimits, wish: ProductWish, week: Day): NoChange['reason'] {
  if (limits.closedWeeks.includes(week)) return 'closed';
  const isInWindow = week >= (wish.from ?? -Infinity) && week <= (wish.until ?? Infinity);
  return isInWindow ? 'never-tried' : 'outside-window';
}
