// Repairs results entered by hand whose launch day was stored a century early, because each typed digit of a year was
// taken as a year: 2026 became 1926.

import type { Day } from '#core/base/dates.ts';
import { meantDay } from '#core/base/usual-day.ts';
import { actualOf, withResult, type AdoptedPlan } from './adopted-plan.ts';

/** Returns whether a result was entered by hand with such a day. */
export function hasMisreadDay({ actual }: Pick<AdoptedPlan, 'actual'>): boolean {
  return (
    actual?.source === null && actual.launchDay !== null && meantDay(actual.launchDay) !== null
  );
}

/**
 * Returns the entry with its launch day a century later; the time of recording stays, and the old figure is kept among
 * the others. Returns the same entry where no day was misread.
 */
export function withMeantDay(entry: AdoptedPlan, today: Day): AdoptedPlan {
  const { actual } = entry;
  if (!actual || !hasMisreadDay(entry)) return entry;
  const launchDay = meantDay(actual.launchDay!);
  return withResult(entry, actualOf(entry, { ...actual, launchDay }, { ...actual, today }));
}
