import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { CalendarWords } from '#core/files/calendar/plan-ics.ts';
import { m } from '#messages';
import { formatWeekday } from '#components/words/dates.ts';
import { pieceWords } from '../odds-words.ts';
import { asPlainText } from './as-plain-text.ts';
import { decisionWords, outcomeWords } from './brief-words.ts';

/** Texts of the calendar events for the day of a launch and the day to order for it. */
export const calendarWords: CalendarWords = {
  launch: (plan) => ({
    summary: asPlainText(m.take_launch_event({ title: titleOf(plan) })),
    description: asPlainText([decisionWords(plan), ...outcomeWords(plan)].join('\n')),
  }),
  order: (plan) => {
    const { stockUnits, launchDay } = plan.action;
    const facts = { pieces: pieceWords(stockUnits), day: formatWeekday(launchDay) };
    return {
      summary: asPlainText(m.take_order_event({ title: titleOf(plan) })),
      description: asPlainText(m.take_order_for(facts)),
    };
  },
};

function titleOf({ product }: LaunchPlan): string {
  return product.title || product.id;
}
