import { shortTitle } from '#core/base/text/short-title.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { CalendarWords } from '#core/files/calendar/plan-ics.ts';
import { m } from '#messages';
import { formatWeekday } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import { sentences } from '#components/words/sentences.ts';
import { pieceWords } from '../odds-words.ts';
import { asPlainText } from './as-plain-text.ts';
import { decisionWords, outcomeWords } from './brief-words.ts';

/** Texts of the calendar events for the day of a launch and the day to order for it. */
export const calendarWords: CalendarWords = {
  launch: (plan, due) => ({
    summary: asPlainText(m.take_launch_event({ title: titleOf(plan) })),
    description: asPlainText(
      [
        decisionWords(plan),
        ...(due === null ? [] : [m.take_due_launch({ amount: formatMoney(due) })]),
        ...outcomeWords(plan),
      ].join('\n'),
    ),
  }),
  order: (plan, due) => {
    const { stockUnits, launchDay } = plan.action;
    const facts = { pieces: pieceWords(stockUnits), day: formatWeekday(launchDay) };
    return {
      summary: asPlainText(m.take_order_event({ title: titleOf(plan) })),
      description: asPlainText(
        sentences(
          m.take_order_for(facts),
          due === null ? '' : m.take_due_order({ amount: formatMoney(due) }),
        ),
      ),
    };
  },
};

function titleOf({ product }: LaunchPlan): string {
  return shortTitle(product.title || product.id);
}
