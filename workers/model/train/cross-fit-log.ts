// Logs past launches as decisions, by base models that had seen none of them. The log has the propensity of each coarse
// action, and the reward that the blend expects of it. Rewards are averaged over the kernel's weeks and prices. Only
// launches after the backtest origins are logged, so that no model scores a launch it was trained on (forward
// cross-fitting).

import { encodeProducts } from '#core/model/features/product-encoder.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import type { ForecastErrors } from '#core/model/blend/forecast-errors.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { lastLaunchDay } from '#core/launch/launch-table.ts';
import type { BlendWeights } from '#core/model/blend/blend.ts';
import { headOffsets } from '#core/model/outcomes/heads.ts';
import { outputCount } from '#core/model/net/net.ts';
import type { ProductSeries } from '#core/evaluation/off-policy/choice-scores.ts';
import {
  actionTaken,
  coarseActions,
  launchOffers,
} from '#core/evaluation/off-policy/logged-offers.ts';
import {
  launchRewards,
  moneyUnder,
  rewardOf,
  type LaunchRewards,
} from '#core/evaluation/off-policy/launch-reward.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import { headStarts } from '#learning/network.ts';
import { productCoefficients } from '#learning/predict-outputs.ts';
import { expectedRewards, type ChoiceQuestion } from './expected-rewards.ts';
import { fitPropensities } from './fit-propensities.ts';
import type { Members } from '../members/members.ts';
import type { FitRequest } from '../members/fit-request.ts';

/** Most launches logged, the newest. More make estimates more precise than they need to be, and take space. */
const MOST_LAUNCHES = 2000;

/** Launches that some base models had not seen. */
export interface UnseenLaunches {
  readonly members: Members;
  readonly rows: Uint32Array;
}

/**
 * Returns the log; `parts` come oldest first. Null where there is no choice between actions, or no launch had one of
 * them.
 * @param errors errors of forecasts of unseen launches, which give the mean of units sold from the median
 */
export async function crossFitLog(
  { table, engine, clock }: Pick<FitRequest, 'table' | 'engine' | 'clock'>,
  parts: readonly UnseenLaunches[],
  { blend, errors }: { readonly blend: BlendWeights; readonly errors: ForecastErrors },
): Promise<LoggedLaunches | null> {
  const { basis, encoder } = parts.at(-1)!.members.encoding;
  const space = deriveActionSpace(table, basis, lastLaunchDay(table));
  const coarse = coarseActions(table, space);
  if (coarse.actions.length < 2) return null;
  const spread = demandSpread(errors.residuals, errors.rangeWidth);
  const log = { table, coarse, blend, spread, level: errors.level };
  const chosen = newestOf(log, parts);
  const rows = Uint32Array.from(chosen.flatMap((part) => [...part.rows]));
  if (rows.length === 0) return null;
  const rewards = launchRewards(table, rows);
  const width = coarse.actions.length;
  const habit = await fitPropensities({ table, clock }, coarse, { encoder, asked: rows });
  const expected = new Float32Array(rows.length * width);
  let at = 0;
  for (const { members, rows: own } of chosen) {
    const x = encodeProducts(members.encoding.encoder, table, own);
    const net = await productCoefficients(members.net, x, own.length, engine);
    const economics = rewards.economics.slice(at, at + own.length);
    const { objective } = rewards;
    const ask = expectedRewards(log, members, { rows: own, x, economics, objective });
    for (let i = 0; i < own.length; i++, at++) {
      expected.set(ask(i, seriesOfNet(net, members, { i, rows: own.length })), at * width);
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
    ...habit,
    expected,
  };
}

/** Returns the newest launches that had one of the actions, at most MOST_LAUNCHES. */
function newestOf(
  { table, coarse }: ChoiceQuestion,
  parts: readonly UnseenLaunches[],
): UnseenLaunches[] {
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
  { table, coarse }: ChoiceQuestion,
  { objective, economics }: LaunchRewards,
  { row, i }: { readonly row: number; readonly i: number },
): number {
  const taken = actionTaken(coarse, table, row);
  const offer = launchOffers(coarse, table, { row, taken })[taken]!;
  return rewardOf(objective, table.units[row]!, moneyUnder(economics[i]!, offer));
}

/** Returns the network's coefficients for one product: for each member those of its outcome heads, offsets included. */
function seriesOfNet(
  coefficients: Float32Array,
  { net: { shape }, encoding: { heads } }: Members,
  { i, rows }: { readonly i: number; readonly rows: number },
): ProductSeries {
  const starts = headStarts(shape);
  const outputs = outputCount(shape);
  const offsets = headOffsets(heads);
  return Array.from({ length: shape.members }, (_, member) => {
    const from = (member * rows + i) * outputs;
    return heads.outcomes.map((_head, head) => {
      const start = from + starts[head]!;
      const own = Float64Array.from(coefficients.subarray(start, start + shape.heads[head]!.basis));
      own[0]! += offsets[head]!;
      return own;
    });
  }).flat();
}
