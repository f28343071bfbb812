// Describes weak support for a plan, briefly enough for a list row, and picks the plan that may be called the safest.

import { isWellSupported } from '#core/planning/plan/well-supported.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import type { IconName } from '#components/ui/icons/icons.ts';
import { triedWords } from './plan-words.ts';
import { promiseWords, type Promised } from './promise-words.ts';

interface Doubt {
  readonly icon: IconName;
  readonly text: string;
}

/** Returns a doubt about a plan; null if there are enough precedents. */
export function doubtOf(launch: Promised): Doubt | null {
  const promise = promiseWords(launch);
  if (promise) return promise.icon === 'tick' ? null : promise;
  const { support } = launch;
  if (isWellSupported(support)) return null;
  if (support.alike > 0)
    return { icon: 'note', text: m.plan_doubt_thin({ tried: triedWords(support) }) };
  const text = support.anywhere > 0 ? m.plan_doubt_none() : m.plan_doubt_untried();
  return { icon: 'warn', text };
}

/**
 * Returns the index of the plan with the best bad case, the low end of its 80% range. Returns -1 for fewer than two
 * plans, or where that plan lacks support: a range based on little shows no safety.
 */
export function safestOf(plans: readonly (Promised & { readonly range: OutcomeRange })[]): number {
  if (plans.length < 2) return -1;
  const lows = plans.map(({ range }) => range.low80);
  const best = lows.indexOf(Math.max(...lows));
  const { support, promise } = plans[best]!;
  return isWellSupported(support) && promise !== 'assumption' ? best : -1;
}
