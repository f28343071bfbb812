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

/** The plan with one of its alternatives in its place; the plan itself takes that one's. */
export function withAlternative(plan: LaunchPlan, index: number): LaunchPlan {
  const chosen = plan.alternatives[index];
  if (!chosen) return plan;
  const { kind, ...launch } = chosen;
  const { action, outcome, odds, funnel, support } = plan;
  const first = { kind, action, outcome, odds, funnel, support };
  return {
    ...plan,
    ...launch,
    alternatives: plan.alternatives.map((each, i) => (i === index ? first : each)),
  };
}
