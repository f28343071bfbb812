// Summarises all forecasts with results: how often ranges held, which channels are biased, and the gain over the usual
// approach.

import { EIGHT_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import { OBJECTIVES, type Objective } from '#core/planning/plan/aim.ts';
import type { AdoptedPlan } from './adopted-plan.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { meanRange, type MeanRange } from './mean-range.ts';
import {
  landingOf,
  logErrorsOf,
  PROMISED_FRACTIONS,
  promisedShare,
  settledEntries,
  valueOverHabit,
  type PromisedFraction,
  type Settled,
} from './promise-outcome.ts';

export interface CoverageSoFar {
  readonly promisedFraction: PromisedFraction;
  /** Mean chance of landing inside, given the stock. */
  readonly promised: number;
  readonly inside: number;
  readonly count: number;
  /** Ends of the 80% interval of the true share inside. */
  readonly low: number;
  readonly high: number;
}

export interface ChannelBias {
  /** Channel; '' where plans name none. */
  readonly channel: string;
  /** Mean of log1p(sold) − log1p(expected): 0.1 is about a tenth more than expected. */
  readonly error: MeanRange;
}

/** Mean gain per launch over the usual approach, by the objective of the plans. */
export interface ValueSoFar {
  readonly objective: Objective;
  readonly promised: number;
  readonly realised: MeanRange;
}

export interface Promises {
  readonly settledCount: number;
  readonly coverage: readonly CoverageSoFar[];
  /** Channels with at least LEAST_IN_CHANNEL results, most results first. */
  readonly bias: readonly ChannelBias[];
  /** Objectives that at least one result measures. */
  readonly value: readonly ValueSoFar[];
}

/** Fewest results that show whether ranges hold. */
export const LEAST_RESULTS = 5;

/** Least number of results on a channel; fewer say nothing about it. */
export const LEAST_IN_CHANNEL = 5;

/** Summarises the standing entries whose result is complete. */
export function promisesOf(entries: readonly AdoptedPlan[]): Promises {
  const settled = settledEntries(entries);
  return {
    settledCount: settled.length,
    coverage: PROMISED_FRACTIONS.map((fraction) => coverageSoFar(settled, fraction)),
    bias: biasByChannel(settled),
    value: OBJECTIVES.flatMap((objective) => valueSoFar(settled, objective) ?? []),
  };
}

function coverageSoFar(
  settled: readonly Settled[],
  promisedFraction: PromisedFraction,
): CoverageSoFar {
  const inside = settled.filter((entry) => landingOf(entry, promisedFraction) === 'in').length;
  const count = settled.length;
  const [low, high] = wilsonInterval(inside / count, count, EIGHT_IN_TEN);
  const promised = mean(settled.map((entry) => promisedShare(entry, promisedFraction)));
  return { promisedFraction, promised, inside, count, low, high };
}

/** Returns the channel of the result, else that of the plan; '' where neither names one. */
export function channelOf({ actual, action }: AdoptedPlan): string {
  return actual?.channel ?? action.channel ?? '';
}

function biasByChannel(settled: readonly Settled[]): ChannelBias[] {
  const channels = [...new Set(settled.map(channelOf))];
  return channels
    .map((channel) => settled.filter((entry) => channelOf(entry) === channel))
    .filter((own) => own.length >= LEAST_IN_CHANNEL)
    .map((own) => ({ channel: channelOf(own[0]!), error: meanRange([...logErrorsOf(own)]) }))
    .sort((a, b) => b.error.count - a.error.count || (a.channel < b.channel ? -1 : 1));
}

function valueSoFar(settled: readonly Settled[], objective: Objective): ValueSoFar | null {
  const values = settled
    .filter((entry) => entry.objective === objective)
    .flatMap((entry) => valueOverHabit(entry) ?? []);
  if (values.length === 0) return null;
  const promised = meanRange(values.map((value) => value.promised)).mean;
  return { objective, promised, realised: meanRange(values.map((value) => value.realised)) };
}
