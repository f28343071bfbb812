// Finds products that must be launched and have no possible week, whatever else is decided.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { NoWeek } from './limit-conflict.ts';
import {
  NEVER_TRIED,
  offerPlace,
  type ProductOffers,
  type SeasonOffers,
} from '../offers/season-offers.ts';
import { isInSeason, type ProductWish, type SeasonLimits } from '../offers/season-limits.ts';

/** Returns these products with the reason, in the order of the offers. */
export function noWeeksOf(offers: SeasonOffers, limits: SeasonLimits): NoWeek[] {
  return offers.products.flatMap((product): NoWeek[] => {
    const wish = ownValue(limits.wishes, product.productId);
    // Adopted launches are in a calendar only where it has a place for them.
    if (!isNeeded(wish) || wish.locked?.adopted) return [];
    const reason = whyNone({ offers, limits, product, wish });
    if (reason === null) return [];
    const { productId } = product;
    return [{ kind: 'no-week', productId, reason, locked: wish.locked?.week ?? null }];
  });
}

function isNeeded(wish: ProductWish | undefined): wish is ProductWish {
  if (!wish || wish.isLeftOut) return false;
  return wish.isNeeded === true || wish.locked !== undefined;
}

interface Asked {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly product: ProductOffers;
  readonly wish: ProductWish;
}

/** Returns the first rule, in this order, that leaves no week; null: a week is left. */
function whyNone(asked: Asked): NoWeek['reason'] | null {
  const { offers, limits, wish } = asked;
  if (!isChannelKnown(offers, wish)) return 'unknown-channel';
  const { from = -Infinity, until = Infinity } = wish;
  const rules: readonly (readonly [NoWeek['reason'], (week: Day, place: number) => boolean])[] = [
    ['outside-season', (week) => isInSeason(limits, week) && week === (wish.locked?.week ?? week)],
    ['outside-window', (week) => week >= from && week <= until],
    ['closed', (week) => !limits.closedWeeks.includes(week)],
    ['never-tried', (_, place) => isTried(asked, place)],
  ];
  let left = offers.weeks.map((week, place) => ({ week, place }));
  for (const [reason, isKept] of rules) {
    left = left.filter(({ week, place }) => isKept(week, place));
    if (left.length === 0) return reason;
  }
  return null;
}

function isChannelKnown({ channels }: SeasonOffers, { locked }: ProductWish): boolean {
  const channel = locked?.channel ?? null;
  return channel === null || channels.some(({ name }) => name === channel);
}

/** Returns whether the product was tried in that week: on its locked channel, else on any. */
function isTried({ offers, product, wish: { locked } }: Asked, week: number): boolean {
  const all = Array.from({ length: Math.max(1, offers.channels.length) }, (_, channel) => channel);
  const own = offers.channels.findIndex(({ name }) => name === locked?.channel);
  return (own < 0 ? all : [own]).some(
    (channel) => product.offers[offerPlace(offers, week, channel)] !== NEVER_TRIED,
  );
}
