// Decisions of the shop's merchandiser as probabilities: the generator draws from them, the judge averages over them.
// The merchandiser knows the season but is late, and prefers familiar channels. The history is confounded: weak-looking
// products are promoted, good-looking ones are advertised.

import { type Day, dayFromCalendar, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import type { Random } from '#core/base/random.ts';
import { drawNormal, drawWeighted } from './draws.ts';
import type { ShopAction } from './truth.ts';
import { type Channel, PLAIN, type ShopTrade } from './trade.ts';
import { type ShopProduct, type ShopWorld, visibleQuality } from './world.ts';

/** Probabilities that sum to 1 each. They are independent of each other for a given product. */
export interface Habit {
  /** Probabilities of the weeks of the year, 0–51. */
  readonly weeks: readonly number[];
  /** In the order of the trade's channels. */
  readonly channels: readonly number[];
  /** In the order of the trade's promotions. */
  readonly promotions: readonly number[];
}

/** Returns the merchandiser's probabilities for a product. */
export function habitFor(world: ShopWorld, product: ShopProduct): Habit {
  const { channels, promotions } = world.trade;
  const { channelFit } = world.categories[product.category]!;
  const lean = product.style.channelLean;
  const weakness = -promisingQuality(world, product);
  return {
    weeks: weekShares(world.trade, product),
    channels: softmax(
      channels.map(({ familiarity }, i) => familiarity + 0.4 * channelFit[i]! + 0.3 * lean[i]!),
    ),
    promotions: softmax(
      promotions.map(({ fondness }, i) => fondness + (i === 0 ? 0 : 1.3 * weakness)),
    ),
  };
}

/** Draws one launch by the habit, in a given year. */
export function drawLaunchAction(
  random: Random,
  { world, product, year }: { world: ShopWorld; product: ShopProduct; year: number },
): ShopAction {
  const { trade } = world;
  const habit = habitFor(world, product);
  const channel = trade.channels[drawWeighted(random, habit.channels)]!;
  return {
    launchDay: drawDay(random, year, drawWeighted(random, habit.weeks)),
    channel: channel.name,
    promotion: trade.promotions[drawWeighted(random, habit.promotions)]!.name,
    priceFactor: Math.exp(0.1 * drawNormal(random)),
    adSpend: drawAdSpend(random, { trade, channel, promise: promisingQuality(world, product) }),
  };
}

/** Themed launches crowd around the theme's own date, after its best launch week. */
const LATE = { lateWeeks: 2, spreadWeeks: 5, share: 0.6 };
/** Launches for a festival crowd into the weeks before its date. */
const IN_TIME = { lateWeeks: 1, spreadWeeks: 2 };

function weekShares(trade: ShopTrade, product: ShopProduct): number[] {
  const even = Array.from({ length: WEEKS_PER_YEAR }, () => 1 / WEEKS_PER_YEAR);
  const { bestLaunchWeek } = trade.themes[product.theme]!;
  const themed = product.theme === PLAIN ? even : leaning(even, { bestLaunchWeek, ...LATE });
  return trade.festivals.reduce((shares, { bestLaunchWeek: week, habitShare: share }) => {
    return leaning(shares, { bestLaunchWeek: week, share, ...IN_TIME });
  }, themed);
}

interface Crowd {
  readonly bestLaunchWeek: number;
  readonly lateWeeks: number;
  readonly spreadWeeks: number;
  /** Share of all launches. */
  readonly share: number;
}

/** Returns the shares with some of them concentrated around a week. */
function leaning(
  shares: readonly number[],
  { bestLaunchWeek, lateWeeks, spreadWeeks, share }: Crowd,
): number[] {
  const aim = bestLaunchWeek + lateWeeks;
  const timely = shares.map((_, week) => {
    const apart = Math.abs(week - aim) % WEEKS_PER_YEAR;
    const distance = Math.min(apart, WEEKS_PER_YEAR - apart) / spreadWeeks;
    return Math.exp(-0.5 * distance * distance);
  });
  const total = timely.reduce((sum, part) => sum + part, 0);
  return shares.map((part, week) => (1 - share) * part + (share * timely[week]!) / total);
}

/** Returns a product's quality as the merchandiser sees it. Handling the goods shows half of the hidden quality. */
function promisingQuality(world: ShopWorld, product: ShopProduct): number {
  return visibleQuality(world, product) + 0.5 * product.hiddenQuality;
}

function drawDay(random: Random, year: number, week: number): Day {
  const daysInWeek = week === WEEKS_PER_YEAR - 1 ? 8 : 7;
  return dayFromCalendar(year, 1, 1) + week * 7 + Math.floor(random() * daysInWeek);
}

/** Log of the usual spend in a shop that plans 40 a launch, in its currency. */
const USUAL_LOG_SPEND = 3.8;
const PLANNED_WITH_THAT = 40;

function drawAdSpend(
  random: Random,
  { trade, channel, promise }: { trade: ShopTrade; channel: Channel; promise: number },
): number {
  const isAdvertised = random() < 0.85;
  const usual = Math.exp(USUAL_LOG_SPEND + 0.8 * drawNormal(random) + 0.6 * promise);
  const scale = trade.plannedAdSpend / PLANNED_WITH_THAT;
  return isAdvertised ? Math.round(usual * channel.spendFactor * scale) : 0;
}

function softmax(scores: readonly number[]): number[] {
  const weights = scores.map((score) => Math.exp(score));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
