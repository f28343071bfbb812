import { describe, expect, it } from 'vitest';
import type { ProductComplaint } from '#core/evaluation/reviews/product-complaints.ts';
import { complaintWords } from '#components/pages/plan/reviews/complaint-words.ts';
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

  it('says the share with its range, what is usual, and what part of the plan it meets', () => {
    const { title, advice } = complaintWords(complaint, { outcome, money });
    expect(title).toBe('Buyers of “linen” and “Weaver” complain of size and fit more than others');
    expect(advice.replaceAll('\u2060', '')).toBe(
      'In 150 reviews, 18% complain of it, likely 12%–25%; of all reviews, 8%. ' +
        'Of 27 complaints: 20 say smaller than expected. ' +
        'Of the expected 200 units, up to 36 units and 720 of their margin would meet it.',
    );
  });

  it('says units where no margin is known', () => {
    const { advice } = complaintWords(complaint, { outcome });
    expect(advice).toContain('Of the expected 200 units, up to 36 units would meet it.');
  });
});
