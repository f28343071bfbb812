import { describe, expect, it } from 'vitest';
import {
  basisWords,
  findingWords,
  isSplitPossible,
  neededWords,
  nextLook,
  reachWords,
  splitRows,
  stopWords,
} from '#components/pages/plan/split-test/split-words.ts';
import { tally } from '#components/words/counts.ts';
import type { SplitResult } from '#core/evaluation/split-test/read-split.ts';
import type { SplitReading, SplitTest } from '#core/evaluation/split-test/split-test.ts';
import { m } from '#messages';

const test: SplitTest = {
  ...{ id: 3, datasetId: 1, createdAt: 5 },
  ...{ tested: 'coupon', title: 'Blue mug', productIds: ['mug'] },
  design: { usualShare: 0.1, uplift: 0.03, heldOutShare: 0.5, looks: 3 },
  ...{ salt: 's', startDay: 20_000, days: 30, readings: [] },
};

const reading = (look: number): SplitReading => {
  const sums = (ordered: number) => ({ buyers: 1000, ordered, sales: NaN, salesSquares: NaN });
  return { look, all: { sent: sums(160), heldOut: sums(100) }, groups: [] };
};

describe('a split test in words', () => {
  it('says how many buyers it needs, and what those there are suffice for', () => {
    expect(neededWords({ ...test.design, looks: 1 })).toBe(
      'This needs 3,548 buyers: 1,774 get it, 1,774 are held out',
    );
    expect(reachWords(test.design, 9000)).toBe(m.split_enough({ buyers: '9,000', power: '99%' }));
    expect(reachWords(test.design, 1000)).toBe(
      'You have 1,000. They show an uplift of 6 percentage points or more, in 80% of such tests.',
    );
    expect(reachWords(test.design, 3)).toBe(m.split_short_none({ buyers: '3' }));
    expect(reachWords(test.design, 0)).toBeNull();
    expect(neededWords({ ...test.design, uplift: 0 })).toBeNull();
  });

  it('says when to stop', () => {
    const day = '3 November 2024';
    const times = m.split_looks_times(tally(3));
    expect(stopWords(test)).toBe(m.split_stop_looks({ times, day }));
    const once = { ...test, design: { ...test.design, looks: 1 } };
    expect(stopWords(once)).toBe(m.split_stop_once({ day }));
  });

  it('cannot be drawn for no days or impossible shares', () => {
    expect(isSplitPossible(test)).toBe(true);
    expect(isSplitPossible({ ...test, days: NaN })).toBe(false);
    expect(isSplitPossible({ ...test, startDay: NaN })).toBe(false);
    expect(isSplitPossible({ ...test, design: { ...test.design, heldOutShare: 1 } })).toBe(false);
  });

  it('opens its looks at equal parts of its days, and skips missed ones', () => {
    expect(nextLook(test, 20_009)).toEqual({ look: 1, day: 20_010, isOpen: false });
    expect(nextLook(test, 20_010)).toEqual({ look: 1, day: 20_010, isOpen: true });
    expect(nextLook(test, 20_025)).toEqual({ look: 2, day: 20_020, isOpen: true });
    const read = { ...test, readings: [reading(2)] };
    expect(nextLook(read, 20_025)).toEqual({ look: 3, day: 20_030, isOpen: false });
    expect(nextLook({ ...test, readings: [reading(3)] }, 20_040)).toBeNull();
  });
});

describe('what a split test shows', () => {
  const orders = { heldOut: 0.1, sent: 0.16, difference: 0.06, low: 0.031, high: 0.09 };
  const sales = { heldOut: 2, sent: 3.2, difference: 1.2, low: -0.5, high: 2.9 };
  const all = { orders, sales, buyers: 2000 };
  const result: SplitResult = {
    ...{ isFinal: true, ratio: { chance: 0.5, isBroken: false }, finding: 'more', advice: 'stop' },
    ...{ all, groups: ['new', '', 'Gold'].map((group) => ({ ...all, group })) },
  };

  it('is an effect, or that none is shown', () => {
    expect(findingWords(result)).toBe('It brought orders: 6 percentage points more');
    const fewer = { ...all, orders: { ...orders, difference: -0.04 } };
    expect(findingWords({ ...result, finding: 'fewer', all: fewer })).toBe(
      m.split_fewer({ difference: '4' }),
    );
    expect(findingWords({ ...result, finding: 'open' })).toBe(m.split_none_shown());
    expect(findingWords({ ...result, finding: 'mixed' })).toBe(m.split_mixed());
  });

  it('rests on counts with a range, and says what to do', () => {
    const basis = (change: Partial<SplitResult>, next: ReturnType<typeof nextLook> = null) =>
      basisWords(test, reading(3), { ...result, ...change }, next);
    expect(basis({})).toEqual([
      '160 of 1,000 buyers ordered with it, 100 of 1,000 without. 95% range of the difference: 3.1\u2060–\u20609 percentage points.',
      m.split_sales({ difference: '1.20 more', range: '−0.50 to 2.90' }),
      m.split_stop(),
    ]);
    expect(basis({ all: { ...all, sales: null } })).toHaveLength(2);
    const early = { isFinal: false, advice: 'go-on' } as const;
    const next = { look: 3, day: 20_030, isOpen: false };
    expect(basis(early, next)[2]).toBe(m.split_go_on({ day: '3 November 2024' }));
    expect(basis(early)[2]).toBe(m.split_stop());
    expect(basis({ ...early, advice: 'stop' }, next)[2]).toBe(m.split_stop_early());
    expect(basis({ finding: 'mixed' })).toEqual([
      m.split_mixed_text({ sent: '1,000', held: '1,000', share: '50%' }),
    ]);
  });

  it('is a row for all buyers and for each group, of which the seller’s keep their names', () => {
    const difference = m.split_difference({ difference: '6', range: '3.1\u2060–\u20609' });
    const rows = splitRows(result);
    expect(rows[0]).toEqual([m.split_all(), '2,000', '10%', '16%', difference]);
    expect(rows.slice(1).map(([head]) => head)).toEqual([
      ...[m.buyers_kind_new(), m.split_rest(), 'Gold'],
    ]);
  });
});
