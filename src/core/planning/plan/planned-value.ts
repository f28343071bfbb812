// The expected objective of a plan, by which plans are ranked, and the range shown with it.

import type { Objective } from './aim.ts';
import type { LaunchPlan, OutcomeRange, PlannedLaunch, UsualPractice } from './launch-plan.ts';

type Forecasted = Pick<PlannedLaunch | UsualPractice, 'outcome' | 'odds'>;

/** Returns the expected objective; expected units where revenue or profit is not known. */
export function plannedValue({ outcome, odds }: Forecasted, objective: Objective): number {
  return objective === 'sell-through'
    ? odds.sellThrough
    : (outcome[objective] ?? outcome.units).expected;
}

/** Sorts plans by expected objective, highest first. */
export function bestFirst(plans: readonly LaunchPlan[], objective: Objective): LaunchPlan[] {
  return [...plans].sort((a, b) => plannedValue(b, objective) - plannedValue(a, objective));
}

/** An outcome that has a range. Sell-through has none; profit or units are shown with it. */
export type Measure = 'profit' | 'revenue' | 'units';

/** Returns the outcome whose range is shown for an objective. */
export function measureFor(objective: Objective, { outcome }: Forecasted): Measure {
  if (objective !== 'sell-through') return objective;
  return outcome.profit ? 'profit' : 'units';
}

/** Returns the range of a measure; that of units where the measure is not known. */
export function measuredRange({ outcome }: Forecasted, measure: Measure): OutcomeRange {
  return outcome[measure] ?? outcome.units;
}
