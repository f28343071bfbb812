// Whether to launch at all. "Do not launch" is an answer too: where every price that was tried loses money on each piece, where no plan
// is expected to earn anything, where a loss is likelier than not, or where better products take all the launches that can be made.

import type { LaunchPlan, PlannedLaunch, Verdict } from './launch-plan.ts';

/** A loss is likelier than not. */
const LIKELY = 0.5;

/** @param canEarn whether any offer leaves something on a piece; true where costs are not known */
export function verdictOf(
  { outcome, odds }: Pick<PlannedLaunch, 'outcome' | 'odds'>,
  canEarn: boolean,
): Verdict {
  if (!canEarn) return { kind: 'negative-margin' };
  if (outcome.profit && outcome.profit.expected <= 0) return { kind: 'loses-money' };
  if (odds.loss !== null && odds.loss > LIKELY) return { kind: 'loss-likely' };
  return { kind: 'launch' };
}

/** Of plans in order of promise, those beyond the number of launches that can be made. */
export function displaced(plans: readonly LaunchPlan[], mostLaunches: number | null): LaunchPlan[] {
  let left = mostLaunches ?? Infinity;
  return plans.map((plan) => {
    if (plan.verdict.kind !== 'launch') return plan;
    return left-- > 0 ? plan : { ...plan, verdict: { kind: 'displaced' } };
  });
}
