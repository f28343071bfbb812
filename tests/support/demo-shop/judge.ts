// Computes what a plan would really earn, between the baseline policy (0) and the best that the truth allows (1).

import { type Day, dayFromCalendar, mondayOnOrAfter, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { drawNormal } from './draws.ts';
import { drawLaunch, type DemoShop } from './generator.ts';
import { habitFor } from './merchandiser.ts';
import { expectedOutcome, PLAN_YEAR, type ShopAction, weekPosition } from './truth.ts';
import type { ShopTrade } from './trade.ts';
import { HIDDEN_DEVIATION, stream, type ShopProduct, type ShopWorld } from './world.ts';

export const PRICE_FACTORS = [0.85, 1, 1.15] as const;

export interface PlannedLaunch extends Omit<ShopAction, 'adSpend'> {
  readonly productId: string;
}

/** Expected profits, summed over the new products. */
export interface Judgement {
  readonly habit: number;
  /** Profit of the best action if every product had to take the same one. */
  readonly bestFixed: number;
  readonly oracle: number;
  readonly plan: number;
  /** (plan − habit) / (oracle − habit). */
  readonly capture: number;
}

/**
 * Returns every action the oracle may choose from: 52 Mondays × channels × promotions × price factors. Like a plan, it
 * takes nothing off a price that was raised for it.
 * @param mondays by default those of the planned year
 */
export function allActions(
  { channels, promotions, plannedAdSpend }: ShopTrade,
  mondays: readonly Day[] = plannedMondays(),
): ShopAction[] {
  return mondays.flatMap((launchDay) =>
    channels.flatMap(({ name: channel }) =>
      promotions.flatMap(({ name: promotion, discount }) =>
        PRICE_FACTORS.filter((priceFactor) => discount === 0 || priceFactor <= 1).map(
          (priceFactor) => {
            return { launchDay, channel, promotion, priceFactor, adSpend: plannedAdSpend };
          },
        ),
      ),
    ),
  );
}

/**
 * Judges a plan that names each new product once. Launch days may be on any day of any year. Throws a RangeError where
 * a product is missing or named twice.
 * @param mondays those that the baseline policy and the best plan launch on; by default those of the planned year
 */
export function judgePlan(
  shop: DemoShop,
  plan: readonly PlannedLaunch[],
  mondays?: readonly Day[],
): Judgement {
  const earned = profitOfPlan(shop, plan);
  const bounds = judgeBounds(shop, mondays);
  const capture = (earned - bounds.habit) / (bounds.oracle - bounds.habit);
  return { ...bounds, plan: earned, capture };
}

/** Returns the profits with which any plan of the shop is compared. */
export function judgeBounds(
  { world, newProducts }: DemoShop,
  mondays?: readonly Day[],
): Pick<Judgement, 'habit' | 'bestFixed' | 'oracle'> {
  const actions = allActions(world.trade, mondays);
  const profits = newProducts.map((product) =>
    actions.map((action) => expectedOutcome(world, product, action).profit),
  );
  const profitOfFixed = actions.map((_, i) => sum(profits.map((row) => row[i]!)));
  return {
    habit: sum(newProducts.map((product) => profitOfHabit(world, product, mondays))),
    bestFixed: Math.max(...profitOfFixed),
    oracle: sum(profits.map((row) => Math.max(...row))),
  };
}

/** Returns the best plan by the truth. */
export function oraclePlan({ world, newProducts }: DemoShop): PlannedLaunch[] {
  const actions = allActions(world.trade);
  return newProducts.map((product) => {
    const profits = actions.map((action) => expectedOutcome(world, product, action).profit);
    return { productId: product.id, ...actions[profits.indexOf(Math.max(...profits))]! };
  });
}

function profitOfPlan({ world, newProducts }: DemoShop, plan: readonly PlannedLaunch[]): number {
  const planned = new Map(plan.map((launch) => [launch.productId, launch]));
  if (planned.size !== newProducts.length || plan.length !== newProducts.length) {
    throw new RangeError(`expected ${newProducts.length} launches, got ${plan.length}`);
  }
  return sum(
    newProducts.map((product) => {
      const launch = planned.get(product.id);
      if (!launch) throw new RangeError(`expected a launch of ${product.id}`);
      const { plannedAdSpend: adSpend } = world.trade;
      return expectedOutcome(world, product, { ...launch, adSpend }).profit;
    }),
  );
}

export interface SimulatedLaunch {
  /** Demand in units. */
  readonly demand: number;
  readonly profit: number;
}

/**
 * Simulates a launch several times, with its own ad spend and initial stock. The luck of reach and rates and the
 * quality that no column shows are drawn anew. Leftover stock loses a share of its cost. Throws a RangeError where the
 * product is not one of the shop's.
 */
export function simulateLaunch(
  { world, newProducts }: DemoShop,
  launch: PlannedLaunch & ShopAction & { readonly stockUnits: number },
  { times, leftoverLoss, seed }: { times: number; leftoverLoss: number; seed: number },
): SimulatedLaunch[] {
  const product = newProducts.find(({ id }) => id === launch.productId);
  if (!product) throw new RangeError(`expected a product of the shop, got ${launch.productId}`);
  const random = stream(seed, newProducts.indexOf(product) + 10);
  return Array.from({ length: times }, () => {
    const hiddenQuality = HIDDEN_DEVIATION * drawNormal(random);
    const drawn = drawLaunch(random, world, {
      product: { ...product, hiddenQuality },
      action: launch,
    });
    const { units: demand } = drawn.outcome;
    const sold = Math.min(demand, launch.stockUnits);
    const margin = drawn.salePrice * (1 - drawn.channelFee) - product.unitCost;
    const leftover = leftoverLoss * product.unitCost * (launch.stockUnits - sold);
    return { demand, profit: margin * sold - leftover - launch.adSpend };
  });
}

/**
 * Returns the mean profit over everything the merchandiser might do, at list price and the planned budget.
 * @param mondays by default those of the planned year; of a part of a year, the launches all fall into that part
 */
export function profitOfHabit(
  world: ShopWorld,
  product: ShopProduct,
  mondays: readonly Day[] = plannedMondays(),
): number {
  const habit = habitFor(world, product);
  const usual = allActions(world.trade, mondays).filter(({ priceFactor }) => priceFactor === 1);
  const promotionCount = habit.promotions.length;
  const perWeek = habit.channels.length * promotionCount;
  const shares = mondays.map(
    (day) => habit.weeks[Math.min(WEEKS_PER_YEAR - 1, Math.floor(weekPosition(day)))]!,
  );
  const planned = sum(shares);
  return sum(
    usual.map((action, i) => {
      const share =
        (shares[Math.floor(i / perWeek)]! / planned) *
        habit.channels[Math.floor((i % perWeek) / promotionCount)]! *
        habit.promotions[i % promotionCount]!;
      return share * expectedOutcome(world, product, action).profit;
    }),
  );
}

function plannedMondays(): Day[] {
  const first = mondayOnOrAfter(dayFromCalendar(PLAN_YEAR, 1, 1));
  return Array.from({ length: WEEKS_PER_YEAR }, (_, week) => first + 7 * week);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
