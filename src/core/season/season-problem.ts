// Offers and limits → what is to be decided: which option each product takes, if any. Page and worker make the same problem of the same
// offers, so that both reckon alike.

import type { Day } from '../dates.ts';
import { ownValue } from '../lookup.ts';
import { lostShares, type Competition } from './competition.ts';
import type { AlikePair, ProductOffers, SeasonOffers } from './season-offers.ts';
import { isAdLimited, isInSeason, type ProductWish, type SeasonLimits } from './season-limits.ts';
import { optionOfPlacement } from './placed-option.ts';
import { optionsOf, type SeasonOption } from './season-option.ts';
import { seasonReach, type Compared, type SeasonReach } from './season-reach.ts';
import { undominated } from './undominated.ts';

export interface SeasonProblem {
  readonly weeks: readonly Day[];
  readonly channels: readonly string[];
  readonly products: readonly SeasonProduct[];
  readonly pairs: readonly AlikePair[];
  readonly competition: Pick<Competition, 'later' | 'earlier'>;
  readonly limits: SeasonLimits;
  readonly compared: Compared;
}

export interface SeasonProduct {
  readonly productId: string;
  readonly title: string;
  /** What it may do by its own wishes; empty where it is left out, beyond reach, or nothing fits. */
  readonly options: readonly SeasonOption[];
  readonly isNeeded: boolean;
  readonly isLocked: boolean;
  /** By week: what it loses of, where others take buyers; 0 where it has no option. */
  readonly contributions: Float64Array;
}

/** Per product the place of the option that it takes; LEFT_OUT: none. */
export type SeasonChoice = Int32Array;
export const LEFT_OUT = -1;

export function seasonProblem(offers: SeasonOffers, limits: SeasonLimits): SeasonProblem {
  const reach = seasonReach(offers, limits);
  return {
    weeks: offers.weeks,
    channels: offers.channels.map(({ name }) => name),
    products: offers.products.map((product, place) =>
      seasonProduct(offers, product, { limits, reach, place }),
    ),
    pairs: offers.pairs,
    competition: offers.competition,
    limits,
    compared: reach.compared,
  };
}

/** Money that two launches of a pair lose to each other, by the weeks of both: what is aimed at, if that is not money. */
export function pairLoss(
  { products, weeks, competition }: Pick<SeasonProblem, 'products' | 'weeks' | 'competition'>,
  { first, second, likeness }: AlikePair,
  [firstWeek, secondWeek]: readonly [number, number],
): number {
  const daysLater = weeks[secondWeek]! - weeks[firstWeek]!;
  const lost = lostShares(competition, likeness, daysLater);
  return (
    lost.first * products[first]!.contributions[firstWeek]! +
    lost.second * products[second]!.contributions[secondWeek]!
  );
}

interface WithinReach {
  readonly limits: SeasonLimits;
  readonly reach: SeasonReach;
  readonly place: number;
}

/** One product of the problem, by its place among the offers. */
export function seasonProduct(
  offers: SeasonOffers,
  product: ProductOffers,
  { limits, reach, place }: WithinReach,
): SeasonProduct {
  const { productId, title } = product;
  const wish = ownValue(limits.wishes, productId) ?? {};
  const options = reach.isIn[place] === 1 ? allowedOptions(offers, product, limits, reach) : [];
  return {
    ...{ productId, title, isNeeded: isNeeded(wish) && !wish.isLeftOut },
    isLocked: wish.locked !== undefined,
    options: undominated(options, limits, offers),
    contributions: contributionsByWeek(options, offers.weeks.length),
  };
}

/** Every option that season and wishes leave to a product, those of no use beside others included. */
export function allowedOptions(
  offers: SeasonOffers,
  product: ProductOffers,
  limits: SeasonLimits,
  { detail }: Partial<Pick<SeasonReach, 'detail'>> = {},
): SeasonOption[] {
  const wish = ownValue(limits.wishes, product.productId) ?? {};
  if (wish.isLeftOut) return [];
  const { locked } = wish;
  if (locked?.adopted) {
    const placement = { productId: product.productId, ...locked, ...locked.adopted };
    return [optionOfPlacement(offers, placement)].filter((option) => option !== null);
  }
  const isOpen = openWeeks(offers, limits, wish);
  const options = optionsOf(offers, product, {
    isAdLimited: isAdLimited(limits),
    isStockLimited: limits.stockBudget !== null,
    ...(detail && { detail }),
  }).filter(
    ({ week, channel, value }) =>
      isOpen[week]! && isOnChannel(offers, channel, wish) && (isNeeded(wish) || value > 0),
  );
  return detail?.channels === 'best' ? onBestChannels(options) : options;
}

/** Of each week those on the channel of its most valuable one. */
function onBestChannels(options: readonly SeasonOption[]): SeasonOption[] {
  const best = new Map<number, SeasonOption>();
  for (const option of options)
    if (!(option.value <= (best.get(option.week)?.value ?? -Infinity)))
      best.set(option.week, option);
  return options.filter(({ week, channel }) => best.get(week)!.channel === channel);
}

function isNeeded(wish: ProductWish): boolean {
  return wish.isNeeded === true || wish.locked !== undefined;
}

function openWeeks({ weeks }: SeasonOffers, limits: SeasonLimits, wish: ProductWish): boolean[] {
  const closed = new Set(limits.closedWeeks);
  return weeks.map(
    (week) =>
      isInSeason(limits, week) &&
      !closed.has(week) &&
      week >= (wish.from ?? -Infinity) &&
      week <= (wish.until ?? Infinity) &&
      (wish.locked === undefined || wish.locked.week === week),
  );
}

function isOnChannel(
  { channels }: SeasonOffers,
  channel: number,
  { locked }: ProductWish,
): boolean {
  return locked === undefined || (channels[channel]?.name ?? null) === locked.channel;
}

/** That of the most valuable option of each week. */
function contributionsByWeek(options: readonly SeasonOption[], weekCount: number): Float64Array {
  const best = new Float64Array(weekCount).fill(-Infinity);
  const contributions = new Float64Array(weekCount);
  for (const { week, value, contribution } of options) {
    if (!(value > best[week]!)) continue;
    best[week] = value;
    contributions[week] = contribution;
  }
  return contributions;
}
