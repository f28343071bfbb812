// Results entered by hand whose launch day was stored a century early, since each digit of a year was taken for a year: 2026 became 1926.

import type { Day } from '../dates.ts';
import { meantDay } from '../usual-day.ts';
import { actualOf, withActual, type AdoptedPlan } from './adopted-plan.ts';

export function hasMisreadDay({ actual }: Pick<AdoptedPlan, 'actual'>): boolean {
  return (
    actual?.source === null && actual.launchDay !== null && meantDay(actual.launchDay) !== null
  );
}

/** Its launch day a century later; what was told stays told when it was, and what stood there is kept beside it. */
export function withMeantDay(entry: AdoptedPlan, today: Day): AdoptedPlan {
  const { actual } = entry;
  if (!actual || !hasMisreadDay(entry)) return entry;
  const launchDay = meantDay(actual.launchDay!);
  return withActual(entry, actualOf(entry, { ...actual, launchDay }, { ...actual, today }));
}
