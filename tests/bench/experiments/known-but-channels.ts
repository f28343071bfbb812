// Plays seasons of a shop that knows the world except for what its channels do in each category. It learns that as a
// normal belief. So shops with and without trial launches differ only in what launches taught.

import {
  chooseExperiments,
  type Exploration,
} from '#core/season/experiments/choose-experiments.ts';
import { placementsWith } from '#core/season/experiments/experiment-locks.ts';
import { armDeviation, type ArmSpread } from '#core/season/offers/known-arms.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { seededRandom } from '#core/base/random.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { pricedSeason } from '#core/season/problem/priced-season.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import type { ProductOffers, SeasonOffers } from '#core/season/offers/season-offers.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { launchesOf } from '../calendar/launches-of-season.ts';
import type { LaunchWorld } from '../launch-world.ts';
import type { Life } from './life.ts';

export interface KnowingShop {
  readonly world: LaunchWorld;
  readonly seed: number;
  readonly productsASeason: number;
}

/** Standard deviations of log units: between channels as in the world, and of single launches about as in the world. */
const SPREAD: ArmSpread = { between: 0.45, noise: 0.45 };
const SEASONS = 3;
const WEEKS = 25;
const LAUNCHED_SHARE = 0.6;

/** Launches on one channel in one category, and the sum of their log units beyond what was known. */
interface Seen {
  launches: number;
  total: number;
}
type Beliefs = Map<string, Seen>;

/** Plays three seasons. `exploration` adds trial launches to the first one; null means none. */
export function liveKnowing(shop: KnowingShop, exploration: Exploration | null): Life {
  const { world, productsASeason } = shop;
  const beliefs = fromHistory(shop);
  const profits: number[] = [];
  let [experiments, plannedCost] = [0, 0];
  for (let season = 0; season < SEASONS; season++) {
    const products = world.products.slice(season * productsASeason, (season + 1) * productsASeason);
    const offers = offersOf(shop, products, beliefs);
    const limits = {
      ...usualLimits(offers.weeks[0]!),
      ...{ weekCount: WEEKS, mostPerWeek: 3, closedWeeks: offers.weeks.slice(6, 8) },
      adBudget: world.space.adSpend * Math.round(LAUNCHED_SHARE * productsASeason),
    };
    const problem = seasonProblem(offers, limits);
    let placements = placementsOf(problem, pricedSeason(problem)!);
    if (exploration && season === 0) {
      const chosen = chooseExperiments({ offers, limits, placements }, exploration);
      experiments = chosen.experiments.length;
      plannedCost = chosen.cost;
      placements = placementsWith(placements, chosen.experiments);
    }
    const launches = launchesOf(offers, products, placements);
    profits.push(sum(launches.map((launch) => world.trueProfit(launch))));
    learn(shop, placements, beliefs);
  }
  return { profits, experiments, plannedCost };
}

/** Learns from the merchandiser's launches. Each shows its channel's effect and its own luck. */
function fromHistory({ world, seed }: KnowingShop): Beliefs {
  const random = seededRandom(seed);
  const beliefs: Beliefs = new Map();
  const ofCategory = new Map(world.products.map(({ id, category }) => [category, id]));
  for (const { category, channel } of world.history) {
    const effect = world.channelEffect(ofCategory.get(category!)!, channel!);
    see(beliefs, category! + channel!, effect + SPREAD.noise * drawNormal(random));
  }
  return beliefs;
}

function learn({ world, seed }: KnowingShop, placements: readonly Placement[], beliefs: Beliefs) {
  for (const { productId, channel } of placements) {
    const place = world.products.findIndex(({ id }) => id === productId);
    const luck = SPREAD.noise * drawNormal(seededRandom(1000 * seed + place));
    const { category } = world.products[place]!;
    see(beliefs, category + channel!, world.channelEffect(productId, channel!) + luck);
  }
}

function see(beliefs: Beliefs, arm: string, value: number): void {
  const seen = beliefs.get(arm) ?? { launches: 0, total: 0 };
  beliefs.set(arm, { launches: seen.launches + 1, total: seen.total + value });
}

/** Returns the posterior mean of a channel's effect. */
function believed({ launches, total }: Seen): number {
  return total * (armDeviation(SPREAD, launches) / SPREAD.noise) ** 2;
}

/** Returns the offers as the shop believes them, at list price and without a promotion. */
function offersOf(
  { world }: KnowingShop,
  products: readonly NewProduct[],
  beliefs: Beliefs,
): SeasonOffers {
  const { channels, adSpend } = world.space;
  const weeks = world.space.weeks.slice(1, 1 + WEEKS);
  const seenOf = (category: string, channel: string): Seen =>
    beliefs.get(category + channel) ?? { launches: 0, total: 0 };
  const offered = (product: NewProduct): ProductOffers => {
    const logUnits = weeks.flatMap((launchDay) =>
      channels.map(({ name }) => {
        const { units } = world.trueDemand(
          { product, action: { ...PLAIN, launchDay, channel: name, adSpend } },
          0,
        );
        const off =
          believed(seenOf(product.category, name)) - world.channelEffect(product.id, name);
        return Math.log1p(units * Math.exp(off));
      }),
    );
    return {
      ...{ productId: product.id, title: product.title, category: product.category },
      economics: { listPrice: product.listPrice!, unitCost: product.unitCost! },
      ...{ fixedStock: null, returnRates: null, adSpends: [{ adSpend, moved: 0 }] },
      offers: new Int16Array(logUnits.length),
      logUnits: Float32Array.from(logUnits),
    };
  };
  const categories = [...new Set(products.map(({ category }) => category))];
  return {
    ...{ datasetId: 1, modelId: 1, plannedAt: 1, objective: 'profit', weeks, channels },
    promotions: [{ name: PLAIN.promotion, depth: 0 }],
    priceFactors: [PLAIN.priceFactor],
    spread: demandSpread(world.demandFactors(2000).map(Math.log).sort()),
    terms: USUAL_STOCK_TERMS,
    products: products.map(offered),
    ...{ pairs: [], competition: USUAL_COMPETITION, sharedFate: 0 },
    arms: {
      ...SPREAD,
      channels: channels.map(({ name }) => name),
      categories: categories.map((category) => ({
        category,
        tried: channels.map(({ name }) => seenOf(category, name).launches),
        launchesASeason:
          LAUNCHED_SHARE * products.filter((product) => product.category === category).length,
      })),
    },
  };
}

const PLAIN = { promotion: 'none', priceFactor: 1, salePrice: null, stockUnits: 0 } as const;
