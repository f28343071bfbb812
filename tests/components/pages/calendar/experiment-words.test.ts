import { describe, expect, it } from 'vitest';
import {
  costOfExperiment,
  lessonOfExperiment,
  moveOfExperiment,
} from '#components/pages/calendar/experiment-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { Experiment } from '#core/season/offers/experiment.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const week = dayFromCalendar(2027, 3, 8);
const placement = { productId: 'p1', week, channel: '社交', adSpend: null, stockUnits: 9 };
const experiment: Experiment = {
  ...{ productId: 'p1', title: '灯笼', category: '', placement },
  otherwise: { ...placement, channel: '自营店' },
  ...{ tried: 0, planned: 0, doubtBefore: 0.3, doubtAfter: 0.2, cost: 12, worth: 40 },
  leanings: [{ arm: 'a', slope: 10, doubt: 0.5 }],
};

describe('words for an experiment', () => {
  it('count pieces where the season is not about money', () => {
    const english = costOfExperiment(experiment, 'sell-through');
    expect(english).toBe(
      'It is expected to cost about 12 of units (likely 6\u2060–\u206018) and to bring later launches 40 more.',
    );
    expect(costOfExperiment(experiment, 'units')).toBe(english);
  });

  it('say what was never tried, and what has no category', () => {
    expect(lessonOfExperiment(experiment)[0]).toBe(
      '社交 for products without a category: never tried.',
    );
  });

  it('are there in Chinese', () => {
    const said = inChinese(() => [
      moveOfExperiment(experiment),
      costOfExperiment(experiment, 'profit'),
      ...lessonOfExperiment(experiment),
    ]);
    expect(said[0]).toBe('3月8日那一周改在“社交”上新，原为“自营店”。');
    expect(said.join('').replace('Debut', '')).not.toMatch(/[a-zA-Z]{3,}/);
  });
});
