// Compares a plan with its alternatives, and swaps it with one of them.

import { aboutProduct } from '../plan/about-product.ts';
import { WEEKS_APART, weeksApart } from './diverse-cells.ts';
import type {
  AlternativePlan,
  LaunchAction,
  LaunchPlan,
  PlannedLaunch,
} from '../plan/launch-plan.ts';

/** Returns the first kind of difference that applies: channel, then season, then offer. */
export function kindBeside(plan: LaunchAction, other: LaunchAction): AlternativePlan['kind'] {
  if (plan.channel !== other.channel) return 'other-channel';
  const isNear = weeksApart(plan.launchDay, other.launchDay) < WEEKS_APART;
  return isNear ? 'other-offer' : 'other-season';
}

/** Returns the launch part of a plan, without the product, its alternatives and the comparison. */
export function launchOf(plan: PlannedLaunch): PlannedLaunch {
  const { action, outcome, odds, funnel, support } = plan;
  const { promise, sensitivity, gain, returnRate, rating, ratingRange80, money, parts } = plan;
  return {
    ...{ action, outcome, odds, funnel, support },
    ...(promise === undefined ? {} : { promise }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(gain === undefined ? {} : { gain }),
    ...(returnRate === undefined ? {} : { returnRate }),
    ...(rating === undefined ? {} : { rating }),
    ...(ratingRange80 === undefined ? {} : { ratingRange80 }),
    ...(money === undefined ? {} : { money }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/**
 * Returns the plan with an alternative in its place; the plan itself becomes that alternative. Unchanged where there is
 * none at the index.
 */
export function withAlternative(plan: LaunchPlan, index: number): LaunchPlan {
  const chosen = plan.alternatives[index];
  if (!chosen) return plan;
  const launch = launchOf(chosen);
  const first = { ...launchOf(plan), kind: chosen.kind };
  const others = plan.alternatives.map((each, i) => (i === index ? first : each));
  return {
    ...launch,
    ...aboutProduct(plan),
    verdict: plan.verdict,
    alternatives: others.map((other) => ({
      ...other,
      kind: kindBeside(launch.action, other.action),
    })),
  };
}
