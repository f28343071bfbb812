import { describe, expect, it } from 'vitest';
import type { ProductComplaint } from '#core/evaluation/reviews/product-complaints.ts';
import { tally } from '#components/words/counts.ts';
import { complaintWords } from '#components/pages/plan/reviews/complaint-words.ts';
import { m } from '#messages';
import { samplePlan } from '../../../../support/ranking.ts';

const range = (expected: number) => ({
  ...{ expected, low50: expected, high50: expected },
  ...{ low80: expected - 0.06, high80: expected + 0.07 },
});

const complaint: ProductComplaint = {
  traits: [
    { field: 'attribute', name: 'material', value: 'linen' },
    { field: 'brand', name: '', value: 'Weaver' },
  ],
  aspect: 'size-and-fit',
  share: {
    ...{ aspect: 0, complaints: range(0.18), praise: range(0.1) },
    ...{ complaintCount: 27, praiseCount: 15, directions: { smaller: 20 } },
  },
  texts: 150,
  usual: range(0.08),
};

describe('a warning in a plan', () => {
  const plan = samplePlan();
  const outcome = { ...plan.outcome, units: { ...plan.outcome.units, expected: 200 } };
  const money = { revenue: 50, margin: 20, leftover: 5, fixedCost: 0 };

  const parts = m.reviews_direction_part({ count: '20', direction: m.reviews_smaller() });
  const share = m.reviews_plan_share({
    ...{ texts: '150', share: '18%', range: '12%\u2060–\u206025%', usual: '8%' },
  });
  const complained = `${share} ${m.reviews_directions({ ...tally(27), parts })}`;

  it('says the share with its range, what is usual, and what part of the plan it meets', () => {
    const traits = '“linen” and “Weaver”';
    expect(complaintWords(complaint, { outcome, money })).toEqual({
      title: m.reviews_plan_title({ aspect: m.reviews_aspect_size(), traits }),
      advice: `${complained} Of the expected 200 units, up to 36 units and 720 of their margin would meet it.`,
    });
  });

  it('says units where no margin is known, or nothing is earned', () => {
    const units = m.reviews_plan_units({ all: '200', units: m.format_units(tally(36)) });
    for (const known of [{ outcome }, { outcome, money: { ...money, margin: -2 } }])
      expect(complaintWords(complaint, known).advice).toBe(`${complained} ${units}`);
  });
});
