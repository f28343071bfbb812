// Decides whether to launch at all. It advises against a launch if every tried price loses money or no plan is expected
// to earn anything. It also does so if a loss is more likely than a profit. Launches beyond the number that can be made
// are displaced by better products.

import type { ForecastOutcome, LaunchPlan, PlanOdds, Verdict } from './launch-plan.ts';

/** Chance of a loss above which launching is not recommended. */
const LIKELY = 0.5;

/**
 * Returns the verdict on a launch.
 * @param canEarn whether any offer has a positive margin; true where costs are not known
 */
export function verdictOf(
  {
    outcome,
    odds,
  }: {
    readonly outcome: Pick<ForecastOutcome, 'profit'>;
    readonly odds: Pick<PlanOdds, 'loss'>;
  },
  canEarn: boolean,
): Verdict {
  if (!canEarn) return { kind: 'negative-margin' };
  if (outcome.profit && outcome.profit.expected <= 0) return { kind: 'loses-money' };
  if (odds.loss !== null && odds.loss > LIKELY) return { kind: 'loss-likely' };
  return { kind: 'launch' };
}

/** Marks the plans beyond the possible number of launches; `plans` are sorted, most promising first. */
export function displaced(plans: readonly LaunchPlan[], mostLaunches: number | null): LaunchPlan[] {
  let left = mostLaunches ?? Infinity;
  return plans.map((plan) => {
    if (plan.verdict.kind !== 'launch') return plan;
    return left-- > 0 ? plan : { ...plan, verdict: { kind: 'displaced' } };
  });
}
