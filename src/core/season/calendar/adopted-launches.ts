// Keeps adopted launches fixed: every calendar has them where they were adopted, whatever would bring more. An adopted
// launch outside the season, or one that can no longer be calculated, is left out.

import { ownValue } from '#core/base/lookup.ts';
import type { CalendarContent } from './calendar-edits.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import type { Placement } from '../offers/placement.ts';
import { isInSeason, type ProductWish, type SeasonLimits } from '../offers/season-limits.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';

/** By product ID, the placement that was adopted. */
export type AdoptedLaunches = Readonly<Record<string, Placement>>;

type Arranged = Pick<CalendarContent, 'limits' | 'placements'>;

/**
 * Returns the limits and placements used for calculation. The stored calendar stays as the seller left it, and applies
 * again once a plan is withdrawn.
 */
export function withAdopted(
  offers: SeasonOffers,
  { limits, placements }: Arranged,
  adopted: AdoptedLaunches,
): Arranged {
  const known = offers.products.flatMap(({ productId }) => ownValue(adopted, productId) ?? []);
  if (known.length === 0) return { limits, placements };
  const standing = known.filter((placement) => standsIn(offers, limits, placement));
  const wishes = known.map((placement): [string, ProductWish] => {
    const { productId, week, channel, adSpend, stockUnits } = placement;
    return standing.includes(placement)
      ? [productId, { locked: { week, channel, adopted: { adSpend, stockUnits } } }]
      : [productId, { isLeftOut: true }];
  });
  const free = placements.filter(({ productId }) => !ownValue(adopted, productId));
  return {
    limits: { ...limits, wishes: { ...limits.wishes, ...Object.fromEntries(wishes) } },
    placements: [...free, ...standing].sort((a, b) => a.week - b.week),
  };
}

/** Returns whether the calendar has a place for an adopted launch. */
export function standsIn(
  offers: SeasonOffers,
  limits: SeasonLimits,
  placement: Placement,
): boolean {
  const hasChannel = (placement.channel === null) === (offers.channels.length === 0);
  return (
    hasChannel &&
    isInSeason(limits, placement.week) &&
    optionOfPlacement(offers, placement) !== null
  );
}

/**
 * Returns whether an upper bound still holds that was found with other adopted launches. It does not where one of them
 * was withdrawn or changed since, because more calendars are then possible.
 */
export function boundHolds(then: readonly Placement[], now: AdoptedLaunches): boolean {
  return then.every((placement) => {
    const { week, channel, adSpend, stockUnits } = placement;
    const other = ownValue(now, placement.productId);
    return (
      other?.week === week &&
      other.channel === channel &&
      other.adSpend === adSpend &&
      other.stockUnits === stockUnits
    );
  });
}
