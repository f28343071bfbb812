// Predicts the reward of one launch under every coarse action by the whole blend, over the kernel's weeks and prices.
// Each launch has its own week and price, so launches cannot share cells as plans do.

import { analogueValues } from '#core/model/analogues/analogue-values.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import { predictCategoryMedian } from '#core/model/blend/category-median.ts';
import {
  choiceColumns,
  encodeActions,
  eventColumns,
  pastAction,
  sharedCount,
  type BasisAction,
} from '#core/model/features/action-basis.ts';
import { gatherEvents, sharedColumns } from '#core/model/features/event-columns.ts';
import { fitsOf } from '#core/model/features/product-encoder.ts';
import type { DemandSpread } from '#core/planning/economics/demand.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { joinedInputs, weightOf, type BlendWeights } from '#core/model/blend/blend.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { unitsFromHeads, unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import {
  choiceScores,
  type ProductSeries,
  type WeeksAndChoices,
} from '#core/evaluation/off-policy/choice-scores.ts';
import {
  KERNEL_PRICES,
  KERNEL_WEEKS,
  OWN_PRICE,
  OWN_WEEK,
} from '#core/evaluation/off-policy/kernel.ts';
import {
  actionTaken,
  launchOffers,
  type CoarseActions,
  type LaunchOffer,
} from '#core/evaluation/off-policy/logged-offers.ts';
import { moneyUnder, rewardOf, unitsExpected } from '#core/evaluation/off-policy/launch-reward.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import { processForecaster } from '#core/model/process/gaussian-process.ts';
import { ridgeCoefficients } from '#core/model/ridge/ridge.ts';
import { predictTrees } from '#core/model/trees/boosted-trees.ts';
import type { Members } from '../members/members.ts';

/** Inputs that are the same for all launches. */
export interface ChoiceQuestion {
  readonly table: LaunchTable;
  readonly coarse: CoarseActions;
  readonly blend: BlendWeights;
  /** Spread of demand around its median, which gives the mean of units sold. */
  readonly spread: DemandSpread;
  /** To be added to forecasts, on the log1p scale. */
  readonly level: number;
}

/** Launches to predict with base models fitted at one origin. */
interface AskedLaunches {
  readonly rows: Uint32Array;
  /** Encoded products, [rows × inputs]. */
  readonly x: Float32Array;
  readonly economics: readonly ProductEconomics[];
  readonly objective: LoggedLaunches['objective'];
}

/**
 * Returns the expected rewards of launch i under all coarse actions, [actions]; `net` has the network's coefficients.
 */
type AskChoices = (i: number, net: ProductSeries) => Float64Array;

/** Returns a function that predicts the rewards of one launch, averaged over the kernel's weeks and prices. */
export function expectedRewards(
  question: ChoiceQuestion,
  members: Members,
  asked: AskedLaunches,
): AskChoices {
  const { table, coarse, spread, level } = question;
  const { rows, economics, objective } = asked;
  const encode = cellEncoder(question, members, asked);
  const askLogs = logAsker(question, members, asked);
  return (i, net) => {
    const row = rows[i]!;
    const taken = actionTaken(coarse, table, row);
    const offers = launchOffers(coarse, table, { row, taken });
    const logs = askLogs(i, { net, cells: encode(i, offers) });
    const stock = table.firstStock[row]!;
    const expected = new Float64Array(offers.length);
    logs.forEach((log, cell) => {
      const node = Math.floor(cell / offers.length);
      const week = KERNEL_WEEKS[Math.floor(node / KERNEL_PRICES.length)]!;
      const price = KERNEL_PRICES[node % KERNEL_PRICES.length]!;
      const a = cell % offers.length;
      const near = { ...offers[a]!, priceRatio: offers[a]!.priceRatio * price.factor };
      const money = moneyUnder(economics[i]!, near);
      const reward = rewardOf(objective, unitsExpected(spread, log + level, stock), money);
      expected[a] = expected[a]! + week.share * price.share * reward;
    });
    return expected;
  };
}

interface LaunchCells extends WeeksAndChoices {
  /** Whole basis rows under the launch's own week and price, [actions × basis]. */
  readonly own: Float32Array;
}

/**
 * Returns an encoder of one launch's cells: `weeks` [kernel weeks × basis], and `choices`, the actions under each price
 * of the kernel, [kernel prices × actions × columns].
 */
function cellEncoder(
  { table, coarse }: ChoiceQuestion,
  { encoding: { basis, encoder } }: Members,
  { rows, x }: AskedLaunches,
) {
  const count = rows.length * KERNEL_WEEKS.length;
  const fitsAt = (cell: number) => fitsOf(encoder, inputsOf({ rows, x }, launchAt(cell)));
  const launchAt = (cell: number) => Math.floor(cell / KERNEL_WEEKS.length);
  // Encoded all at once: finding the sales events near a day has a start-up cost.
  const encoded = encodeActions(basis, count, (cell) => {
    const past = pastAction(table, rows[launchAt(cell)]!);
    return { ...past, day: past.day + KERNEL_WEEKS[cell % KERNEL_WEEKS.length]!.daysAway };
  });
  const allWeeks = gatherEvents(encoded, eventColumns(basis), fitsAt, count);
  const size = allWeeks.length / rows.length;
  const withoutEvents = { ...basis, market: null, events: [], demand: undefined };
  return (i: number, offers: readonly LaunchOffer[]): LaunchCells => {
    const past = pastAction(table, rows[i]!);
    const weeks = allWeeks.subarray(i * size, (i + 1) * size);
    const cellCount = KERNEL_PRICES.length * offers.length;
    const shared = encodeActions(withoutEvents, cellCount, (cell): BasisAction => {
      const a = cell % offers.length;
      const { factor } = KERNEL_PRICES[Math.floor(cell / offers.length)]!;
      const { channel, promotion } = coarse.actions[a]!;
      const { priceRatio, adSpend } = offers[a]!;
      const choice = { channel: channel ?? '', promotion: promotion ?? '', adSpend };
      return { ...past, ...choice, priceRatio: priceRatio * factor };
    });
    const columns = choiceColumns(basis);
    return {
      ...columns,
      weeks,
      choices: columnsOf(shared, { ...columns, rowCount: cellCount }),
      own: ownCells(shared, { weeks, actions: offers.length, width: sharedCount(basis) }),
    };
  };
}

function columnsOf(
  matrix: Float32Array,
  picked: { readonly firstAction: number; readonly actionCount: number; readonly rowCount: number },
): Float32Array {
  const { firstAction, actionCount, rowCount } = picked;
  const width = matrix.length / rowCount;
  const columns = new Float32Array(rowCount * actionCount);
  for (let row = 0; row < rowCount; row++) {
    const from = row * width + firstAction;
    columns.set(matrix.subarray(from, from + actionCount), row * actionCount);
  }
  return columns;
}

/**
 * Returns the basis rows of the launch's own week and price, [actions × basis].
 * @param shared [kernel prices × actions × width], without the columns of sales events
 */
function ownCells(
  shared: Float32Array,
  launch: { readonly weeks: Float32Array; readonly actions: number; readonly width: number },
): Float32Array {
  const { weeks, actions, width } = launch;
  const basis = weeks.length / KERNEL_WEEKS.length;
  const own = new Float32Array(actions * basis);
  const windows = weeks.subarray(OWN_WEEK * basis + width, (OWN_WEEK + 1) * basis);
  for (let a = 0; a < actions; a++) {
    const from = (OWN_PRICE * actions + a) * width;
    own.set(shared.subarray(from, from + width), a * basis);
    own.set(windows, a * basis + width);
  }
  return own;
}

/** Returns a function that predicts log1p(units) by the whole blend, [kernel weeks × kernel prices × actions]. */
function logAsker({ table, blend }: ChoiceQuestion, members: Members, asked: AskedLaunches) {
  const { encoding, ridges, net: trained } = members;
  const heads = encoding.heads.outcomes;
  const units = unitsScale(encoding.heads);
  const askSlow = slowAsker(blend, members, asked);
  return (
    i: number,
    { net, cells }: { readonly net: ProductSeries; readonly cells: LaunchCells },
  ): Float64Array => {
    const slow = askSlow(i, cells);
    const usual = Math.log1p(
      predictCategoryMedian(members.medians, table.category[asked.rows[i]!]!),
    );
    const count = KERNEL_WEEKS.length * KERNEL_PRICES.length * slow.length;
    const logs = Float64Array.from(
      { length: count },
      (_, cell) => blend.median * usual + slow[cell % slow.length]!,
    );
    const add = (share: number, own: ProductSeries, memberCount: number) => {
      if (share === 0) return;
      const z = choiceScores(own, heads.length, cells);
      const shape = { members: memberCount, heads };
      unitsFromHeads(z, { shape, rowCount: count, units }).forEach(
        (log, cell) => (logs[cell] = logs[cell]! + share * log),
      );
    };
    add(blend.net, net, trained.shape.members);
    const ofRidge = () => ridges.map((ridge) => ridgeCoefficients(ridge, inputsOf(asked, i)));
    add(blend.ridge, blend.ridge > 0 ? ofRidge() : [], 1);
    return logs;
  };
}

/**
 * Returns a function that predicts by trees, Gaussian process and similar launches, [actions]. They predict only the
 * launch's own week and price: trees and similar launches are slow for each action.
 */
function slowAsker(
  blend: BlendWeights,
  { encoding, trees, analogues, process }: Members,
  asked: AskedLaunches,
) {
  const units = unitsScale(encoding.heads);
  const shared = sharedCount(encoding.basis);
  const nearest = blend.analogues > 0 ? nearestFinder(analogues) : null;
  const ofProcess = process && weightOf(blend, 'process') > 0 ? processForecaster(process) : null;
  return (i: number, { own, weeks }: LaunchCells): Float64Array => {
    const x = inputsOf(asked, i);
    const basis = weeks.length / KERNEL_WEEKS.length;
    const count = own.length / basis;
    const logs = new Float64Array(count);
    const add = (share: number, outcomes: readonly Float64Array[]) =>
      unitsFromOutcomes(outcomes, units).forEach((log, a) => (logs[a] = logs[a]! + share * log));
    if (blend.trees > 0) {
      const joined = joinedInputs(tiled(x, count), sharedColumns(own, shared, count), count);
      const outcomes = trees.map((each) => predictTrees(each, joined, count));
      add(blend.trees, outcomes);
    }
    if (ofProcess)
      ofProcess(x)(own, count).forEach(
        (log, a) => (logs[a] = logs[a]! + weightOf(blend, 'process') * log),
      );
    if (nearest) add(blend.analogues, analogueValues(analogues, nearest(x), { phi: own, basis }));
    return logs;
  };
}

function inputsOf({ rows, x }: Pick<AskedLaunches, 'rows' | 'x'>, i: number): Float32Array {
  const inputs = x.length / rows.length;
  return x.subarray(i * inputs, (i + 1) * inputs);
}

function tiled(x: Float32Array, count: number): Float32Array {
  const all = new Float32Array(x.length * count);
  for (let i = 0; i < count; i++) all.set(x, i * x.length);
  return all;
}
