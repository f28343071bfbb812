// Plays seasons of a shop in a world whose truth is known. Each season, the shop learns its history and puts new
// products into a calendar within limits. Results join the history.

import {
  chooseExperiments,
  type Exploration,
} from '#core/season/experiments/choose-experiments.ts';
import type { SeasonExperiments } from '#core/season/offers/experiment.ts';
import { placementsWith } from '#core/season/experiments/experiment-locks.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { pricedSeason } from '#core/season/problem/priced-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonUse } from '#core/season/problem/season-value.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitShrinkage } from '#workers/model/train/fit-launches.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { planProductsAndWeeks } from '#workers/model/plan/plan-products.ts';
import { seasonBeside } from '#workers/model/plan/season-offers.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';
import { launchesOf } from '../calendar/launches-of-season.ts';
import type { TrueLaunch } from '../calendar/season-truth.ts';
import type { LaunchWorld } from '../launch-world.ts';
import type { Life } from './life.ts';

interface Seasons {
  readonly products: number;
  /** Number of further product sets whose calendars are planned, never launched, only to judge what was learnt. */
  readonly judged: number;
}

export interface Shop extends Seasons {
  readonly world: LaunchWorld;
  readonly seed: number;
  readonly engine: EngineSession;
  /**
   * `ridges`: only the ridge model, which the app uses for the shortest histories and which distinguishes actions.
   * Blends of short histories jump from one launch to the next, which hides what the launch taught.
   * `whole`: all base models.
   */
  readonly learner: 'ridges' | 'whole';
}

/** First weeks of the seasons, counted from the first planned week. The third season is in the following year. */
const SEASON_STARTS = [1, 26, 54];
const WEEKS_APART = 25;
const PLANNED_WEEKS = 25;
const BUDGET_SHARE = 0.6;

const SEASONS = SEASON_STARTS.length;

interface LearntSeason {
  readonly season: number;
  /** The products that are launched, then the sets that only judge. */
  readonly sets: readonly PlannedSet[];
}

interface PlannedSet {
  readonly products: readonly NewProduct[];
  readonly offers: SeasonOffers;
}

/** Plays one life for each exploration of the first season; null means no trial launches. */
export async function liveLearning(
  shop: Shop,
  explorations: readonly (Exploration | null)[],
): Promise<Life[]> {
  const { history } = shop.world;
  const first = await learnSeason(shop, history, 0);
  const placed = placeSets(first, bindingLimits(first));
  const lives: Life[] = [];
  for (const exploration of explorations) {
    const played = [playSeason(shop, placed, { history, exploration })];
    for (let season = 1; season < SEASONS; season++) {
      const known = played.at(-1)!.history;
      const learnt = placeSets(await learnSeason(shop, known, season), placed.limits);
      played.push(playSeason(shop, learnt, { history: known, exploration: null }));
    }
    const { experiments } = played[0]!;
    lives.push({
      profits: played.map(({ profit }) => profit),
      experiments: experiments?.experiments.length ?? 0,
      plannedCost: experiments?.cost ?? 0,
    });
  }
  return lives;
}

async function learnSeason(
  shop: Shop,
  history: readonly LaunchRow[],
  season: number,
): Promise<LearntSeason> {
  const { world, engine, seed } = shop;
  const table = await readAsApp(launchTable(history), { market: 'US' });
  const model = await fitInNode(table, {
    ...{ engine, settings: { seed, searchSeconds: 0 } },
    ...(shop.learner === 'ridges' && { fit: fitShrinkage }),
  });
  const judged = season === 0 ? 0 : shop.judged;
  const places = [season, ...Array.from({ length: judged }, (_, i) => SEASONS + i)];
  const sets: PlannedSet[] = [];
  for (const place of places) {
    const products = world.products.slice(place * shop.products, (place + 1) * shop.products);
    const first = world.space.weeks[0]! + 7 * SEASON_STARTS[season]!;
    const competition = sets[0]?.offers.competition ?? null;
    const offers = await offersOf(shop, { model, table, products, first, competition });
    sets.push({ products, offers });
  }
  return { season, sets };
}

interface Asked {
  readonly model: TrainedModel;
  readonly table: ReturnType<typeof launchTable>;
  readonly products: readonly NewProduct[];
  readonly first: number;
  readonly competition: SeasonOffers['competition'] | null;
}

async function offersOf({ world, engine }: Shop, asked: Asked): Promise<SeasonOffers> {
  const { model, table, products, first, competition } = asked;
  const weeks = Array.from({ length: PLANNED_WEEKS }, (_, week) => first + 7 * week);
  const { offers } = await planProductsAndWeeks({
    ...{ model, table, products, engine, aim: USUAL_AIM },
    space: { ...world.space, weeks },
    onProduct: () => Promise.resolve(),
  });
  const beside = await seasonBeside({
    ...{ model, table, products, heldOut: null, competition },
    pause: () => Promise.resolve(),
  });
  return { datasetId: 1, modelId: model.report.modelId, plannedAt: 1, ...offers, ...beside };
}

/**
 * Returns limits that bind in every season: the ad budget is a share of what the first season takes without limits.
 * Stock has no budget, which would make placing a season several times as slow and has nothing to do with channels.
 */
function bindingLimits({ sets }: LearntSeason): SeasonLimits {
  const { offers } = sets[0]!;
  const free = { ...usualLimits(offers.weeks[0]!), weekCount: WEEKS_APART };
  const problem = seasonProblem(offers, free);
  const use = seasonUse(problem, greedySeason(problem)!);
  return {
    ...free,
    mostPerWeek: 3,
    adBudget: BUDGET_SHARE * use.adSpendTotal,
  };
}

interface PlayedSeason {
  /** True expected profit, averaged over all calendars. */
  readonly profit: number;
  readonly experiments: SeasonExperiments | null;
  readonly history: readonly LaunchRow[];
}

interface PlacedSeason {
  readonly learnt: LearntSeason;
  readonly limits: SeasonLimits;
  /** Calendars without trial launches, in the order of the sets. */
  readonly calendars: readonly (readonly Placement[])[];
}

/**
 * Places each set in the way a season starts before the solver runs. This comes within a few per cent of the best, in a
 * second instead of a minute. The result is the same every time, so shops differ only in what they have learnt.
 */
function placeSets(learnt: LearntSeason, binding: SeasonLimits): PlacedSeason {
  const { weeks } = learnt.sets[0]!.offers;
  const limits = { ...binding, firstWeek: weeks[0]!, closedWeeks: [weeks[6]!, weeks[7]!] };
  const calendars = learnt.sets.map(({ offers }) => {
    const problem = seasonProblem(offers, limits);
    return placementsOf(problem, pricedSeason(problem)!);
  });
  return { learnt, limits, calendars };
}

interface Play {
  readonly history: readonly LaunchRow[];
  /** null: every launch goes where the season earns most. */
  readonly exploration: Exploration | null;
}

function playSeason(
  shop: Shop,
  { learnt, limits, calendars }: PlacedSeason,
  { history, exploration }: Play,
): PlayedSeason {
  const { season, sets } = learnt;
  const { offers, products } = sets[0]!;
  const placements = calendars[0]!;
  const experiments = exploration && chooseExperiments({ offers, limits, placements }, exploration);
  const launchesAt = (at: readonly Placement[]) => launchesOf(offers, products, at);
  const launches = launchesAt(placementsWith(placements, experiments?.experiments ?? []));
  const ofOthers = sets
    .map((set, i) => earned(shop, launchesOf(set.offers, set.products, calendars[i]!)))
    .slice(1);
  return {
    profit: mean([earned(shop, launches), ...ofOthers]),
    experiments,
    history: [...history, ...cameOf(shop, launches, season)],
  };
}

/**
 * Returns the true expected profit with unlimited stock. It shows what was learnt of channels, without errors of stock
 * forecasts.
 */
function earned({ world }: Shop, launches: readonly TrueLaunch[]): number {
  return sum(launches.map((launch) => world.trueProfit(launch)));
}

const CROWDING_DAYS = 14;

/**
 * Returns the launches as rows of the history. Each product has its own luck, whatever its action. Stock is unlimited,
 * so all demand is known. Learning from sold-out launches takes three times as long. It has nothing to do with channels
 * either.
 */
function cameOf({ world, seed }: Shop, launches: readonly TrueLaunch[], season: number) {
  return launches.map((launch, i): LaunchRow => {
    const crowd = launches.filter(({ product, action }, other) => {
      const before = launch.action.launchDay - action.launchDay;
      const isEarlier = before > 0 || (before === 0 && other < i);
      return product.category === launch.product.category && isEarlier && before <= CROWDING_DAYS;
    }).length;
    const number = world.products.findIndex(({ id }) => id === launch.product.id);
    const action = { ...launch.action, stockUnits: Infinity };
    return world.launch(
      { ...launch, action },
      { luck: 1_000_003 * seed + 1009 * season + number, crowd },
    );
  });
}
