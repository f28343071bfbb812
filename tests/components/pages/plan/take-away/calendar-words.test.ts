import { expect, it } from 'vitest';
import { calendarWords } from '#components/pages/plan/take-away/calendar-words.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import {
  sampleAction,
  SAMPLE_MONDAY,
  samplePlan,
  sampleProduct,
} from '../../../../support/ranking.ts';

it('says on the day of a launch what to do and what to expect', () => {
  expect(calendarWords.launch(samplePlan(), 448)).toEqual({
    summary: 'Launch: Red mug',
    description: [
      'Launch on Monday 9 March on Own store, priced at 12.60 with 10% off, so buyers pay 11.34, with 60 on ads and an initial order of 160 units.',
      'Due for the stock today: 448.',
      'Demand forecast: about 120, likely 78–190',
      'Revenue: about 1,370, likely 888–2,190',
      'Profit: about 602, likely 391–964',
    ].join('\n'),
  });
});

it('says on the day of an order exactly how much to order, and for when', () => {
  const plan = samplePlan({ action: sampleAction({ stockUnits: 1_165 }) });
  expect(calendarWords.order(plan, 1398, SAMPLE_MONDAY - 30)).toEqual({
    summary: 'Initial order: Red mug',
    description: '1,165 units, for the launch on Monday 9 March. Due today: 1,400.',
  });
});

it('names a product without a title by its number, and speaks Chinese', () => {
  const plan = samplePlan({ product: sampleProduct({ title: '' }) });
  expect(inChinese(() => calendarWords.launch(plan, null)).summary).toBe('上新：0012');
  expect(inChinese(() => calendarWords.order(plan, null, 0)).description).toBe(
    '160 件，用于3月9日（周一）的上新。',
  );
});
