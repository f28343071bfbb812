import { describe, expect, it } from 'vitest';
import {
  adviceFinding,
  adviceReasons,
  returnsReason,
  reviewsReason,
} from '#components/pages/evidence/ledger/reorder-words.ts';
import { tally } from '#components/words/counts.ts';
import type { CorrectedMargin } from '#core/ledger/reorder/margin-after-returns.ts';
import type { ReorderAdvice } from '#core/ledger/reorder/reorder-advice.ts';
import { m } from '#messages';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';

const advice: ReorderAdvice = {
  ...{ reviews: null, corrected: null },
  ...{ kind: 'order', orderUnits: 40, reorderPoint: 62, shortOdds: 0.3, launchCount: 584 },
  soon: { after: 2, until: 4, expected: 51, low80: 30, high80: 84 },
  rest: { after: 2, until: 12, expected: 190, low80: 90, high80: 410 },
};
const entry = adoptedPlan();

describe('adviceFinding', () => {
  it('says how many to order, or from when on', () => {
    expect(adviceFinding(advice)).toBe('Order 40 units now.');
    const enough = { ...advice, kind: 'enough' } as const;
    expect(adviceFinding(enough)).toBe(m.reorder_enough({ point: '62' }));
    expect(adviceFinding({ ...enough, reorderPoint: 0 })).toBe(m.reorder_never());
    expect(adviceFinding({ ...advice, kind: 'too-late' })).toBe(m.reorder_too_late());
  });
});

describe('adviceReasons', () => {
  const soon =
    'Demand until 5\u00A0Apr, the earliest arrival of next week’s order: about 51, likely 30\u2060–\u206084. Chance that stock and units on order fall short: 30%.';

  it('gives each figure with its range, and what they rest on', () => {
    const rest = { day: '31\u00A0May', expected: '190', range: '90\u2060–\u2060410' };
    expect(adviceReasons(advice, entry)).toEqual([
      ...[soon, m.reorder_rest(rest), m.reorder_learnt(tally(584))],
    ]);
  });

  it('says so where a rule stands in, and nothing twice', () => {
    const words = adviceReasons({ ...advice, launchCount: null, rest: advice.soon }, entry);
    expect(words).toEqual([soon, m.reorder_by_rule()]);
  });
});

it('returnsReason says what its rate comes from', () => {
  const corrected = { margin: 4.8, expectedRate: 0.1, rate: 0.25 };
  const said = (by: CorrectedMargin['by']) => returnsReason({ ...corrected, by });
  const figures = { rate: '25%', expected: '10%', margin: '4.80' };
  expect(said('returns')).toBe(
    'With these returns, 25% of sales are expected back instead of 10%, so a unit earns 4.80.',
  );
  expect(said('reviews')).toBe(m.reorder_after_review_returns(figures));
  expect(said('both')).toBe(m.reorder_after_both(figures));
});

it('reviewsReason says how many are negative, how many usually are, and what it changes', () => {
  const seen = { count: 20, negative: 6, usual: 0.15, factor: 0.88 };
  const told = (negative: string) => ({ count: '20', negative, usual: '15%' });
  expect(reviewsReason(seen)).toBe(
    'Of the first 20 reviews, 6 are negative, more than usual (15%): demand is expected 12% lower from now on.',
  );
  expect(reviewsReason({ ...seen, negative: 1, factor: 1.08 })).toBe(
    m.reorder_after_reviews_fewer({ ...told('1'), change: '8%' }),
  );
  expect(reviewsReason({ ...seen, negative: 3, factor: 0.998 })).toBe(
    m.reorder_after_reviews_same(told('3')),
  );
});
