// What a launch would really bring, on average over the luck of the four weeks. Free visits multiply the season, the channel's
// fit and the brand; paid visits are added to them and run dry; buyers weigh the price against what such a product usually
// costs. So the truth is not additive on any one scale, and no model of the app has its form.

import { type Day, dayFromCalendar, WEEKS_PER_YEAR } from '#core/dates.ts';
import {
  CATEGORIES,
  CHANNELS,
  type ChannelName,
  PROMOTIONS,
  type PromotionName,
  THEMES,
} from './vocabulary.ts';
import {
  type CategoryAnswer,
  roundToPence,
  type ShopProduct,
  type ShopWorld,
  visibleQuality,
} from './world.ts';

const DAY_MS = 86_400_000;

/** The first year of history and the year whose launches are planned. */
export const FIRST_YEAR = 2023;
export const PLAN_YEAR = 2026;

export interface ShopAction {
  readonly launchDay: Day;
  readonly channel: ChannelName;
  readonly promotion: PromotionName;
  /** Times the list price, before the promotion's discount. */
  readonly priceFactor: number;
  readonly adSpend: number;
}

/** Expected values over the first four weeks. */
export interface ShopOutcome {
  readonly impressions: number;
  /** Clicks of an impression. */
  readonly clickRate: number;
  /** Orders of a click. */
  readonly conversion: number;
  readonly units: number;
  /** What buyers pay for a unit, to the penny. */
  readonly price: number;
  readonly revenue: number;
  readonly profit: number;
}

export function expectedOutcome(
  world: ShopWorld,
  product: ShopProduct,
  action: ShopAction,
): ShopOutcome {
  const promotion = promotionNamed(action.promotion);
  const { fee } = channelNamed(action.channel);
  const price = roundToPence(product.listPrice * action.priceFactor * (1 - promotion.discount));
  const impressions = expectedImpressions(world, product, action);
  const clickRate = expectedClickRate(world, product, action);
  const conversion = expectedConversion(world, product, { ...action, price });
  const units = impressions * clickRate * conversion * unitsPerOrder(product, action.promotion);
  const profit = units * (price * (1 - fee) - product.unitCost) - action.adSpend;
  return { impressions, clickRate, conversion, units, price, revenue: units * price, profit };
}

export function unitsPerOrder(product: ShopProduct, promotion: PromotionName): number {
  const { unitsPerOrderFactor } = promotionNamed(promotion);
  return CATEGORIES[product.category]!.unitsPerOrder * unitsPerOrderFactor;
}

export function channelNamed(name: ChannelName): (typeof CHANNELS)[number] {
  return CHANNELS.find((channel) => channel.name.en === name)!;
}

export function promotionNamed(name: PromotionName): (typeof PROMOTIONS)[number] {
  return PROMOTIONS.find((promotion) => promotion.name.en === name)!;
}

function expectedImpressions(world: ShopWorld, product: ShopProduct, action: ShopAction): number {
  const answer = world.categories[product.category]!;
  const channel = CHANNELS.findIndex(({ name }) => name.en === action.channel);
  const fit = answer.channelFit[channel]! + product.style.channelLean[channel]!;
  const season = categorySeason(answer, action.launchDay) + themeSeason(product, action.launchDay);
  const fame = 0.5 * world.brandFame[product.brand]!;
  const free = Math.exp(answer.logReach + fame + fit + season + trend(action.launchDay));
  const saturation = 1 - Math.exp(-action.adSpend / CHANNELS[channel]!.adScale);
  const paid = answer.adReach[channel]! * Math.exp(0.5 * season) * saturation;
  return free + paid;
}

function expectedClickRate(world: ShopWorld, product: ShopProduct, action: ShopAction): number {
  const answer = world.categories[product.category]!;
  const quality = visibleQuality(world, product) + product.hiddenQuality;
  const pull = answer.promotionPull[promotionIndex(action.promotion)]!;
  const season = themeSeason(product, action.launchDay);
  return sigmoid(answer.clickLogOdds + 0.35 * quality + 0.5 * pull + 0.15 * season);
}

function expectedConversion(
  world: ShopWorld,
  product: ShopProduct,
  { promotion, price }: { readonly promotion: PromotionName; readonly price: number },
): number {
  const answer = world.categories[product.category]!;
  const quality = visibleQuality(world, product) + product.hiddenQuality;
  const pull = answer.promotionPull[promotionIndex(promotion)]!;
  const dearness = price / product.usualPrice - 1;
  const sensitivity = answer.priceSensitivity * product.style.sensitivity;
  return sigmoid(answer.buyLogOdds + 0.65 * quality + pull - sensitivity * dearness);
}

function categorySeason(answer: CategoryAnswer, day: Day): number {
  const turn = (weekPosition(day) - answer.bestLaunchWeek) / WEEKS_PER_YEAR;
  return answer.seasonStrength * Math.cos(2 * Math.PI * turn);
}

/** Above zero near the theme's best week, below it for the rest of the year. */
function themeSeason(product: ShopProduct, day: Day): number {
  const { bestLaunchWeek, widthWeeks, lift } = THEMES[product.theme];
  const apart = Math.abs(weekPosition(day) - bestLaunchWeek) % WEEKS_PER_YEAR;
  const distance = Math.min(apart, WEEKS_PER_YEAR - apart) / widthWeeks;
  return lift * (1.6 * Math.exp(-0.5 * distance * distance) - 0.55);
}

/** Weeks since the first of January, with fractions. */
function weekPosition(day: Day): number {
  return (day - dayFromCalendar(yearOf(day), 1, 1)) / 7;
}

/** The shop grows by 5 % a year until the year that is planned. */
function trend(day: Day): number {
  return 0.05 * Math.min(PLAN_YEAR - FIRST_YEAR, yearOf(day) - FIRST_YEAR);
}

function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function promotionIndex(name: PromotionName): number {
  return PROMOTIONS.findIndex((promotion) => promotion.name.en === name);
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
