import type { Day } from '#core/base/dates.ts';
import { stageOf, type AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { launchedOn } from '#core/ledger/entries/results-as-launches.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';

const SOON_DAYS = 14;

/** Returns the adopted plans not launched yet, soonest first. */
export function aheadOf(entries: readonly AdoptedPlan[], today: Day): AdoptedPlan[] {
  return entries
    .filter((entry) => stageOf(entry, today) === 'planned')
    .sort((a, b) => launchedOn(a) - launchedOn(b) || a.id - b.id);
}

/** Returns the adopted plans whose horizon is over and whose results are not known. */
export function dueOf(entries: readonly AdoptedPlan[], today: Day): AdoptedPlan[] {
  return entries.filter((entry) => stageOf(entry, today) === 'due');
}

/** Returns, for example, "3 launches in the next two weeks, 2 results to enter". */
export function homeFinding(entries: readonly AdoptedPlan[], today: Day): string {
  const soon = aheadOf(entries, today).filter((each) => launchedOn(each) < today + SOON_DAYS);
  const due = dueOf(entries, today).length;
  const parts = [soon.length > 0 ? m.home_soon(tally(soon.length)) : m.home_nothing_soon()];
  if (due > 0) parts.push(m.home_due(tally(due)));
  return parts.join(m.format_comma());
}
