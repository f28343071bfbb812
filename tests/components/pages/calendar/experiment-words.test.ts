import { expect, it } from 'vitest';
import {
  costOfExperiment,
  lessonOfExperiment,
  moveOfExperiment,
} from '#components/pages/calendar/experiment-words.ts';
import { countedLaunches } from '#components/words/counts.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { Experiment } from '#core/season/offers/experiment.ts';
import { m } from '#messages';

const week = dayFromCalendar(2027, 3, 8);
const placement = { productId: 'p1', week, channel: 'Social', adSpend: null, stockUnits: 9 };
const otherwise = { ...placement, channel: 'Own store' };
const experiment: Experiment = {
  ...{ productId: 'p1', title: 'Lantern', category: '', placement, otherwise },
  ...{ tried: 0, planned: 0, doubtBefore: 0.3, doubtAfter: 0.2, cost: 12, worth: 40 },
  leanings: [{ arm: 'a', slope: 10, doubt: 0.5 }],
};

it('says where a trial launch moves, and from when', () => {
  const to = { channel: 'Social', usual: 'Own store', week: '8\u00A0Mar' };
  expect(moveOfExperiment(experiment)).toBe(m.experiments_to(to));
  const later = { ...experiment, otherwise: { ...otherwise, week: week + 7 } };
  expect(moveOfExperiment(later)).toBe(
    'On Social in the week of 8\u00A0Mar, instead of Own store in the week of 15\u00A0Mar.',
  );
});

it('counts its cost in pieces where the season is not about money', () => {
  const said = { cost: '12', range: '6\u2060–\u206018', worth: '40' };
  expect(costOfExperiment(experiment, 'sell-through')).toBe(
    'It is expected to cost about 12 of units (likely 6\u2060–\u206018) and to bring later launches 40 more.',
  );
  expect(costOfExperiment(experiment, 'units')).toBe(
    m.experiments_cost({ ...said, noun: m.plan_units_noun() }),
  );
  expect(costOfExperiment(experiment, 'profit')).toBe(
    m.experiments_cost({ ...said, noun: m.plan_profit_noun(), range: '5.59\u2060–\u206018' }),
  );
});

it('says how often it was tried, and what a trial teaches', () => {
  const arm = { channel: 'Social', category: m.experiments_no_category() };
  const teaches =
    'Units sold there may be 32% lower to 47% higher than estimated. After this trial: 23% lower to 29% higher.';
  expect(lessonOfExperiment(experiment)).toEqual([m.experiments_never(arm), teaches]);
  const more = { ...experiment, category: 'Lamps', tried: 3, planned: 2 };
  expect(lessonOfExperiment(more).slice(0, 2)).toEqual([
    m.experiments_tried({ channel: 'Social', category: 'Lamps', count: 3, text: '3' }),
    m.experiments_planned({ launches: countedLaunches(2) }),
  ]);
});
