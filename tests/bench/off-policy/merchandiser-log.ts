// Draws launches of a benchmark world as its own merchandiser makes them. Each has the propensities of its decision and
// the true profit of every other one.

import { existsSync, readFileSync } from 'node:fs';
import { HIDDEN_DEVIATION, mixedHabit, type Habit } from './mixed-habit.ts';

const WORLD = new URL('../../../../shared/bench/launch-world.mjs', import.meta.url);

export interface WorldRandom {
  u(): number;
  normal(): number;
  gamma(shape: number): number;
  poisson(mean: number): number;
  binomial(count: number, chance: number): number;
  weighted(weights: readonly number[]): number;
}
export interface WorldProduct {
  readonly title: string;
  readonly category: string;
  readonly theme: string;
  readonly style: string;
  readonly material: string;
  readonly brand: number;
  readonly price: number;
  readonly cost: number;
  readonly hidden: number;
}
interface Decision {
  readonly week: number;
  readonly channel: number;
  readonly promo: number;
  readonly spend: number;
  readonly factor: number;
  readonly year?: number;
}
export interface WorldModule {
  generate(options: { kind: string; seed: number; launches: number; fresh: number }): {
    readonly w: unknown;
    readonly products: readonly WorldProduct[];
  };
  expected(
    world: unknown,
    product: WorldProduct,
    action: Decision,
  ): { readonly impressions: number; readonly ctr: number; readonly cvr: number } & {
    readonly price: number;
    readonly profit: number;
  };
  random(seed: number): WorldRandom;
  merchandiser(world: unknown, random: WorldRandom, product: WorldProduct): Decision;
  actions(): Iterable<Decision>;
  readonly CHANNELS: readonly string[];
  readonly PROMOTIONS: readonly string[];
  readonly FEE: readonly number[];
  readonly DISCOUNT: readonly number[];
}

export const hasWorld = existsSync(WORLD);

/**
 * Loads the benchmark's module with its merchandiser, which it does not export. So its probabilities need not be
 * copied.
 */
export function openWorlds(): Promise<WorldModule> {
  const source = `${readFileSync(WORLD, 'utf8')}\nexport { merchandiser, FEE, DISCOUNT };`;
  return import(`data:text/javascript,${encodeURIComponent(source)}`) as Promise<WorldModule>;
}

/** A launch that could take any channel and any promotion, all else equal. */
export interface PossibleLaunch {
  readonly product: WorldProduct;
  readonly week: number;
  /** Launch price before the promotion, as a multiple of the list price. */
  readonly factor: number;
  /** Ad spend, as a multiple of the usual one on its channel. */
  readonly spendRatio: number;
  /** A decision for each coarse action: channel by promotion. */
  readonly actions: readonly Decision[];
  /**
   * Probability of each action as the benchmark's merchandiser chooses: channel and promotion separately, by the
   * product alone.
   */
  readonly apart: readonly number[];
  /** True mean profit of each action. */
  readonly profits: readonly number[];
}

/** A launch whose channel and promotion were chosen. */
export interface ChosenLaunch extends PossibleLaunch {
  /** True propensities of the actions, which only the merchandiser knows. */
  readonly chances: readonly number[];
  readonly taken: number;
}

/** Draws launches of new products, each with every decision that it could take. */
export function possibleLaunches(
  worlds: WorldModule,
  { kind, seed, count }: { readonly kind: string; readonly seed: number; readonly count: number },
): { readonly launches: readonly PossibleLaunch[]; readonly w: unknown } {
  const { w, products } = worlds.generate({ kind, seed, launches: 2, fresh: count });
  const luck = worlds.random(seed * 31 + 7);
  const launches = products.map((fresh, i) => {
    const product = { ...fresh, hidden: luck.normal() * HIDDEN_DEVIATION };
    const chances: (readonly number[])[] = [];
    const decide = (choose: (weights: readonly number[], random: WorldRandom) => number) => {
      const random = worlds.random(seed * 1_000_003 + i);
      const weighted = (weights: readonly number[]) => choose(weights, random);
      return worlds.merchandiser(w, { ...random, weighted }, product);
    };
    // A promotion does not change the rest of a decision.
    const onChannels = worlds.CHANNELS.map((_, channel) => {
      const forced = [channel, 0];
      return decide((weights, random) => {
        random.u(); // as a real choice would
        chances.push(weights);
        return forced.shift()!;
      });
    });
    const [channels, promotions] = chances as [readonly number[], readonly number[]];
    const actions = onChannels.flatMap((decision) =>
      promotions.map((_, promo) => ({ ...decision, promo })),
    );
    const [{ week, factor, spend }] = onChannels as [Decision];
    return {
      ...{ product, week, factor, actions },
      spendRatio: spend / USUAL_SPEND,
      apart: channels.flatMap((c) => promotions.map((p) => c * p)),
      profits: actions.map((action) => worlds.expected(w, product, action).profit),
    };
  });
  return { launches, w };
}

/** Draws a channel and a promotion for each launch by the merchandiser's habit. */
export function chosenLaunches(
  worlds: WorldModule,
  launches: readonly PossibleLaunch[],
  { seed, habit }: { readonly seed: number; readonly habit: Habit },
): ChosenLaunch[] {
  const mix = mixedHabit(worlds, launches, { seed, habit });
  const luck = worlds.random(seed * 37 + 11);
  return launches.map((launch) => {
    const chances = mix(launch);
    return { ...launch, chances, taken: luck.weighted(chances) };
  });
}

/** Median ad spend on the first channel. */
const USUAL_SPEND = Math.exp(3.2) * 0.6;

/** Constants with which the benchmark draws its history. */
const IMPRESSIONS_PER_EXPECTED = 2.2;
const UNITS_BEYOND_ORDERS = 0.15;
const SHOCK_SHAPE = 8;

/** Draws units and profit of the action that was taken. */
export function outcome(
  worlds: WorldModule,
  world: unknown,
  launch: ChosenLaunch,
  random: WorldRandom,
): { readonly units: number; readonly profit: number } {
  const action = launch.actions[launch.taken]!;
  const { impressions, ctr, cvr, price } = worlds.expected(world, launch.product, action);
  const shock = random.gamma(SHOCK_SHAPE) / SHOCK_SHAPE;
  const seen = random.poisson(impressions * IMPRESSIONS_PER_EXPECTED * shock);
  const orders = random.binomial(random.binomial(seen, ctr), cvr);
  const units = orders + random.poisson(orders * UNITS_BEYOND_ORDERS);
  const margin = price * (1 - worlds.FEE[action.channel]!) - launch.product.cost;
  return { units, profit: units * margin - action.spend };
}
