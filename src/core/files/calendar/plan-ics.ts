import { writeCalendar, type CalendarEvent } from './write-ics.ts';
import type { Day } from '#core/base/dates.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { orderDay, plansToLaunch } from '#core/planning/plan/open-tasks.ts';

type EventWords = Pick<CalendarEvent, 'summary' | 'description'>;

/** Texts of the calendar events, in the seller's language. */
export interface CalendarWords {
  readonly launch: (plan: LaunchPlan) => EventWords;
  readonly order: (plan: LaunchPlan, orderDay: Day) => EventWords;
}

const MINUTE_MS = 60_000;

/**
 * Writes an event for each recommended launch and one for the order of its stock. A later file updates the same events.
 * @param madeAt milliseconds since 1970
 */
export function planIcs(
  ranking: Ranking,
  { words, madeAt }: { readonly words: CalendarWords; readonly madeAt: number },
): string {
  const events = plansToLaunch(ranking).flatMap((plan) => eventsOf(plan, ranking, words));
  // The sequence is a 32-bit integer; minutes stay below that for 4,000 years.
  return writeCalendar(events, { madeAt, sequence: Math.floor(ranking.plannedAt / MINUTE_MS) });
}

function eventsOf(plan: LaunchPlan, { datasetId, aim }: Ranking, words: CalendarWords) {
  const uid = (kind: string) => `${kind}-${datasetId}-${plain(plan.product.id)}@debut`;
  const launch = { uid: uid('launch'), day: plan.action.launchDay, ...words.launch(plan) };
  const day = orderDay(plan, aim);
  return day === null ? [launch] : [launch, { uid: uid('order'), day, ...words.order(plan, day) }];
}

/** Escapes text so that different texts stay different in characters that every calendar program keeps. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, (other) => `_${other.codePointAt(0)!.toString(16)}_`);
}
