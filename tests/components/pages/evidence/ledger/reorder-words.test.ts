import { describe, expect, it } from 'vitest';
import {
  adviceFinding,
  adviceReasons,
  returnsReason,
  reviewsReason,
} from '#components/pages/evidence/ledger/reorder-words.ts';
import type { CorrectedMargin } from '#core/ledger/reorder/margin-after-returns.ts';
import type { ReorderAdvice } from '#core/ledger/reorder/reorder-advice.ts';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';
import { inChinese } from '../../../../support/in-chinese.ts';

const advice: ReorderAdvice = {
  ...{ reviews: null, corrected: null },
  ...{ kind: 'order', orderUnits: 40, reorderPoint: 62, shortOdds: 0.3, launchCount: 584 },
  soon: { after: 2, until: 4, expected: 51, low80: 30, high80: 84 },
  rest: { after: 2, until: 12, expected: 190, low80: 90, high80: 410 },
};
const entry = adoptedPlan();
const plain = (text: string) => text.replace(/\u2060/g, '').replace(/\u00A0/g, ' ');

describe('adviceFinding', () => {
  it('says how many to order, or from when on', () => {
    expect(adviceFinding(advice)).toBe('Order 40 units now.');
    expect(adviceFinding({ ...advice, orderUnits: 1 })).toBe('Order 1 unit now.');
    expect(adviceFinding({ ...advice, kind: 'enough', orderUnits: 0 })).toContain('fall below 62');
    expect(adviceFinding({ ...advice, kind: 'enough', reorderPoint: 0 })).toContain('earn nothing');
    expect(adviceFinding({ ...advice, kind: 'too-late' })).toContain('would arrive after');
  });
});

describe('adviceReasons', () => {
  it('gives each figure with its range, and what they rest on', () => {
    const [soon, rest, basis] = adviceReasons(advice, entry).map(plain);
    expect(soon).toContain('about 51, likely 30–84');
    expect(soon).toMatch(/fall short: \d+%/);
    expect(rest).toContain('about 190, likely 90–410');
    expect(basis).toBe('Based on weekly sales of 584 past launches.');
  });

  it('says so where a rule stands in, and nothing twice', () => {
    const words = adviceReasons({ ...advice, launchCount: null, rest: advice.soon }, entry);
    expect(words).toHaveLength(2);
    expect(words[1]).toContain('rule of thumb');
  });

  it('has words in Chinese', () => {
    inChinese(() => {
      expect(adviceFinding(advice)).toBe('现在补 40 件。');
      expect(plain(adviceReasons(advice, entry)[0]!)).toContain('大概率 30–84 件');
    });
  });
});

describe('returnsReason', () => {
  it('says what its rate comes from', () => {
    const corrected = { margin: 4.8, expectedRate: 0.1, rate: 0.25 };
    const said = (by: CorrectedMargin['by']) => returnsReason({ ...corrected, by });
    expect(said('returns')).toContain('With these returns, 25%');
    expect(said('reviews')).toContain('With the first reviews, 25%');
    expect(said('both')).toContain('With these returns and the first reviews, 25%');
    inChinese(() => {
      expect(said('reviews')).toContain('按最早的评价');
    });
  });
});

describe('reviewsReason', () => {
  const seen = { count: 20, negative: 6, usual: 0.15, factor: 0.88 };

  it('says how many are negative, how many usually are, and what it changes', () => {
    expect(reviewsReason(seen)).toBe(
      'Of the first 20 reviews, 6 are negative, more than usual (15%): demand is expected 12% lower from now on.',
    );
    expect(reviewsReason({ ...seen, negative: 1, factor: 1.08 })).toContain(
      '1 are negative, fewer than usual (15%): demand is expected 8% higher',
    );
    expect(reviewsReason({ ...seen, negative: 3, factor: 0.998 })).toContain('stays as expected');
  });

  it('has words in Chinese', () => {
    inChinese(() => {
      expect(reviewsReason(seen)).toContain('前 20 条评价中有 6 条差评，多于平常（15%）');
    });
  });
});
