// Plans seasons of shops with planted halo effects, which Debut has to learn from the order lines. What the launches of a
// season really bring other groups is known, so seasons with and without halo are compared by true profit.

import { mean } from '#core/base/statistics/statistics.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { withBrought } from '#core/season/offers/brought-value.ts';
import type { ProductOffers, SeasonOffers } from '#core/season/offers/season-offers.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import { solveSeason } from '#workers/season/solve-season.ts';
import { openSolver, type Solver } from '#workers/season/solver.ts';
import { randomOffers } from '../../support/random-offers.ts';
import { finished } from './finished.ts';
import { haloWorld, type HaloWorld } from './halo-world.ts';

const SEEDS = 30;
const WEEKS = 13;
const PRODUCTS = 60;
const CHANNELS = 2;
/** Of ordered pairs of groups. */
const EFFECT_SHARE = 0.1;
/** Price and cost of a unit of every group of the worlds. */
const [PRICE, COST] = [10, 4.5];
const LEAST_GAIN = 0.03;
const MOST_LOSS = 0.005;

/** Prints what seasons gain by halo; returns the missed targets. */
export async function season(): Promise<readonly string[]> {
  const solver = await openSolver();
  const planted = await gain(solver, EFFECT_SHARE);
  const none = await gain(solver, 0);
  return [
    ...(planted >= LEAST_GAIN ? [] : [`season: with halo ${percent(planted)}`]),
    ...(none >= -MOST_LOSS ? [] : [`season: without effects ${percent(none)}`]),
  ];
}

/** Returns the gain of true profit, all worlds together. */
async function gain(solver: Solver, effectShare: number): Promise<number> {
  const gains: number[] = [];
  let [before, after, effects, brought] = [0, 0, 0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = haloWorld({ seed, effectShare });
    const study = finished(studyAssociations(world.log));
    const offers = offersOf(world, seed);
    const costShare = COST / PRICE;
    const usual = { listPrices: { '': PRICE }, costShares: { '': costShare } };
    const halo = withBrought(offers.products, study, { shop: offers, usual });
    const truth = trueBrought(world, study.halo.weeks, offers);
    const plain = await trueProfit(solver, offers, truth);
    const better = await trueProfit(solver, { ...offers, products: halo }, truth);
    gains.push(better / plain - 1);
    before += plain;
    after += better;
    effects += study.halo.effects.length;
    brought += mean([...truth.values()].map(Math.abs));
  }
  const whole = after / before - 1;
  const worse = gains.filter((each) => each < 0).length;
  const launch = before / SEEDS / WEEKS;
  console.log(
    `  ${effectShare === 0 ? 'no effects' : 'planted effects'}: ${SEEDS} worlds, ${(effects / SEEDS).toFixed(1)} effects learnt in each; a launch earns ${launch.toFixed(0)} and brings or takes ${(brought / SEEDS).toFixed(0)}`,
  );
  console.log(
    `    true profit ${percent(whole)} with halo (worlds ${percent(Math.min(...gains))} to ${percent(Math.max(...gains))}, ${worse} worse)`,
  );
  return whole;
}

/** New products of the groups of a world, which can each be launched in any week on two channels. */
function offersOf({ log }: HaloWorld, seed: number): SeasonOffers {
  const groups = [...new Set(log.products.map(({ category }) => category))];
  const drawn = { seed, products: PRODUCTS, weeks: WEEKS, channels: CHANNELS, alikeShare: 0.02 };
  const offers = randomOffers(drawn);
  const products = offers.products.map((product, i): ProductOffers => ({
    ...product,
    category: groups[i % groups.length]!,
  }));
  return { ...offers, products };
}

/** By product: what its launch truly brings other groups, in profit. */
function trueBrought(
  world: HaloWorld,
  weeks: number,
  offers: SeasonOffers,
): ReadonlyMap<string, number> {
  const truth = world.truthOver(weeks);
  const fee = offers.channels.reduce((all, each) => all + each.fee, 0) / offers.channels.length;
  const margin = PRICE * (1 - fee) - COST;
  return new Map(
    offers.products.map(({ productId, category }) => {
      const units = [...truth].reduce((all, [pair, each]) => {
        const [launched, other] = pair.split('>');
        return launched === category && other !== category ? all + each : all;
      }, 0);
      return [productId, units * margin];
    }),
  );
}

/** Returns what the best season by these offers really earns. At most one launch a week. */
async function trueProfit(
  solver: Solver,
  offers: SeasonOffers,
  truth: ReadonlyMap<string, number>,
): Promise<number> {
  const limits = { ...usualLimits(offers.weeks[0]!), weekCount: WEEKS, mostPerWeek: 1 };
  const outcome = await solveSeason(
    {
      ...{ offers, limits, start: null, gap: 0.001, seconds: 5, now: () => performance.now() },
      ...{ onBetter: () => undefined, pause: () => Promise.resolve() },
    },
    () => Promise.resolve(solver),
  );
  if (outcome.kind !== 'solved') throw new Error('expected a season, got a clash');
  const problem = seasonProblem(offers, limits);
  const view = viewSeason({ offers, limits }, problem, outcome.solution.placements);
  const brought = view.placements.reduce((all, { productId }) => all + truth.get(productId)!, 0);
  return view.value - view.brought + brought;
}

function percent(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;
}
