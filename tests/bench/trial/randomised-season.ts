// Simulates seasons whose ad spends or tag prices are randomised around their plans, in a world whose truth is known.

import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { Random } from '#core/base/random.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { actionOf } from '../honesty/judge-plans.ts';
import { drawLaunch } from '../honesty/misled-history.ts';
import {
  CHANNELS,
  expectedLaunch,
  PROMOTIONS,
  type MisleadingWorld,
  type WorldAction,
  type WorldProduct,
} from '../honesty/misleading-world.ts';
import { bestMove, grownBy, type Belief, type Response } from './trial-value.ts';

export type Randomised = 'spend' | 'tag';

/** A plan that is followed, in the world. */
export interface Planned {
  readonly product: WorldProduct;
  readonly action: WorldAction;
  /** Median units of the forecast. */
  readonly units: number;
  readonly stock: number;
}

export interface TrialOf {
  readonly world: MisleadingWorld;
  readonly what: Randomised;
  readonly factor: number;
}

/** Elasticities that one randomised season shows. */
export interface ShownElasticity {
  readonly ofDemand: number;
  /** From the units sold, which the plans' stocks limit. */
  readonly ofSales: number;
  /** Standard deviation of demand beside the forecasts, in log units, within each half. */
  readonly deviation: number;
}

/** Returns the plans that advise to launch. */
export function followedPlans(
  plans: readonly LaunchPlan[],
  products: readonly WorldProduct[],
): Planned[] {
  return plans
    .filter(({ verdict }) => verdict.kind === 'launch')
    .map((plan) => ({
      product: products.find(({ id }) => id === plan.product.id)!,
      action: actionOf(plan),
      units: plan.outcome.units.expected,
      stock: plan.action.stockUnits,
    }));
}

/** Simulates a season and estimates the elasticity from its randomised launches alone. */
export function randomisedSeason(
  { world, what, factor }: TrialOf,
  random: Random,
  planned: readonly Planned[],
): ShownElasticity {
  const rows = planned.map(({ product, action, units, stock }) => {
    const isMore = random() < 0.5;
    const { units: demand } = drawLaunch(world, random, {
      ...{ product, isAfterTurn: true, hidden: world.hiddenDeviation * drawNormal(random) },
      action: multiplied(action, what, isMore ? factor : 1 / factor),
    });
    const beside = (sold: number) => Math.log1p(sold) - Math.log1p(units);
    return { isMore, demand: beside(demand), sales: beside(Math.min(demand, stock)) };
  });
  const halves = [true, false].map((half) => rows.filter(({ isMore }) => isMore === half));
  const apart = (name: 'demand' | 'sales') => {
    const [more, less] = halves.map((half) => mean(half.map((row) => row[name])));
    return (more! - less!) / (2 * Math.log(factor));
  };
  const squares = halves.flatMap((half) => {
    const middle = mean(half.map(({ demand }) => demand));
    return half.map(({ demand }) => (demand - middle) ** 2);
  });
  return {
    ...{ ofDemand: apart('demand'), ofSales: apart('sales') },
    deviation: Math.sqrt(sum(squares) / (rows.length - 2)),
  };
}

/** Returns the true elasticity of log1p(units) between both halves, averaged over the plans. */
export function trueElasticity(
  { world, what, factor }: TrialOf,
  random: Random,
  planned: readonly Planned[],
): number {
  const slopes = planned.map(({ product, action }) => {
    const hidden = world.hiddenDeviation * drawNormal(random);
    const [more, less] = [factor, 1 / factor].map((times) =>
      Math.log1p(expectedUnits(world, product, multiplied(action, what, times), hidden)),
    );
    return (more! - less!) / (2 * Math.log(factor));
  });
  return mean(slopes);
}

/** Returns the true expected profit of the plans, each changed by a factor, with enough stock. */
export function trueProfit(
  { world, what }: TrialOf,
  planned: readonly Planned[],
  timesOf: (planned: Planned) => number,
): number {
  return sum(
    planned.map((each) => {
      const action = multiplied(each.action, what, timesOf(each));
      const units = expectedUnits(world, each.product, action, 0);
      return units * marginOf(each.product, action) - action.adSpend;
    }),
  );
}

/** Tags that plans may choose, as multiples of the list price. */
const TAGS = { least: 0.8, most: 1.2 };

/** Returns the factor on a plan's ad spend or tag that earns most by what is believed, within the reach. */
export function bestTimes(
  what: Randomised,
  { reach }: Response,
  belief: Belief,
): (planned: Planned) => number {
  return ({ product, action, units }) => {
    const { move } = bestMove(reach, (move) => {
      const moved = multiplied(action, what, Math.exp(move));
      if (what === 'tag' && (moved.tag < TAGS.least || moved.tag > TAGS.most)) return -Infinity;
      return units * grownBy(move, belief) * marginOf(product, moved) - moved.adSpend;
    });
    return Math.exp(move);
  };
}

function multiplied(action: WorldAction, what: Randomised, times: number): WorldAction {
  return what === 'spend'
    ? { ...action, adSpend: action.adSpend * times }
    : { ...action, tag: action.tag * times };
}

function marginOf(product: WorldProduct, { channel, promotion, tag }: WorldAction): number {
  const price = product.listPrice * tag * (1 - PROMOTIONS[promotion]!.discount);
  return price * (1 - CHANNELS[channel]!.fee) - product.unitCost;
}

function expectedUnits(
  world: MisleadingWorld,
  product: WorldProduct,
  action: WorldAction,
  hidden: number,
): number {
  const given = { action, hidden, isAfterTurn: true };
  const { impressions, clickRate, conversion } = expectedLaunch(world, product, given);
  return impressions * clickRate * conversion;
}
