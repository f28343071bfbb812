import { mondayOnOrAfter, monthStart, type Day } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

type Dated = Pick<LaunchPlan, 'action'>;

export interface LaunchMonth<Plan extends Dated> {
  readonly firstDay: Day;
  /** Plans by launch day; within a day, in the order given. */
  readonly plans: readonly Plan[];
}

/** Groups plans by month, in order. Months without a launch are left out. */
export function launchMonths<Plan extends Dated>(plans: readonly Plan[]): LaunchMonth<Plan>[] {
  const inOrder = [...plans].sort((a, b) => a.action.launchDay - b.action.launchDay);
  const firstDays = new Set(inOrder.map(({ action }) => monthStart(action.launchDay)));
  return [...firstDays].map((firstDay) => ({
    firstDay,
    plans: inOrder.filter(({ action }) => monthStart(action.launchDay) === firstDay),
  }));
}

interface LaunchWeek {
  readonly monday: Day;
  readonly count: number;
}

/** Counts the launches of each week from the first launch to the last, including weeks without one. */
export function launchWeeks(plans: readonly Dated[]): LaunchWeek[] {
  const mondays = plans.map(({ action }) => mondayOnOrBefore(action.launchDay));
  if (mondays.length === 0) return [];
  const first = Math.min(...mondays);
  const weekCount = (Math.max(...mondays) - first) / 7 + 1;
  return Array.from({ length: weekCount }, (_, week) => {
    const monday = first + 7 * week;
    return { monday, count: mondays.filter((other) => other === monday).length };
  });
}

function mondayOnOrBefore(day: Day): Day {
  return mondayOnOrAfter(day - 6);
}
