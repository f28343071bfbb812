// Computes what a launch would really bring, on average over the luck of the first four weeks. Free visits multiply the
// season, the channel's fit and the brand. Paid visits are added to them and saturate. Buyers compare the price with
// what such a product usually costs. So the truth is not additive on any one scale, and no model of the app has its
// form.

import { type Day, dayFromCalendar, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { type Channel, type Promotion, roundToPence, type ShopTrade } from './trade.ts';
import { type CategoryAnswer, type ShopProduct, type ShopWorld, visibleQuality } from './world.ts';

const DAY_MS = 86_400_000;

/** First year of the history; `PLAN_YEAR` is the year whose launches are planned. */
export const FIRST_YEAR = 2023;
export const PLAN_YEAR = 2026;

export interface ShopAction {
  readonly launchDay: Day;
  readonly channel: string;
  readonly promotion: string;
  /** Launch price before the promotion's discount, as a multiple of the list price. */
  readonly priceFactor: number;
  readonly adSpend: number;
}

/** Expected values over the first four weeks. */
export interface ShopOutcome {
  readonly impressions: number;
  /** Clicks per impression. */
  readonly clickRate: number;
  /** Orders per click. */
  readonly conversion: number;
  readonly units: number;
  /** Price that buyers pay for a unit, to the penny. */
  readonly price: number;
  readonly revenue: number;
  readonly profit: number;
}

/**
 * Returns the expected outcome of a launch. Throws a RangeError where the shop does not have the channel or promotion.
 */
export function expectedOutcome(
  world: ShopWorld,
  product: ShopProduct,
  action: ShopAction,
): ShopOutcome {
  const promotion = promotionNamed(world.trade, action.promotion);
  const { fee } = channelNamed(world.trade, action.channel);
  const price = roundToPence(product.listPrice * action.priceFactor * (1 - promotion.discount));
  const impressions = expectedImpressions(world, product, action);
  const clickRate = expectedClickRate(world, product, action);
  const conversion = expectedConversion(world, product, { ...action, price });
  const perOrder = unitsPerOrder(world.trade, product, action.promotion);
  const units = impressions * clickRate * conversion * perOrder;
  const profit = units * (price * (1 - fee) - product.unitCost) - action.adSpend;
  return { impressions, clickRate, conversion, units, price, revenue: units * price, profit };
}

export function unitsPerOrder(trade: ShopTrade, product: ShopProduct, promotion: string): number {
  const { unitsPerOrderFactor } = promotionNamed(trade, promotion);
  return trade.categories[product.category]!.unitsPerOrder * unitsPerOrderFactor;
}

export function channelNamed({ channels }: ShopTrade, name: string): Channel {
  return channels[placeOf(channels, name)]!;
}

export function promotionNamed({ promotions }: ShopTrade, name: string): Promotion {
  return promotions[placeOf(promotions, name)]!;
}

/** Returns the index of a choice. Throws a RangeError where the shop has no such choice. */
function placeOf(choices: readonly { readonly name: string }[], name: string): number {
  const place = choices.findIndex((choice) => choice.name === name);
  if (place < 0) throw new RangeError(`expected a choice of the shop, got ${name}`);
  return place;
}

function expectedImpressions(world: ShopWorld, product: ShopProduct, action: ShopAction): number {
  const answer = world.categories[product.category]!;
  const { trade } = world;
  const channel = placeOf(trade.channels, action.channel);
  const fit = answer.channelFit[channel]! + product.style.channelLean[channel]!;
  const season =
    categorySeason(answer, action.launchDay) +
    themeSeason(trade, product, action.launchDay) +
    festivalSeason(trade, answer, action.launchDay);
  const fame = 0.5 * world.brandFame[product.brand]!;
  const free = Math.exp(answer.logReach + fame + fit + season + trend(action.launchDay));
  const saturation = 1 - Math.exp(-action.adSpend / trade.channels[channel]!.adScale);
  const paid = answer.adReach[channel]! * Math.exp(0.5 * season) * saturation;
  return free + paid;
}

function expectedClickRate(world: ShopWorld, product: ShopProduct, action: ShopAction): number {
  const answer = world.categories[product.category]!;
  const quality = visibleQuality(world, product) + product.hiddenQuality;
  const pull = answer.promotionPull[placeOf(world.trade.promotions, action.promotion)]!;
  const season = themeSeason(world.trade, product, action.launchDay);
  return sigmoid(answer.clickLogOdds + 0.35 * quality + 0.5 * pull + 0.15 * season);
}

function expectedConversion(
  world: ShopWorld,
  product: ShopProduct,
  { promotion, price }: { readonly promotion: string; readonly price: number },
): number {
  const answer = world.categories[product.category]!;
  const quality = visibleQuality(world, product) + product.hiddenQuality;
  const pull = answer.promotionPull[placeOf(world.trade.promotions, promotion)]!;
  const dearness = price / product.usualPrice - 1;
  const sensitivity = answer.priceSensitivity * product.style.sensitivity;
  return sigmoid(answer.buyLogOdds + 0.65 * quality + pull - sensitivity * dearness);
}

function categorySeason(answer: CategoryAnswer, day: Day): number {
  const turn = (weekPosition(day) - answer.bestLaunchWeek) / WEEKS_PER_YEAR;
  return answer.seasonStrength * Math.cos(2 * Math.PI * turn);
}

/** Returns the theme's effect on log reach: above zero near its best week, below it for the rest of the year. */
function themeSeason(trade: ShopTrade, product: ShopProduct, day: Day): number {
  const theme = trade.themes[product.theme]!;
  return theme.lift * (1.6 * nearness(theme, day) - 0.55);
}

/** Returns the festivals' effect on log reach. Their buyers find any product that was launched in time. */
function festivalSeason(trade: ShopTrade, answer: CategoryAnswer, day: Day): number {
  return trade.festivals.reduce((sum, festival, i) => {
    return sum + answer.festivalLift[i]! * nearness(festival, day);
  }, 0);
}

/** Returns 1 in the best week, falling to 0 on both sides of it. */
function nearness(
  { bestLaunchWeek, widthWeeks }: { readonly bestLaunchWeek: number; readonly widthWeeks: number },
  day: Day,
): number {
  const apart = Math.abs(weekPosition(day) - bestLaunchWeek) % WEEKS_PER_YEAR;
  const distance = Math.min(apart, WEEKS_PER_YEAR - apart) / widthWeeks;
  return Math.exp(-0.5 * distance * distance);
}

/** Returns the weeks since 1 January, with fractions. */
export function weekPosition(day: Day): number {
  return (day - dayFromCalendar(yearOf(day), 1, 1)) / 7;
}

/** Returns the shop's growth on the log scale of reach: 5% a year until the planned year. */
function trend(day: Day): number {
  return 0.05 * Math.min(PLAN_YEAR - FIRST_YEAR, yearOf(day) - FIRST_YEAR);
}

function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
