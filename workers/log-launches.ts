// Past launches as a log of decisions, by members that had seen none of them: how likely each coarse action was, by the net's habit
// heads, and what the blend expects of it, over the kernel's weeks and prices. Only launches after the points in time that were looked
// from, so that nothing is asked of who knows the answer (cross-fitted, forwards in time).

import { encodeProducts } from '#core/features/product-encoder.ts';
import { deriveActionSpace, type ActionSpace } from '#core/launch/action-space.ts';
import { demandSpread } from '#core/launch/demand.ts';
import { habitFromHeads } from '#core/launch/habit.ts';
import { lastLaunchDay } from '#core/launch/launch-table.ts';
import type { BlendWeights } from '#core/model/blend.ts';
import { headOffsets } from '#core/model/heads.ts';
import { outputCount } from '#core/model/net.ts';
import type { ProductSeries } from '#core/off-policy/choice-scores.ts';
import { actionTaken, coarseActions, launchOffers } from '#core/off-policy/launch-offers.ts';
import {
  launchRewards,
  moneyUnder,
  rewardOf,
  type LaunchRewards,
} from '#core/off-policy/launch-reward.ts';
import type { LoggedLaunches } from '#core/off-policy/logged-launches.ts';
import { headStarts } from '#learning/network.ts';
import { productCoefficients } from '#learning/predict.ts';
import { choiceAsker, type ChoiceQuestion } from './ask-choices.ts';
import type { Members } from './fit-members.ts';
import type { FitRequest } from './fit-request.ts';

/** The newest: more make estimates surer than they need to be, and have to be kept. */
const MOST_LAUNCHES = 2000;

/** Launches that some members had not seen. */
export interface UnseenLaunches {
  readonly members: Members;
  readonly rows: Uint32Array;
}

interface Log extends ChoiceQuestion {
  readonly space: ActionSpace;
}

/**
 * Null where there is no choice between actions or no launch that had one of them. parts: oldest first.
 * @param residuals of forecasts of unseen launches, which tell the mean of what is sold from its middle
 */
export async function logLaunches(
  { table, engine, clock }: Pick<FitRequest, 'table' | 'engine' | 'clock'>,
  parts: readonly UnseenLaunches[],
  { blend, residuals }: { readonly blend: BlendWeights; readonly residuals: Float64Array },
): Promise<LoggedLaunches | null> {
  const { basis } = parts.at(-1)!.members.encoding;
  const space = deriveActionSpace(table, basis, lastLaunchDay(table));
  const coarse = coarseActions(table, space);
  if (coarse.actions.length < 2) return null;
  const log = { table, space, coarse, blend, spread: demandSpread(residuals) };
  const chosen = newestOf(log, parts);
  const rows = Uint32Array.from(chosen.flatMap((part) => [...part.rows]));
  if (rows.length === 0) return null;
  const rewards = launchRewards(table, rows);
  const width = coarse.actions.length;
  const propensities = new Float32Array(rows.length * width);
  const expected = new Float32Array(rows.length * width);
  let at = 0;
  for (const { members, rows: own } of chosen) {
    const x = encodeProducts(members.encoding.encoder, table, own);
    const net = await productCoefficients(members.net, x, own.length, engine);
    const economics = rewards.economics.slice(at, at + own.length);
    const { objective } = rewards;
    const ask = choiceAsker(log, members, { rows: own, x, economics, objective });
    for (let i = 0; i < own.length; i++, at++) {
      const series = seriesOfNet(net, members, { i, rows: own.length });
      propensities.set(chancesOf(log, members, series), at * width);
      expected.set(ask(i, series.outcomes), at * width);
      await clock.breathe();
    }
  }
  const taken = Uint16Array.from(rows, (row) => actionTaken(coarse, table, row));
  return {
    count: rows.length,
    actions: coarse.actions,
    taken,
    reward: Float64Array.from(rows, (row, i) => realReward(log, rewards, { row, i })),
    objective: rewards.objective,
    propensities,
    expected,
  };
}

/** Launches that had one of the actions, as many as are kept. */
function newestOf({ table, coarse }: Log, parts: readonly UnseenLaunches[]): UnseenLaunches[] {
  let left = MOST_LAUNCHES;
  return [...parts]
    .reverse()
    .map(({ members, rows }) => {
      const fitting = rows.filter((row) => actionTaken(coarse, table, row) >= 0);
      const kept = fitting.slice(Math.max(0, fitting.length - left));
      left -= kept.length;
      return { members, rows: kept };
    })
    .filter(({ rows }) => rows.length > 0)
    .reverse();
}

function realReward(
  { table, coarse }: Log,
  { objective, economics }: LaunchRewards,
  { row, i }: { readonly row: number; readonly i: number },
): number {
  const taken = actionTaken(coarse, table, row);
  const offer = launchOffers(coarse, table, { row, taken })[taken]!;
  return rewardOf(objective, table.units[row]!, moneyUnder(economics[i]!, offer));
}

/** What a net says of one product: of each member all heads, offsets included. */
interface NetSeries {
  /** [members, outcome heads] */
  readonly outcomes: ProductSeries;
  /** z of all heads at the constant alone, [members, heads]; outcome heads are not read from here. */
  readonly constants: Float32Array;
}

function seriesOfNet(
  coefficients: Float32Array,
  { net: { shape }, encoding: { heads } }: Members,
  { i, rows }: { readonly i: number; readonly rows: number },
): NetSeries {
  const starts = headStarts(shape);
  const outputs = outputCount(shape);
  const offsets = headOffsets(heads);
  const constants = new Float32Array(shape.members * offsets.length);
  const outcomes: Float64Array[] = [];
  for (let member = 0; member < shape.members; member++) {
    const from = (member * rows + i) * outputs;
    offsets.forEach((offset, head) => {
      constants[member * offsets.length + head] = coefficients[from + starts[head]!]! + offset;
      if (head >= heads.outcomes.length) return;
      const start = from + starts[head]!;
      const own = Float64Array.from(coefficients.subarray(start, start + shape.heads[head]!.basis));
      own[0]! += offset;
      outcomes.push(own);
    });
  }
  return { outcomes, constants };
}

/** Channel and promotion are learnt as habits apart: of what was tried, their chances are multiplied. */
function chancesOf(
  { space, coarse }: Log,
  { encoding: { heads } }: Members,
  { constants }: NetSeries,
): Float32Array {
  const { channels, promotions } = habitFromHeads(constants, heads, space);
  const products = coarse.places.map((at) => channels[at.channel]! * promotions[at.promotion]!);
  const all = products.reduce((total, chance) => total + chance, 0);
  return Float32Array.from(products, (chance) => (all > 0 ? chance / all : 0));
}
