// Edits a calendar by hand. Limits and placements change together, so that each edit can be stored and undone as one.

import type { Day } from '#core/base/dates.ts';
import { ownValue, withoutKey } from '#core/base/lookup.ts';
import type { SeasonCalendar } from '../offers/season-calendar.ts';
import type { Placement } from '../offers/placement.ts';
import type { ProductWish, SeasonLimits } from '../offers/season-limits.ts';

/** What an edit changes. The bound is null where it no longer holds for the limits; the value needs the offers. */
export type CalendarContent = Pick<
  SeasonCalendar,
  'limits' | 'placements' | 'bound' | 'experiments'
>;

/** Changes to the limits of one product; undefined removes one. */
export type WishChange = { readonly [Name in keyof ProductWish]?: ProductWish[Name] | undefined };

/** Moves or adds a launch. Its lock moves with it, and a left-out product is included again. */
export function withPlacement(content: CalendarContent, placement: Placement): CalendarContent {
  const { productId, week, channel } = placement;
  const placements = byWeek([...without(content.placements, productId), placement]);
  const { locked, isLeftOut } = wishOf(content.limits, productId);
  const moved = { ...content, placements };
  if (!locked && !isLeftOut) return moved;
  return withWish(moved, productId, {
    isLeftOut: undefined,
    ...(locked && { locked: { week, channel } }),
  });
}

/** Adds a launch that the calendar must keep, whatever it brings. */
export function withIncluded(content: CalendarContent, placement: Placement): CalendarContent {
  const needed = { isNeeded: true, isLeftOut: undefined } as const;
  return withWish(withPlacement(content, placement), placement.productId, needed);
}

/** Removes a product from the calendar and keeps it out. */
export function withLeftOut(content: CalendarContent, productId: string): CalendarContent {
  const placements = without(content.placements, productId);
  const out = { isLeftOut: true, isNeeded: undefined, locked: undefined } as const;
  return withWish({ ...content, placements }, productId, out);
}

/** Locks a launch in its present week and channel. A lock only rules calendars out, so the bound still holds. */
export function withLock(content: CalendarContent, productId: string): CalendarContent {
  const placed = content.placements.find((each) => each.productId === productId);
  if (!placed) return content;
  const { week, channel } = placed;
  const { bound } = content;
  return { ...withWish(content, productId, { locked: { week, channel } }), bound };
}

/** Changes the limits of one product; the bound no longer holds. */
export function withWish(
  content: CalendarContent,
  productId: string,
  change: WishChange,
): CalendarContent {
  const wish = { ...wishOf(content.limits, productId), ...change };
  const said = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const others = withoutKey(content.limits.wishes, productId);
  const wishes = Object.keys(said).length > 0 ? { ...others, [productId]: said } : others;
  return withLimits(content, { wishes });
}

/** Changes limits; the bound no longer holds. */
export function withLimits(
  content: CalendarContent,
  change: Partial<SeasonLimits>,
): CalendarContent {
  return { ...content, limits: { ...content.limits, ...change }, bound: null };
}

/** Closes an open week, or opens a closed one. */
export function withWeekTurned(content: CalendarContent, week: Day): CalendarContent {
  const { closedWeeks } = content.limits;
  const turned = closedWeeks.includes(week)
    ? closedWeeks.filter((each) => each !== week)
    : [...closedWeeks, week].sort((a, b) => a - b);
  return withLimits(content, { closedWeeks: turned });
}

function wishOf({ wishes }: SeasonLimits, productId: string): ProductWish {
  return ownValue(wishes, productId) ?? {};
}

function without(placements: readonly Placement[], productId: string): Placement[] {
  return placements.filter((each) => each.productId !== productId);
}

function byWeek(placements: readonly Placement[]): Placement[] {
  return [...placements].sort((a, b) => a.week - b.week);
}
