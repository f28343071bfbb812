// Products that have to be launched and have no week for it, whatever else is decided.

import { ownValue } from '../lookup.ts';
import type { NoWeek } from './clash.ts';
import { NEVER_TRIED, offerPlace, type ProductOffers, type SeasonOffers } from './season-offers.ts';
import type { ProductWish, SeasonLimits } from './season-limits.ts';
import { isInSeason } from './season-problem.ts';

export function noWeeksOf(offers: SeasonOffers, limits: SeasonLimits): NoWeek[] {
  return offers.products.flatMap((product): NoWeek[] => {
    const wish = ownValue(limits.wishes, product.productId);
    if (!wish || wish.isLeftOut || !(wish.isNeeded || wish.locked)) return [];
    const reason = whyNone({ offers, limits, product, wish });
    if (reason === null) return [];
    const { productId } = product;
    return [{ kind: 'no-week', productId, reason, locked: wish.locked?.week ?? null }];
  });
}

interface Asked {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly product: ProductOffers;
  readonly wish: ProductWish;
}

/** The first of the rules, in this order, after which no week is left; null: a week is left. */
function whyNone({ offers, limits, product, wish }: Asked): NoWeek['reason'] | null {
  const { locked, from = -Infinity, until = Infinity } = wish;
  const channels = offers.channels.map(({ name }) => name);
  const isChannelKnown = !locked || locked.channel === null || channels.includes(locked.channel);
  if (!isChannelKnown) return 'unknown-channel';
  let weeks = offers.weeks.map((week, place) => ({ week, place }));
  if (locked) weeks = weeks.filter(({ week }) => week === locked.week);
  weeks = weeks.filter(({ week }) => isInSeason(limits, week));
  if (weeks.length === 0) return 'outside-season';
  weeks = weeks.filter(({ week }) => week >= from && week <= until);
  if (weeks.length === 0) return 'outside-window';
  weeks = weeks.filter(({ week }) => !limits.closedWeeks.includes(week));
  if (weeks.length === 0) return 'closed';
  const own = locked ? [Math.max(0, channels.indexOf(locked.channel ?? ''))] : [...channels.keys()];
  const places = own.length > 0 ? own : [0];
  const isTried = weeks.some(({ place }) =>
    places.some((channel) => product.offers[offerPlace(offers, place, channel)] !== NEVER_TRIED),
  );
  return isTried ? null : 'never-tried';
}
