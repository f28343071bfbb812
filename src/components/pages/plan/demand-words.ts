import { WEEK_DAYS } from '#core/demand/series/demand-panel.ts';
import type { LaunchPlan, PlannedDemand } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';
import { formatChange } from '#components/words/numbers.ts';

/** Smaller differences are not worth a number. */
const LEAST_SHARE = 0.02;
/** Longer after the last known week, the level may have changed. */
const LONG_WEEKS = 13;

/** Returns demand against its usual level: "+20%". */
export function demandValue({ factor }: PlannedDemand): string {
  const by = factor - 1;
  if (Math.abs(by) < LEAST_SHARE) return m.outlook_plan_usual();
  return formatChange(by);
}

/** Returns what the figure says, how far from the launch the last known week is, and whose season it is. */
export function demandNotes(
  { knownWeek, isBorrowed }: PlannedDemand,
  { product, action }: Pick<LaunchPlan, 'product' | 'action'>,
): string[] {
  const weeks = Math.round((action.launchDay - knownWeek) / WEEK_DAYS);
  const known =
    weeks > LONG_WEEKS
      ? m.outlook_plan_old({ ...tally(weeks), day: formatDay(knownWeek) })
      : m.outlook_plan_known({ day: formatDay(knownWeek) });
  const borrowed = isBorrowed ? [m.outlook_plan_borrowed()] : [];
  return [m.outlook_plan_note({ category: product.category }), known, ...borrowed];
}
