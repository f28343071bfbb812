// How far the history stands behind a plan, short enough for a row of a list, and which plan may be called the safest.

import { isWellSupported } from '#core/launch/well-supported.ts';
import type { OutcomeRange } from '#core/launch/launch-plan.ts';
import { m } from '#messages';
import type { IconName } from '../layout/icons.ts';
import { triedWords } from './plan-wording.ts';
import { promiseWords, type Promised } from './promise-words.ts';

interface Doubt {
  readonly icon: IconName;
  readonly text: string;
}

/** null where enough like it was done before. */
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

/** Which plan has the best bad case, where the history stands behind it: a range that little is known of calls nothing safe. -1: none. */
export function safestOf(plans: readonly (Promised & { readonly range: OutcomeRange })[]): number {
  if (plans.length < 2) return -1;
  const lows = plans.map(({ range }) => range.low80);
  const best = lows.indexOf(Math.max(...lows));
  const { support, promise } = plans[best]!;
  return isWellSupported(support) && promise !== 'assumption' ? best : -1;
}
