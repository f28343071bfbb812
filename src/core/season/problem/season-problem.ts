// Builds the optimisation problem from offers and limits: which option each product takes, if any. Page and worker
// build it from the same offers, so their results agree.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { lostShares, type Competition } from '../offers/competition.ts';
import type { SimilarPair, ProductOffers, SeasonOffers } from '../offers/season-offers.ts';
import {
  isAdLimited,
  isCashLimited,
  isInSeason,
  isStockLimited,
  type ProductWish,
  type SeasonLimits,
} from '../offers/season-limits.ts';
import { withCash } from '../offers/option-cash.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import { meritOf, optionsOf, type SeasonOption } from '../offers/season-option.ts';
import { seasonReach, type Compared, type SeasonReach } from '../offers/season-reach.ts';
import { paretoOptions } from '../offers/pareto-options.ts';

export interface SeasonProblem {
  readonly weeks: readonly Day[];
  readonly channels: readonly string[];
  readonly products: readonly SeasonProduct[];
  readonly pairs: readonly SimilarPair[];
  readonly competition: Pick<Competition, 'later' | 'earlier'>;
  readonly limits: SeasonLimits;
  readonly compared: Compared;
}

export interface SeasonProduct {
  readonly productId: string;
  readonly title: string;
  /** Options that its own limits allow; empty where it is left out, beyond reach, or nothing fits. */
  readonly options: readonly SeasonOption[];
  readonly isNeeded: boolean;
  readonly isLocked: boolean;
  /** By week: the value at stake where others take buyers; 0 where it has no option. */
  readonly contributions: Float64Array;
  /** The same of the merit. */
  readonly meritContributions: Float64Array;
}

/** For each product, the index of its option; LEFT_OUT: none. */
export type SeasonChoice = Int32Array;
export const LEFT_OUT = -1;

/** Builds the problem with every product within reach. */
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

type Competing = Pick<SeasonProblem, 'products' | 'weeks' | 'competition'>;
type TwoWeeks = readonly [first: number, second: number];

/** Returns what two launches of a pair lose to each other in the objective, by the weeks of both. */
export function pairLoss(problem: Competing, pair: SimilarPair, weeks: TwoWeeks): number {
  return lossOf('contributions', problem, { pair, weeks });
}

/** Returns what two launches of a pair lose to each other in merit, by the weeks of both. */
export function pairMeritLoss(problem: Competing, pair: SimilarPair, weeks: TwoWeeks): number {
  return lossOf('meritContributions', problem, { pair, weeks });
}

function lossOf(
  contributions: 'contributions' | 'meritContributions',
  { products, weeks, competition }: Competing,
  {
    pair,
    weeks: [firstWeek, secondWeek],
  }: { readonly pair: SimilarPair; readonly weeks: TwoWeeks },
): number {
  const daysLater = weeks[secondWeek]! - weeks[firstWeek]!;
  const lost = lostShares(competition, pair.likeness, daysLater);
  return (
    lost.first * products[pair.first]![contributions][firstWeek]! +
    lost.second * products[pair.second]![contributions][secondWeek]!
  );
}

interface WithinReach {
  readonly limits: SeasonLimits;
  readonly reach: SeasonReach;
  readonly place: number;
}

/** Returns one product of the problem, by its index in the offers. */
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
    options: paretoOptions(options, limits, offers),
    ...contributionsByWeek(options, offers.weeks.length),
  };
}

/**
 * Returns every option that season and limits leave to a product, including dominated ones. Unless the product is
 * needed or locked, only options with a positive merit are kept.
 */
export function allowedOptions(
  offers: SeasonOffers,
  product: ProductOffers,
  limits: SeasonLimits,
  { detail }: Partial<Pick<SeasonReach, 'detail'>> = {},
): SeasonOption[] {
  const wish = ownValue(limits.wishes, product.productId) ?? {};
  if (wish.isLeftOut) return [];
  const { locked } = wish;
  const counted = (option: SeasonOption) =>
    isCashLimited(limits) ? withCash(offers, product, option) : option;
  if (locked?.adopted) {
    const placement = { productId: product.productId, ...locked, ...locked.adopted };
    return [optionOfPlacement(offers, placement)]
      .filter((option) => option !== null)
      .map((option) => counted(option));
  }
  const isOpen = openWeeks(offers, limits, wish);
  const options = optionsOf(offers, product, {
    isAdLimited: isAdLimited(limits),
    isStockLimited: isStockLimited(limits),
    ...(detail && { detail }),
  }).filter(
    (option) =>
      isOpen[option.week]! &&
      isOnChannel(offers, option.channel, wish) &&
      (isNeeded(wish) || meritOf(option) > 0),
  );
  return (detail?.channels === 'best' ? onBestChannels(options) : options).map(counted);
}

/** In each week, only options on the channel of the one with most merit. */
function onBestChannels(options: readonly SeasonOption[]): SeasonOption[] {
  const best = bestByWeek(options);
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

/** Returns the contributions of the option with most merit in each week. */
function contributionsByWeek(
  options: readonly SeasonOption[],
  weekCount: number,
): Pick<SeasonProduct, 'contributions' | 'meritContributions'> {
  const contributions = new Float64Array(weekCount);
  const meritContributions = new Float64Array(weekCount);
  for (const [week, { contribution, meritShare }] of bestByWeek(options)) {
    contributions[week] = contribution;
    meritContributions[week] = contribution * meritShare;
  }
  return { contributions, meritContributions };
}

/** Returns the option with most merit in each week, the first of equal ones. */
function bestByWeek(options: readonly SeasonOption[]): Map<number, SeasonOption> {
  const best = new Map<number, SeasonOption>();
  for (const option of options) {
    const known = best.get(option.week);
    if (!known || meritOf(option) > meritOf(known)) best.set(option.week, option);
  }
  return best;
}
