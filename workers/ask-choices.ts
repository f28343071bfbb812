// What the whole blend expects of one launch under every coarse action, over the kernel's weeks and prices. A launch has its own week and
// price, so that the cells of one are not those of another, as they are where plans are made.

import { analogueValues } from '#core/analogues/analogue-values.ts';
import { nearestFinder } from '#core/analogues/nearest-launches.ts';
import { predictCategoryMedian } from '#core/evaluation/baseline.ts';
import {
  choiceColumns,
  encodeActions,
  eventColumns,
  pastAction,
  sharedCount,
  type BasisAction,
} from '#core/features/action-basis.ts';
import { gatherEvents, sharedColumns } from '#core/features/event-columns.ts';
import { fitsOf } from '#core/features/product-encoder.ts';
import type { DemandSpread } from '#core/launch/demand.ts';
import type { ProductEconomics } from '#core/launch/economics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { joinedInputs, type BlendWeights } from '#core/model/blend.ts';
import { unitsScale } from '#core/model/heads.ts';
import { unitsFromHeads, unitsFromOutcomes } from '#core/model/units-scale.ts';
import {
  choiceScores,
  type ProductSeries,
  type WeeksAndChoices,
} from '#core/off-policy/choice-scores.ts';
import { KERNEL_PRICES, KERNEL_WEEKS, OWN_PRICE, OWN_WEEK } from '#core/off-policy/kernel.ts';
import {
  actionTaken,
  launchOffers,
  type CoarseActions,
  type LaunchOffer,
} from '#core/off-policy/launch-offers.ts';
import { moneyUnder, rewardOf, unitsExpected } from '#core/off-policy/launch-reward.ts';
import type { LoggedLaunches } from '#core/off-policy/logged-launches.ts';
import { ridgeCoefficients } from '#core/ridge/ridge.ts';
import { predictTrees } from '#core/trees/boosted-trees.ts';
import type { Members } from './fit-members.ts';

/** What is asked of all launches alike. */
export interface ChoiceQuestion {
  readonly table: LaunchTable;
  readonly coarse: CoarseActions;
  readonly blend: BlendWeights;
  /** Tells the mean of what is sold from its middle. */
  readonly spread: DemandSpread;
}

/** Launches that the members of one point in time are asked about. */
export interface AskedLaunches {
  readonly rows: Uint32Array;
  /** Their products' inputs, [rows, inputs]. */
  readonly x: Float32Array;
  readonly economics: readonly ProductEconomics[];
  readonly objective: LoggedLaunches['objective'];
}

/** Expected rewards of all coarse actions of launch i, of whose product the net says so much: [actions]. */
export type AskChoices = (i: number, net: ProductSeries) => Float64Array;

export function choiceAsker(
  question: ChoiceQuestion,
  members: Members,
  asked: AskedLaunches,
): AskChoices {
  const { table, coarse, spread } = question;
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
      const reward = rewardOf(objective, unitsExpected(spread, log, stock), money);
      expected[a] = expected[a]! + week.share * price.share * reward;
    });
    return expected;
  };
}

interface LaunchCells extends WeeksAndChoices {
  /** Under its own week and price, whole rows of the basis, [actions, basis]. */
  readonly own: Float32Array;
}

/** Weeks [kernel weeks, basis]; choices, actions under each price of the kernel, [kernel prices × actions, columns]. */
function cellEncoder(
  { table, coarse }: ChoiceQuestion,
  { encoding: { basis, encoder } }: Members,
  { rows, x }: AskedLaunches,
) {
  const count = rows.length * KERNEL_WEEKS.length;
  const fitsAt = (cell: number) => fitsOf(encoder, inputsOf({ rows, x }, launchAt(cell)));
  const launchAt = (cell: number) => Math.floor(cell / KERNEL_WEEKS.length);
  // All at once: finding the selling events near a day takes a while to begin.
  const encoded = encodeActions(basis, count, (cell) => {
    const past = pastAction(table, rows[launchAt(cell)]!);
    return { ...past, day: past.day + KERNEL_WEEKS[cell % KERNEL_WEEKS.length]!.daysAway };
  });
  const allWeeks = gatherEvents(encoded, eventColumns(basis), fitsAt, count);
  const size = allWeeks.length / rows.length;
  const withoutEvents = { ...basis, market: null, events: [] };
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

/** @param shared [kernel prices × actions, width], which lacks the columns of events */
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

/** log1p(units) by the whole blend, [kernel weeks × kernel prices × actions]. */
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

/** Trees and nearest launches take as long for each action: they are asked about the launch's own week and price only. [actions] */
function slowAsker(
  blend: BlendWeights,
  { encoding, trees, analogues }: Members,
  asked: AskedLaunches,
) {
  const units = unitsScale(encoding.heads);
  const shared = sharedCount(encoding.basis);
  const nearest = blend.analogues > 0 ? nearestFinder(analogues) : null;
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
