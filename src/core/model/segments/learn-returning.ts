// Learns from past launches who of the past buyers returns, and how many.

import type { Day } from '#core/base/dates.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { seededRandom } from '#core/base/random.ts';
import { fitLogit, type Logit } from './buyer-logit.ts';
import { BuyersPast } from './buyers-past.ts';
import { chancesToReturn } from './chances-to-return.ts';
import { appealOf, DayAppeal, unknownRarity, type WordAppeal } from './launch-appeal.ts';
import { fitCounts, levelOf, type CountedLaunch, type CountModel } from './launch-counts.ts';
import { pastLaunches, type PastLaunch } from './launch-outcomes.ts';
import { INPUT_COUNT, LaunchView } from './launch-view.ts';
import type { ProductShelf } from './product-shelf.ts';
import type { RepeatModel } from './repeat-purchases.ts';

/** Who returns for a launch, and how many: stored. */
export interface ReturningModel {
  /** Logistic regression of a past buyer's return within HORIZON_DAYS. */
  readonly logit: Logit;
  readonly buyers: CountModel;
  /** Units that past buyers buy in the first week. */
  readonly firstWeekUnits: CountModel;
  /** Mean log counts of the last launches, for both. */
  readonly buyersLevel: number;
  readonly unitsLevel: number;
  /** Appeal of the log's last day: what a launch is made of. Only words and groups of LEAST_BUYERS or more. */
  readonly logPool: number;
  /** null where no price is known. */
  readonly usualLogPrice: number | null;
  readonly unknownRarity: number;
  readonly words: readonly (WordAppeal & { readonly name: string })[];
  readonly groups: readonly { readonly name: string; readonly share: number }[];
  /** Launches learnt from. */
  readonly launches: number;
}

/** Buyers without a return that are sampled for each launch. */
const SAMPLED = 150;
/** Past buyers before the first launch that is learnt. */
const LEAST_PAST = 100;
/** Buyers times launches that are read at most; older launches are left out. */
const MOST_PAIRS = 3e7;
/** Last launches by which chances are calibrated. */
const RECENT_LAUNCHES = 60;
const SEED = 3911;

/** Learns the model; null where too few launches have ended. Yields after each launch. */
export function* learnReturning(
  log: SalesLog,
  shelf: ProductShelf,
  model: RepeatModel,
): Generator<void, ReturningModel | null> {
  const most = Math.max(100, Math.floor(MOST_PAIRS / Math.max(1, log.buyerCount)));
  const launches = pastLaunches(log, shelf).slice(-most);
  const logit = yield* learnLogit(launches, new BuyersPast(log, shelf), model);
  const past = new BuyersPast(log, shelf);
  const counted = yield* countLaunches(launches, past, { logit, model });
  const buyers = fitCounts(counted.buyers);
  const firstWeekUnits = fitCounts(counted.units);
  if (!buyers || !firstWeekUnits) return null;
  const shift = yield* recentShift(launches, new BuyersPast(log, shelf), { logit, repeat: model });
  past.moveTo(log.lastDay + 1);
  const today = new DayAppeal(past, { logit, model });
  return {
    logit: { ...logit, intercept: logit.intercept + shift },
    ...{ buyers, firstWeekUnits },
    buyersLevel: levelOf(counted.buyers.map(({ count }) => count)),
    unitsLevel: levelOf(counted.units.map(({ count }) => count)),
    logPool: today.logPool,
    usualLogPrice: Number.isNaN(today.usualLogPrice) ? null : today.usualLogPrice,
    unknownRarity: unknownRarity(past),
    words: shelf.words.flatMap((name, word) => {
      const appeal = today.word(word);
      return appeal ? [{ name, ...appeal }] : [];
    }),
    groups: shelf.groups.flatMap((name, group) => {
      const share = today.group(group);
      return share === null ? [] : [{ name, share }];
    }),
    launches: counted.buyers.length,
  };
}

function* learnLogit(
  launches: readonly PastLaunch[],
  past: BuyersPast,
  model: RepeatModel,
): Generator<void, Logit> {
  const random = seededRandom(SEED);
  const [inputs, isCase, shares]: [number[][], number[], number[]] = [[], [], []];
  const row = new Float32Array(INPUT_COUNT);
  for (const launch of launches) {
    past.moveTo(launch.day);
    if (past.seen < LEAST_PAST) continue;
    const view = new LaunchView(past, launch);
    const share = Math.min(1, SAMPLED / Math.max(1, past.seen - launch.returned.size));
    for (let buyer = 0; buyer < past.orderDays.length; buyer++) {
      if (past.orderDays[buyer] === 0) continue;
      const returned = launch.returned.has(buyer);
      if (!returned && random() >= share) continue;
      view.read(buyer, model, row);
      inputs.push(Array.from(row));
      isCase.push(Number(returned));
      shares.push(share);
    }
    yield;
  }
  const x = new Float32Array(inputs.length * INPUT_COUNT);
  inputs.forEach((values, i) => {
    x.set(values, i * INPUT_COUNT);
  });
  return fitLogit({
    ...{ x, columns: INPUT_COUNT },
    isCase: Uint8Array.from(isCase),
    sampledShare: Float64Array.from(shares),
  });
}

function* countLaunches(
  launches: readonly PastLaunch[],
  past: BuyersPast,
  models: { readonly logit: Logit; readonly model: RepeatModel },
): Generator<void, { buyers: CountedLaunch[]; units: CountedLaunch[] }> {
  const [buyers, units]: [CountedLaunch[], CountedLaunch[]] = [[], []];
  let [day, today]: [Day, DayAppeal | null] = [NaN, null];
  for (const launch of launches) {
    past.moveTo(launch.day);
    if (past.seen < LEAST_PAST) continue;
    if (launch.day !== day) [day, today] = [launch.day, new DayAppeal(past, models)];
    const appeal = appealOf(today!, launch, unknownRarity(past));
    buyers.push({ day: launch.day, appeal, count: launch.returned.size });
    units.push({ day: launch.day, appeal, count: launch.firstWeekUnits });
    yield;
  }
  return { buyers, units };
}

/** Returns the logarithm of returns over expected returns in the last launches: shops change. */
function* recentShift(
  launches: readonly PastLaunch[],
  past: BuyersPast,
  models: { readonly logit: Logit; readonly repeat: RepeatModel },
): Generator<void, number> {
  let [returned, expected] = [1, 1];
  for (const launch of launches.slice(-RECENT_LAUNCHES)) {
    past.moveTo(launch.day);
    returned += launch.returned.size;
    expected += sum(chancesToReturn(past, launch, models));
    yield;
  }
  return Math.log(returned / expected);
}
