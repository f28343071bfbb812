import { betterInSteps, type NoTry, type SmallestTry } from '#core/planning/try/smallest-try.ts';
import type { TwoStagePolicy } from '#core/planning/try/two-stage-policy.ts';

/** A first order, and what is reordered after two weeks. */
export interface OrderSteps {
  readonly policy: TwoStagePolicy;
  /** Share of the demand until the reorder arrives, 0–1. */
  readonly arrivedShare: number;
}

/** Returns the two steps that earn most; null where a plan has no sensible first order. */
export function orderSteps(found: SmallestTry | NoTry | null): OrderSteps | null {
  if (found === null || typeof found === 'string') return null;
  return {
    policy: betterInSteps(found) ?? found.bestWithin,
    arrivedShare: found.pace.arrivedShare,
  };
}

/** Returns the units that a policy reorders after so many sold. */
export function reorderAfter({ steps }: TwoStagePolicy, sold: number): number {
  return steps.findLast(({ fromUnits }) => sold >= fromUnits)?.orderUnits ?? 0;
}
