// Generates a demo shop: three years of launches with their outcomes, and products yet to launch. The same seed gives
// the same shop. The number of launches does not change the world or the new products.

import type { Random } from '#core/base/random.ts';
import { drawBinomial, drawGamma, drawNormal, drawPoisson } from './draws.ts';
import { drawLaunchAction } from './merchandiser.ts';
import {
  channelNamed,
  expectedOutcome,
  FIRST_YEAR,
  type ShopAction,
  unitsPerOrder,
} from './truth.ts';
import { roundToPence, type ShopTrade } from './trade.ts';
import { type Locale, TRADES } from './trades.ts';
import { drawProduct, drawWorld, type ShopProduct, type ShopWorld, stream } from './world.ts';

export interface ShopOptions {
  readonly seed: number;
  readonly launches: number;
  readonly newProducts: number;
  /** Which of the demo shops it is. */
  readonly locale: Locale;
}

/** Outcomes counted over the first four weeks. */
export interface MeasuredOutcome {
  readonly impressions: number;
  readonly clicks: number;
  readonly orders: number;
  readonly units: number;
  readonly revenue: number;
}

export interface PastLaunch {
  readonly product: ShopProduct;
  readonly action: ShopAction;
  readonly channelFee: number;
  readonly salePrice: number;
  readonly outcome: MeasuredOutcome;
}

export interface DemoShop {
  readonly world: ShopWorld;
  /** Past launches by date. */
  readonly launches: readonly PastLaunch[];
  readonly newProducts: readonly ShopProduct[];
}

export const SAMPLE_SHOP: ShopOptions = { seed: 1, launches: 2000, newProducts: 30, locale: 'en' };

export function generateShop(options: Partial<ShopOptions> = {}): DemoShop {
  const { seed, launches, newProducts, locale } = { ...SAMPLE_SHOP, ...options };
  const trade = TRADES[locale];
  const world = drawWorld(seed, trade);
  return {
    world,
    launches: drawHistory(stream(seed, 2), world, launches),
    newProducts: drawNewProducts(stream(seed, 3), trade, newProducts),
  };
}

const HISTORY_YEARS = 3;

function drawHistory(random: Random, world: ShopWorld, launchCount: number): PastLaunch[] {
  const launches = Array.from({ length: launchCount }, (_, i) => {
    const id = `DS-${String(i + 1).padStart(4, '0')}`;
    const product = drawProduct(random, { trade: world.trade, id });
    const year = FIRST_YEAR + Math.floor((i / launchCount) * HISTORY_YEARS);
    const action = drawLaunchAction(random, { world, product, year });
    return drawLaunch(random, world, { product, action });
  });
  return launches.sort((a, b) => a.action.launchDay - b.action.launchDay);
}

/** Draws the outcome of a launch around the expected one. */
export function drawLaunch(
  random: Random,
  world: ShopWorld,
  { product, action }: { product: ShopProduct; action: ShopAction },
): PastLaunch {
  const expected = expectedOutcome(world, product, action);
  const impressions = drawPoisson(random, expected.impressions * drawReachLuck(random));
  const clicks = drawBinomial(random, impressions, drawRate(random, expected.clickRate));
  const orders = drawBinomial(random, clicks, drawRate(random, expected.conversion));
  const furtherUnits = orders * (unitsPerOrder(world.trade, product, action.promotion) - 1);
  const units = orders + drawPoisson(random, furtherUnits);
  const revenue = roundToPence(units * expected.price);
  return {
    product,
    action,
    channelFee: channelNamed(world.trade, action.channel).fee,
    salePrice: expected.price,
    outcome: { impressions, clicks, orders, units, revenue },
  };
}

/** Draws new products. Their hidden quality is unknown, so the truth of a plan is that at median quality. */
function drawNewProducts(random: Random, trade: ShopTrade, count: number): ShopProduct[] {
  return Array.from({ length: count }, (_, i) => ({
    ...drawProduct(random, { trade, id: `NEW-${String(i + 1).padStart(2, '0')}` }),
    hiddenQuality: 0,
  }));
}

/** Draws a factor on reach, which varies by about a third between launches for unrecorded reasons. */
function drawReachLuck(random: Random): number {
  const shape = 9;
  return drawGamma(random, shape) / shape;
}

/** Draws a rate that varies by about an eighth, so that counts are wider than binomial. */
function drawRate(random: Random, rate: number): number {
  return Math.min(1, rate * Math.exp(0.12 * drawNormal(random)));
}
