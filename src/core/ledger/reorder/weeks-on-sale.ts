import type { Day } from '#core/base/dates.ts';
import type { AdoptedPlan } from '../entries/adopted-plan.ts';
import { launchedOn } from '../entries/results-as-launches.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';

const WEEK_DAYS = 7;

/**
 * Returns the whole weeks since the launch; null before the first week is over and once the twelve weeks of the weekly
 * curve are.
 */
export function weeksOnSale(entry: AdoptedPlan, today: Day): number | null {
  const weeks = Math.floor((today - launchedOn(entry)) / WEEK_DAYS);
  return weeks >= 1 && weeks < WEEKS ? weeks : null;
}

/** Returns the first day after this many weeks. */
export function dayAfterWeeks(entry: AdoptedPlan, weeks: number): Day {
  return launchedOn(entry) + WEEK_DAYS * weeks;
}
