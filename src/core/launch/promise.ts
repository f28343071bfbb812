// What a plan promises in what is aimed at: plans are ranked by it.

import type { Objective } from './aim.ts';
import type { LaunchPlan, OutcomeRange, PlannedLaunch, UsualPractice } from './launch-plan.ts';

type Forecasted = Pick<PlannedLaunch | UsualPractice, 'outcome' | 'odds'>;

export function promiseOf({ outcome, odds }: Forecasted, objective: Objective): number {
  return objective === 'sell-through'
    ? odds.sellThrough
    : (outcome[objective] ?? outcome.units).expected;
}

export function bestFirst(plans: readonly LaunchPlan[], objective: Objective): LaunchPlan[] {
  return [...plans].sort((a, b) => promiseOf(b, objective) - promiseOf(a, objective));
}

/** An outcome that has a range. Sell-through has none: beside it stands what the sold pieces earn, or how many they are. */
export type Measure = 'profit' | 'revenue' | 'units';

export function measureFor(objective: Objective, { outcome }: Forecasted): Measure {
  if (objective !== 'sell-through') return objective;
  return outcome.profit ? 'profit' : 'units';
}

/** Units are always there. */
export function measuredRange({ outcome }: Forecasted, measure: Measure): OutcomeRange {
  return outcome[measure] ?? outcome.units;
}
