// What the shop's merchandiser does, as chances that the generator draws from and the judge averages over. Season-aware but
// late, fond of the familiar channels, and confounded: promotes what looks weak and advertises what looks good.

import { type Day, dayFromCalendar, WEEKS_PER_YEAR } from '#core/dates.ts';
import type { Random } from '#core/random.ts';
import { drawNormal, drawWeighted } from './draws.ts';
import type { ShopAction } from './truth.ts';
import { CHANNELS, PROMOTIONS, THEMES } from './vocabulary.ts';
import { type ShopProduct, type ShopWorld, visibleQuality } from './world.ts';

/** Shares that sum to one; they are independent of each other for a given product. */
export interface Habit {
  /** Of the weeks of the year, 0–51. */
  readonly weeks: readonly number[];
  /** In the order of CHANNELS. */
  readonly channels: readonly number[];
  /** In the order of PROMOTIONS. */
  readonly promotions: readonly number[];
}

export function habitFor(world: ShopWorld, product: ShopProduct): Habit {
  const { channelFit } = world.categories[product.category]!;
  const lean = product.style.channelLean;
  const weakness = -promisingQuality(world, product);
  return {
    weeks: weekShares(product),
    channels: softmax(FAMILIARITY.map((known, i) => known + 0.4 * channelFit[i]! + 0.3 * lean[i]!)),
    promotions: softmax(PROMOTION_FONDNESS.map((fond, i) => fond + (i === 0 ? 0 : 1.3 * weakness))),
  };
}

/** One launch of the habit, in a given year. */
export function drawLaunchAction(
  random: Random,
  { world, product, year }: { world: ShopWorld; product: ShopProduct; year: number },
): ShopAction {
  const habit = habitFor(world, product);
  const channel = drawWeighted(random, habit.channels);
  return {
    launchDay: drawDay(random, year, drawWeighted(random, habit.weeks)),
    channel: CHANNELS[channel]!.name.en,
    promotion: PROMOTIONS[drawWeighted(random, habit.promotions)]!.name.en,
    priceFactor: Math.exp(0.1 * drawNormal(random)),
    adSpend: drawAdSpend(random, { channel, promise: promisingQuality(world, product) }),
  };
}

/** In the order of CHANNELS and PROMOTIONS, on the log scale of how often they are chosen. */
const FAMILIARITY = [1.2, 0.8, 0.4, 0.3, 0];
const PROMOTION_FONDNESS = [0.9, 0.4, 0.2, 0, 0.1];
const SPEND_FACTORS = [0.8, 0.7, 1.4, 0.5, 1.6];

/** Themed launches come around the theme's own date, when its best launch week has passed. */
const LATE_WEEKS = 2;
const LATE_SPREAD_WEEKS = 5;
const TIMELY_SHARE = 0.6;

function weekShares(product: ShopProduct): number[] {
  const even = Array.from({ length: WEEKS_PER_YEAR }, () => 1 / WEEKS_PER_YEAR);
  if (product.theme === 'plain') return even;
  const aim = THEMES[product.theme].bestLaunchWeek + LATE_WEEKS;
  const timely = even.map((_, week) => {
    const apart = Math.abs(week - aim) % WEEKS_PER_YEAR;
    const distance = Math.min(apart, WEEKS_PER_YEAR - apart) / LATE_SPREAD_WEEKS;
    return Math.exp(-0.5 * distance * distance);
  });
  const total = timely.reduce((sum, share) => sum + share, 0);
  return even.map((share, week) => {
    return (1 - TIMELY_SHARE) * share + (TIMELY_SHARE * timely[week]!) / total;
  });
}

/** The merchandiser handles the goods: half of what no column shows is seen too. */
function promisingQuality(world: ShopWorld, product: ShopProduct): number {
  return visibleQuality(world, product) + 0.5 * product.hiddenQuality;
}

function drawDay(random: Random, year: number, week: number): Day {
  const daysInWeek = week === WEEKS_PER_YEAR - 1 ? 8 : 7;
  return dayFromCalendar(year, 1, 1) + week * 7 + Math.floor(random() * daysInWeek);
}

function drawAdSpend(
  random: Random,
  { channel, promise }: { channel: number; promise: number },
): number {
  const isAdvertised = random() < 0.85;
  const usual = Math.exp(3.8 + 0.8 * drawNormal(random) + 0.6 * promise);
  return isAdvertised ? Math.round(usual * SPEND_FACTORS[channel]!) : 0;
}

function softmax(scores: readonly number[]): number[] {
  const weights = scores.map((score) => Math.exp(score));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
