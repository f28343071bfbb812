import { expect, it } from 'vitest';
import { asPlainText } from '#components/pages/plan/take-away/as-plain-text.ts';
import { decisionWords, outcomeWords } from '#components/pages/plan/take-away/brief-words.ts';
import { calendarWords } from '#components/pages/plan/take-away/calendar-words.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
import {
  sampleAction,
  SAMPLE_MONDAY,
  samplePlan,
  sampleProduct,
} from '../../../../support/ranking.ts';

it('says on the day of a launch what to do and what to expect', () => {
  const plan = samplePlan();
  const [, ...money] = outcomeWords(plan).map(asPlainText);
  expect(calendarWords.launch(plan, 448)).toEqual({
    summary: m.take_launch_event({ title: 'Red mug' }),
    description: [
      ...[decisionWords(plan), m.take_due_launch({ amount: '448' })],
      ...['Demand forecast: about 120, likely 78–190', ...money],
    ].join('\n'),
  });
});

it('says on the day of an order exactly how much to order, and for when', () => {
  const plan = samplePlan({ action: sampleAction({ stockUnits: 1_165 }) });
  expect(calendarWords.order(plan, 1398, SAMPLE_MONDAY - 30)).toEqual({
    summary: m.take_order_event({ title: 'Red mug' }),
    description: '1,165 units, for the launch on Monday 9 March. Due today: 1,400.',
  });
});

it('names a product without a title by its number, and no money where none is known', () => {
  const plan = samplePlan({ product: sampleProduct({ title: '' }) });
  const launch = calendarWords.launch(plan, null);
  expect(launch.summary).toBe(m.take_launch_event({ title: '0012' }));
  expect(launch.description.split('\n')).toHaveLength(4);
  const order = { pieces: m.take_pieces(tally(160)), day: 'Monday 9 March' };
  expect(calendarWords.order(plan, null, 0).description).toBe(m.take_order_for(order));
});
