// Computes how much of each product buyers want on each day, by the truth of the demo shop. The four weeks of its
// launch bring a rush, by season, channel, promotion and price. A trickle follows, by season and price.

import type { Day } from '#core/base/dates.ts';
import { expectedOutcome, type ShopAction } from '../demo-shop/truth.ts';
import type { ShopProduct, ShopWorld } from '../demo-shop/world.ts';
import { FIRST_DAY, firstWholeDay, LAST_DAY, type ShopifyProduct } from './goods.ts';

export const LAUNCH_DAYS = 28;
const RUSH_DAYS = 12;
/** Later demand as a share of that of a launch on the same day. */
const TRICKLE = 0.04;
const TRICKLE_DAYS = 400;
const DAYS_A_WEEK = 7;

/** Returns the orders on each day of the records, up to a factor that all products share. */
export function dailyDemand(world: ShopWorld, goods: ShopifyProduct): Float64Array {
  const { product, action } = goods;
  const demand = new Float64Array(LAST_DAY - FIRST_DAY + 1);
  const rush = expectedOrders(world, product, action);
  const later: ShopAction = { ...action, promotion: 'No promotion' };
  let trickle = 0;
  demand.forEach((_, i) => {
    const day = FIRST_DAY + i;
    if (i % DAYS_A_WEEK === 0)
      trickle = expectedOrders(world, product, { ...later, launchDay: day }) / LAUNCH_DAYS;
    const age = day - firstWholeDay(goods);
    if (age < 0) return;
    demand[i] = age < LAUNCH_DAYS ? rush * rushShare(age) : trickle * trickleShare(age);
  });
  return demand;
}

/** Whether a day is within a product's launch, including the first evening of an evening launch. */
export function isLaunching({ action }: ShopifyProduct, day: Day): boolean {
  return day >= action.launchDay && day < action.launchDay + LAUNCH_DAYS;
}

function rushShare(age: number): number {
  const all = (1 - Math.exp(-LAUNCH_DAYS / RUSH_DAYS)) / (1 - Math.exp(-1 / RUSH_DAYS));
  return Math.exp(-age / RUSH_DAYS) / all;
}

function trickleShare(age: number): number {
  return TRICKLE * Math.exp(-(age - LAUNCH_DAYS) / TRICKLE_DAYS);
}

function expectedOrders(world: ShopWorld, product: ShopProduct, action: ShopAction): number {
  const { impressions, clickRate, conversion } = expectedOutcome(world, product, action);
  return impressions * clickRate * conversion;
}
