// Replicates the off-policy evaluation in worlds whose truth is known. Each replication has a log by the merchandiser,
// a plan softened by a regression on earlier launches, and its true value.

import { effectiveSize, mean, sum } from '#core/base/statistics/statistics.ts';
import {
  policyGains,
  policyValues,
  sumsOf,
  type EstimatorName,
  type Estimates,
} from '#core/evaluation/off-policy/estimators.ts';
import {
  bootstrapErrors,
  intervalAround,
  type Interval,
} from '#core/evaluation/off-policy/intervals.ts';
import { launchTerms } from '#core/evaluation/off-policy/launch-terms.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import { gainBounder, statedOdds } from '#core/evaluation/off-policy/sensitivity.ts';
import { softmaxPolicy } from '#core/evaluation/off-policy/softmax-policy.ts';
import { seededRandom } from '#core/base/random.ts';
import { evaluatePlan } from '#core/evaluation/off-policy/policy-evaluation.ts';
import type { PolicyVerdict } from '#core/evaluation/off-policy/policy-verdict.ts';
import { estimatedChances } from './estimated-chances.ts';
import type { Habit } from './mixed-habit.ts';
import {
  chosenLaunches,
  outcome,
  possibleLaunches,
  type ChosenLaunch,
  type WorldModule,
} from './merchandiser-log.ts';
import { fitProfitModel, type ProfitModel } from './profit-model.ts';

export interface Judged {
  /** Effective sample size. */
  readonly effective: number;
  readonly trueValue: number;
  readonly trueGain: number;
  readonly values: Estimates;
  readonly gains: Estimates;
  /** 90% intervals of the gain. */
  readonly intervals: Readonly<Record<EstimatorName, Interval>>;
}

interface Bounded extends Judged {
  /** 90% bound on the gain, at the replication's odds. */
  readonly bound: Interval;
  /** Verdict that the page would show; null if it would show none. */
  readonly verdict: PolicyVerdict | null;
}

export interface Replication {
  readonly estimated: Bounded;
  /** The same with the merchandiser's true propensities, which no shop knows. */
  readonly known: Judged;
  /** Odds by which hidden reasons are allowed to matter, from the strongest input. */
  readonly odds: number;
}

export interface Sizes {
  /** Launches before the log, from which the regression learns. */
  readonly learnt: number;
  readonly logged: number;
  /** Further launches over which the truth is averaged, in addition to the log. */
  readonly judging: number;
}

/** Returns a replication for each habit, in the same world with the same products. */
export function replicate(
  worlds: WorldModule,
  seed: number,
  { habits, sizes }: { readonly habits: readonly Habit[]; readonly sizes: Sizes },
): Replication[] {
  const count = sizes.learnt + sizes.logged + sizes.judging;
  const { launches, w } = possibleLaunches(worlds, { kind: 'a', seed, count });
  return habits.map((habit) => {
    const chosen = chosenLaunches(worlds, launches, { seed, habit });
    return evaluated(worlds, chosen, { w, seed, sizes });
  });
}

function evaluated(
  worlds: WorldModule,
  launches: readonly ChosenLaunch[],
  {
    w,
    seed,
    sizes: { learnt, logged },
  }: { readonly w: unknown; readonly seed: number; readonly sizes: Sizes },
): Replication {
  const luck = worlds.random(seed * 17 + 5);
  const came = (launch: ChosenLaunch) => outcome(worlds, w, launch, luck);
  const made = launches.slice(0, learnt + logged);
  const past = made.slice(0, learnt);
  const money = { fees: worlds.FEE, discounts: worlds.DISCOUNT };
  const pastUnits = Float64Array.from(past, (launch) => came(launch).units);
  const model = fitProfitModel(past, pastUnits, money);
  const seen = made.slice(learnt);
  const rewards = Float64Array.from(seen, (launch) => came(launch).profit);
  const others = launches.slice(learnt + logged);
  const { made: ofMade, others: ofOthers, strongest } = estimatedChances(worlds, made, others);
  const width = seen[0]!.actions.length;
  const ofBoth = [
    logOf(seen, rewards, model),
    logOf(others, new Float64Array(others.length), model),
  ];
  const judgedBy = (...chances: [ofSeen: Float64Array, ofOthers: Float64Array]) => {
    const logs = ofBoth.map((log, k) => ({ ...log, propensities: Float32Array.from(chances[k]!) }));
    return { ...judge(logs[0]!, seed), ...truth([seen, others], logs) };
  };
  const estimated = {
    ...ofBoth[0]!,
    propensities: Float32Array.from(ofMade.subarray(learnt * width)),
    strongest,
  };
  const { odds } = statedOdds(estimated);
  const evaluation = evaluatePlan(estimated);
  return {
    estimated: {
      ...judgedBy(ofMade.subarray(learnt * width), ofOthers),
      bound: gainBounder(estimated, softmaxPolicy(estimated), 'wide')(odds),
      verdict: evaluation.kind === 'estimated' ? evaluation.verdict : null,
    },
    known: judgedBy(chancesOf(seen), chancesOf(others)),
    odds,
  };
}

function judge(log: LoggedLaunches, seed: number): Omit<Judged, 'trueValue' | 'trueGain'> {
  const terms = launchTerms(log, softmaxPolicy(log));
  const sums = sumsOf(terms);
  const gains = policyGains(sums);
  const errors = bootstrapErrors(terms, policyGains, { random: seededRandom(seed) });
  return {
    effective: effectiveSize(terms.weight),
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

function chancesOf(launches: readonly ChosenLaunch[]): Float64Array {
  return Float64Array.from(launches.flatMap(({ chances }) => chances));
}

function logOf(
  launches: readonly ChosenLaunch[],
  reward: Float64Array,
  model: ProfitModel,
): Omit<LoggedLaunches, 'propensities'> {
  const actions = launches[0]!.actions;
  return {
    count: launches.length,
    strongest: null,
    actions: actions.map(({ channel, promo }) => ({
      channel: String(channel),
      promotion: String(promo),
    })),
    taken: Uint16Array.from(launches, ({ taken }) => taken),
    reward,
    objective: 'profit',
    expected: Float32Array.from(launches.flatMap((launch) => [...model(launch)])),
  };
}

/** Returns the plan's true profit per launch, averaged over these launches, and its gain over the baseline policy. */
function truth(parts: readonly (readonly ChosenLaunch[])[], logs: readonly LoggedLaunches[]) {
  const launches = parts.flat();
  const width = launches[0]!.actions.length;
  const policy = logs.flatMap((log) => [...softmaxPolicy(log)]);
  const under = (chanceOf: (i: number, a: number) => number) =>
    mean(launches.map(({ profits }, i) => sum(profits.map((own, a) => own * chanceOf(i, a)))));
  const trueValue = under((i, a) => policy[i * width + a]!);
  const done = under((i, a) => launches[i]!.chances[a]!);
  return { trueValue, trueGain: trueValue - done };
}
