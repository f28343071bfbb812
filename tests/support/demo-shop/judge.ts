// What a plan would really earn, between the merchandiser's habit (0) and the best that the truth allows (1).

import { type Day, dayFromCalendar, mondayOnOrAfter, WEEKS_PER_YEAR } from '#core/dates.ts';
import type { DemoShop } from './generator.ts';
import { habitFor } from './merchandiser.ts';
import { expectedOutcome, PLAN_YEAR, type ShopAction } from './truth.ts';
import { CHANNELS, PROMOTIONS, type Words } from './vocabulary.ts';
import type { ShopProduct, ShopWorld } from './world.ts';

/** Plans are compared at one budget a launch, close to what the merchandiser usually spends. */
export const PLANNED_AD_SPEND = 40;
export const PRICE_FACTORS = [0.85, 1, 1.15] as const;

/** Channel and promotion may be named in any language of the samples. */
export interface PlannedLaunch extends Pick<ShopAction, 'launchDay' | 'priceFactor'> {
  readonly productId: string;
  readonly channel: string;
  readonly promotion: string;
}

/** Expected profit, summed over the new products. */
export interface Judgement {
  readonly habit: number;
  /** The one action that would be best if every product had to take the same. */
  readonly bestFixed: number;
  readonly oracle: number;
  readonly plan: number;
  /** (plan − habit) / (oracle − habit). */
  readonly capture: number;
}

/** Every action the oracle may choose from: 52 Mondays × channels × promotions × price factors. */
export function allActions(): ShopAction[] {
  return plannedMondays().flatMap((launchDay) =>
    CHANNELS.flatMap(({ name: { en: channel } }) =>
      PROMOTIONS.flatMap(({ name: { en: promotion } }) =>
        PRICE_FACTORS.map((priceFactor) => {
          return { launchDay, channel, promotion, priceFactor, adSpend: PLANNED_AD_SPEND };
        }),
      ),
    ),
  );
}

/** Judges a plan that names each new product once; launch days may fall on any day of any year. */
export function judgePlan(shop: DemoShop, plan: readonly PlannedLaunch[]): Judgement {
  const earned = profitOfPlan(shop, plan);
  const bounds = judgeBounds(shop);
  const capture = (earned - bounds.habit) / (bounds.oracle - bounds.habit);
  return { ...bounds, plan: earned, capture };
}

/** What any plan of the shop is measured against. */
export function judgeBounds({
  world,
  newProducts,
}: DemoShop): Pick<Judgement, 'habit' | 'bestFixed' | 'oracle'> {
  const actions = allActions();
  const profits = newProducts.map((product) =>
    actions.map((action) => expectedOutcome(world, product, action).profit),
  );
  const profitOfFixed = actions.map((_, i) => sum(profits.map((row) => row[i]!)));
  return {
    habit: sum(newProducts.map((product) => profitOfHabit(world, product))),
    bestFixed: Math.max(...profitOfFixed),
    oracle: sum(profits.map((row) => Math.max(...row))),
  };
}

/** The plan of one who knows the truth. */
export function oraclePlan({
  world,
  newProducts,
}: DemoShop): (Omit<ShopAction, 'adSpend'> & PlannedLaunch)[] {
  const actions = allActions();
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
      return expectedOutcome(world, product, actionOf(launch, PLANNED_AD_SPEND)).profit;
    }),
  );
}

/** Units that each launch would really sell on average, at its own ad spend. Throws a RangeError where a product is none of the shop's. */
export function trueUnits(
  { world, newProducts }: DemoShop,
  launches: readonly (PlannedLaunch & Pick<ShopAction, 'adSpend'>)[],
): number[] {
  const products = new Map(newProducts.map((product) => [product.id, product]));
  return launches.map((launch) => {
    const product = products.get(launch.productId);
    if (!product) throw new RangeError(`expected a product of the shop, got ${launch.productId}`);
    return expectedOutcome(world, product, actionOf(launch, launch.adSpend)).units;
  });
}

function actionOf(launch: PlannedLaunch, adSpend: number): ShopAction {
  const channel = knownAs(CHANNELS, launch.channel);
  return { ...launch, channel, promotion: knownAs(PROMOTIONS, launch.promotion), adSpend };
}

/** The English name, by which the truth goes, of what has this name in some language. */
function knownAs<English extends string>(
  choices: readonly { readonly name: Words<English> }[],
  name: string,
): English {
  const choice = choices.find((known) => Object.values(known.name).includes(name));
  if (!choice) throw new RangeError(`expected a choice of the shop, got ${name}`);
  return choice.name.en;
}

/** The average over everything the merchandiser might do, at list price and the planned budget. */
export function profitOfHabit(world: ShopWorld, product: ShopProduct): number {
  const habit = habitFor(world, product);
  const usual = allActions().filter(({ priceFactor }) => priceFactor === 1);
  const perWeek = CHANNELS.length * PROMOTIONS.length;
  return sum(
    usual.map((action, i) => {
      const share =
        habit.weeks[Math.floor(i / perWeek)]! *
        habit.channels[Math.floor((i % perWeek) / PROMOTIONS.length)]! *
        habit.promotions[i % PROMOTIONS.length]!;
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
