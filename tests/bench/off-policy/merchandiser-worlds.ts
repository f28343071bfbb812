// Replications in worlds whose truth is known: a log by the merchandiser, a plan softened by a regression on earlier launches, and what
// that plan would really have earned.

import { mean, sum } from '#core/statistics.ts';
import {
  policyGains,
  policyValues,
  sumsOf,
  type EstimatorName,
  type Estimates,
} from '#core/off-policy/estimators.ts';
import { bootstrapErrors, intervalAround, type Interval } from '#core/off-policy/intervals.ts';
import { effectiveSize, launchTerms } from '#core/off-policy/launch-terms.ts';
import type { LoggedLaunches } from '#core/off-policy/logged-launches.ts';
import { softenedPlan } from '#core/off-policy/softened.ts';
import { seededRandom } from '#core/random.ts';
import {
  outcome,
  possibleLaunches,
  type PossibleLaunch,
  type WorldModule,
} from './merchandiser-log.ts';
import { fitProfitModel, type ProfitModel } from './profit-model.ts';

export interface Replication {
  /** Launches that count. */
  readonly effective: number;
  readonly trueValue: number;
  readonly trueGain: number;
  readonly values: Estimates;
  readonly gains: Estimates;
  /** 90 %, of the gain. */
  readonly intervals: Readonly<Record<EstimatorName, Interval>>;
}

export interface Sizes {
  /** That the regression learns from, before those of the log. */
  readonly learnt: number;
  readonly logged: number;
  /** Over which the truth is averaged, besides those of the log. */
  readonly judging: number;
}

export function replicate(
  worlds: WorldModule,
  seed: number,
  { learnt, logged, judging }: Sizes,
): Replication {
  const { launches, w } = possibleLaunches(worlds, {
    ...{ kind: 'a', seed },
    count: learnt + logged + judging,
  });
  const luck = worlds.random(seed * 17 + 5);
  const came = (launch: PossibleLaunch) => outcome(worlds, w, launch, luck);
  const past = launches.slice(0, learnt);
  const money = { fees: worlds.FEE, discounts: worlds.DISCOUNT };
  const pastUnits = Float64Array.from(past, (launch) => came(launch).units);
  const model = fitProfitModel(past, pastUnits, money);
  const seen = launches.slice(learnt, learnt + logged);
  const rewards = Float64Array.from(seen, (launch) => came(launch).profit);
  const log = logOf(seen, rewards, model);
  const terms = launchTerms(log, softenedPlan(log));
  const sums = sumsOf(terms);
  const gains = policyGains(sums);
  const errors = bootstrapErrors(terms, policyGains, { random: seededRandom(seed) });
  return {
    effective: effectiveSize(terms.weight),
    ...truth(launches.slice(learnt), model),
    values: policyValues(sums),
    gains,
    intervals: {
      direct: intervalAround(gains.direct, errors.direct, 'wide'),
      ips: intervalAround(gains.ips, errors.ips, 'wide'),
      snips: intervalAround(gains.snips, errors.snips, 'wide'),
      dr: intervalAround(gains.dr, errors.dr, 'wide'),
    },
  };
}

function logOf(
  launches: readonly PossibleLaunch[],
  reward: Float64Array,
  model: ProfitModel,
): LoggedLaunches {
  const actions = launches[0]!.actions;
  return {
    count: launches.length,
    actions: actions.map(({ channel, promo }) => ({
      channel: String(channel),
      promotion: String(promo),
    })),
    taken: Uint16Array.from(launches, ({ taken }) => taken),
    reward,
    objective: 'profit',
    propensities: Float32Array.from(launches.flatMap(({ chances }) => chances)),
    expected: Float32Array.from(launches.flatMap((launch) => [...model(launch)])),
  };
}

function truth(launches: readonly PossibleLaunch[], model: ProfitModel) {
  const width = launches[0]!.actions.length;
  const policy = softenedPlan(logOf(launches, new Float64Array(launches.length), model));
  const under = (chanceOf: (i: number, a: number) => number) =>
    mean(launches.map(({ profits }, i) => sum(profits.map((own, a) => own * chanceOf(i, a)))));
  const trueValue = under((i, a) => policy[i * width + a]!);
  const done = under((i, a) => launches[i]!.chances[a]!);
  return { trueValue, trueGain: trueValue - done };
}
