// What sets a plan apart from another one, and a plan with another one in its place.

import { SEASON_WEEKS, weeksApart } from './good-cells.ts';
import type { AlternativePlan, LaunchAction, LaunchPlan } from './launch-plan.ts';

/** The first of these that is true of it beside the plan. */
export function kindBeside(plan: LaunchAction, other: LaunchAction): AlternativePlan['kind'] {
  if (plan.channel !== other.channel) return 'other-channel';
  const isNear = weeksApart(plan.launchDay, other.launchDay) < SEASON_WEEKS;
  return isNear ? 'other-offer' : 'other-season';
}

/** The plan with one of its alternatives in its place; the plan itself takes that one's. */
export function withAlternative(plan: LaunchPlan, index: number): LaunchPlan {
  const chosen = plan.alternatives[index];
  if (!chosen) return plan;
  const { kind, ...launch } = chosen;
  const { action, outcome, odds, funnel, support, returnRate, rating, money } = plan;
  const first: AlternativePlan = {
    ...{ kind, action, outcome, odds, funnel, support },
    ...(returnRate === undefined ? {} : { returnRate }),
    ...(rating === undefined ? {} : { rating }),
    ...(money === undefined ? {} : { money }),
  };
  const others = plan.alternatives.map((each, i) => (i === index ? first : each));
  return {
    ...plan,
    ...launch,
    alternatives: others.map((other) => ({
      ...other,
      kind: kindBeside(launch.action, other.action),
    })),
  };
}
