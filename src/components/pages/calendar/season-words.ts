import type { Day } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { formatMonth } from '#components/words/dates.ts';

/** Returns the months of the first and the last launch, such as "Nov 2026–Nov 2027"; expects at least one plan. */
export function seasonWords(plans: readonly LaunchPlan[]): string {
  return spanWords(plans.map(({ action }) => action.launchDay));
}

/** Returns the months of the first and the last of these days; expects at least one. */
export function spanWords(days: readonly Day[]): string {
  const from = formatMonth(Math.min(...days));
  const to = formatMonth(Math.max(...days));
  return from === to ? from : m.calendar_span({ from, to });
}
