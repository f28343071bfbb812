// What sets a plan apart from another one, and a plan with another one in its place.

import { SEASON_WEEKS, weeksApart } from './good-cells.ts';
import type { AlternativePlan, LaunchAction, LaunchPlan, PlannedLaunch } from './launch-plan.ts';

/** The first of these that is true of it beside the plan. */
export function kindBeside(plan: LaunchAction, other: LaunchAction): AlternativePlan['kind'] {
  if (plan.channel !== other.channel) return 'other-channel';
  const isNear = weeksApart(plan.launchDay, other.launchDay) < SEASON_WEEKS;
  return isNear ? 'other-offer' : 'other-season';
}

/** Of a plan, what is said of the launch itself; nothing of the product or of what else could be done. */
export function launchOf(plan: PlannedLaunch): PlannedLaunch {
  const { action, outcome, odds, funnel, support } = plan;
  const { promise, sensitivity, returnRate, rating, money } = plan;
  return {
    ...{ action, outcome, odds, funnel, support },
    ...(promise === undefined ? {} : { promise }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(returnRate === undefined ? {} : { returnRate }),
    ...(rating === undefined ? {} : { rating }),
    ...(money === undefined ? {} : { money }),
  };
}

/** The plan with one of its alternatives in its place; the plan itself takes that one's. */
export function withAlternative(plan: LaunchPlan, index: number): LaunchPlan {
  const chosen = plan.alternatives[index];
  if (!chosen) return plan;
  const launch = launchOf(chosen);
  const first = { ...launchOf(plan), kind: chosen.kind };
  const others = plan.alternatives.map((each, i) => (i === index ? first : each));
  const { product, usual, verdict, notes, surface } = plan;
  return {
    ...launch,
    ...{ product, usual, verdict, notes, surface },
    alternatives: others.map((other) => ({
      ...other,
      kind: kindBeside(launch.action, other.action),
    })),
  };
}
