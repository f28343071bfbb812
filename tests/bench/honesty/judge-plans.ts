// Judges plans by the truth. Launches are simulated with the plan's stock. Hidden quality is drawn anew for each,
// because a plan's decision does not depend on it. The baseline policy (habit) is simulated with what the merchandiser
// knows and the stock that Debut gives it.

import type { LaunchPlan, UsualPractice } from '#core/planning/plan/launch-plan.ts';
import { type Random, seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { drawLaunch, habitualAction } from './misled-history.ts';
import {
  CHANNELS,
  isDecember,
  PROMOTIONS,
  type MisleadingWorld,
  type WorldAction,
  type WorldProduct,
} from './misleading-world.ts';

/** Results of one plan, and of the baseline policy for the same product. */
export interface JudgedPlan {
  readonly plan: LaunchPlan;
  readonly product: WorldProduct;
  readonly promised: number;
  /** Mean profit of simulated launches; 0 where Debut advises against the launch. */
  readonly earned: number;
  readonly habitPromised: number;
  readonly habitEarned: number;
  /** Share of simulated launches with a loss; `inUnits` and `inProfit` are the shares inside each range. */
  readonly loss: number;
  readonly inUnits: Readonly<Record<'half' | 'eight' | 'nine', number>>;
  readonly inProfit: Readonly<Record<'half' | 'eight', number>>;
  readonly isLaunched: boolean;
  readonly isDeepestOutOfSeason: boolean;
}

export interface JudgeOptions {
  readonly world: MisleadingWorld;
  /** Loss on a leftover unit, as a share of its unit cost. */
  readonly leftoverLoss: number;
  /** Number of simulated launches for each plan. */
  readonly times: number;
  /** Bounds of the 90% range of units around these expected units. */
  readonly nineInTen: (expectedUnits: number) => readonly [number, number];
}

/** Simulates launches of a plan, and of the baseline policy for the same product. */
export function judgePlan(
  plan: LaunchPlan,
  product: WorldProduct,
  options: JudgeOptions,
): JudgedPlan {
  const { world, times } = options;
  const action = actionOf(plan);
  const [low90, high90] = options.nineInTen(plan.outcome.units.expected);
  const isLaunched = plan.verdict.kind === 'launch';
  const random = seededRandom(world.seed * 31 + Number(product.id.slice(1)));
  const luck = Array.from({ length: times }, () => Math.floor(random() * 2 ** 31));
  const simulated = luck.map((seed) => {
    const own = seededRandom(seed);
    const hidden = world.hiddenDeviation * drawNormal(own);
    return simulate({ ...options, product, hidden }, own, { action, plan });
  });
  const units = { ...plan.outcome.units };
  const profit = plan.outcome.profit!;
  const share = (is: (launch: Simulated) => boolean) => simulated.filter(is).length / times;
  const mean = (list: readonly number[]) => list.reduce((all, each) => all + each, 0) / times;
  const habit = luck.map((seed) => {
    const own = seededRandom(seed);
    const hidden = world.hiddenDeviation * drawNormal(own);
    const drawn = habitualAction(world, own, { product, hidden });
    return simulate({ ...options, product, hidden }, own, { action: drawn, plan: plan.usual });
  });
  return {
    ...{ plan, product, isLaunched },
    promised: isLaunched ? profit.expected : 0,
    earned: isLaunched ? mean(simulated.map((launch) => launch.profit)) : 0,
    habitPromised: plan.usual.outcome.profit!.expected,
    habitEarned: mean(habit.map((launch) => launch.profit)),
    loss: share((launch) => launch.profit < 0),
    inUnits: {
      half: share(({ demand }) => demand >= units.low50 && demand <= units.high50),
      eight: share(({ demand }) => demand >= units.low80 && demand <= units.high80),
      nine: share(({ demand }) => demand >= low90 && demand <= high90),
    },
    inProfit: {
      half: share((launch) => launch.profit >= profit.low50 && launch.profit <= profit.high50),
      eight: share((launch) => launch.profit >= profit.low80 && launch.profit <= profit.high80),
    },
    isDeepestOutOfSeason:
      world.kind === 'promotion-season' &&
      plan.action.promotion === PROMOTIONS[3].name &&
      !isDecember(plan.action.launchDay),
  };
}

interface Simulated {
  readonly demand: number;
  readonly profit: number;
}

function simulate(
  given: JudgeOptions & { readonly product: WorldProduct; readonly hidden: number },
  random: Random,
  launched: { readonly action: WorldAction; readonly plan: LaunchPlan | UsualPractice },
): Simulated {
  const { world, product, hidden, leftoverLoss } = given;
  const { action, plan } = launched;
  const stock = 'action' in plan ? plan.action.stockUnits : plan.stockUnits;
  const { units, price } = drawLaunch(world, random, {
    ...{ product, action, hidden, isAfterTurn: true },
  });
  const sold = Math.min(units, stock);
  const margin = price * (1 - CHANNELS[action.channel]!.fee) - product.unitCost;
  const leftover = leftoverLoss * product.unitCost * (stock - sold);
  return { demand: units, profit: margin * sold - leftover - action.adSpend };
}

/** Returns a plan's action as the world knows it. */
export function actionOf({ action }: LaunchPlan): WorldAction {
  return {
    day: action.launchDay,
    channel: CHANNELS.findIndex(({ name }) => name === action.channel),
    promotion: PROMOTIONS.findIndex(({ name }) => name === action.promotion),
    tag: action.priceFactor,
    adSpend: action.adSpend ?? 0,
  };
}
