import type { Day } from '#core/dates.ts';
import type { LaunchPlan } from '#core/launch/launch-plan.ts';
import { m } from '#messages';
import { formatMonth } from '../format.ts';

/** The months of the first and the last launch, "Nov 2026–Nov 2027"; at least one plan. */
export function seasonWords(plans: readonly LaunchPlan[]): string {
  return spanWords(plans.map(({ action }) => action.launchDay));
}

/** The months of the first and the last of some days; at least one. */
export function spanWords(days: readonly Day[]): string {
  const from = formatMonth(Math.min(...days));
  const to = formatMonth(Math.max(...days));
  return from === to ? from : m.calendar_span({ from, to });
}
