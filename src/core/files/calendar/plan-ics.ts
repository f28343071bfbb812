import { writeCalendar, type CalendarEvent } from './write-ics.ts';
import type { Day } from '#core/base/dates.ts';
import { stockDue } from '#core/planning/cash/plan-cash.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { orderDay, plansToLaunch } from '#core/planning/plan/open-tasks.ts';

type EventWords = Pick<CalendarEvent, 'summary' | 'description'>;

/** Texts of the calendar events, in the seller's language. */
export interface CalendarWords {
  /** @param due what is paid for the stock on that day; null where not known, or nothing is */
  readonly launch: (plan: LaunchPlan, due: number | null) => EventWords;
  readonly order: (plan: LaunchPlan, due: number | null, orderDay: Day) => EventWords;
}

const MINUTE_MS = 60_000;

/**
 * Writes an event for each recommended launch and one for the order of its stock. Both remind of themselves, and say
 * what is due for the stock; the balance is due on the launch day. A later file updates the same events.
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
  const { deposit, balance } = stockDue(plan, aim) ?? { deposit: null, balance: null };
  const { launchDay } = plan.action;
  const launch = { uid: uid('launch'), day: launchDay, ...words.launch(plan, balance) };
  const day = orderDay(plan, aim);
  if (day === null) return [launch];
  return [launch, { uid: uid('order'), day, ...words.order(plan, deposit, day) }];
}

/** Escapes text so that different texts stay different in characters that every calendar program keeps. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, (other) => `_${other.codePointAt(0)!.toString(16)}_`);
}
