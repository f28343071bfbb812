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
import { readSplit } from '#core/evaluation/split-test/read-split.ts';
import type { SplitReading, SplitTest } from '#core/evaluation/split-test/split-test.ts';

const test: SplitTest = {
  ...{
    id: 3,
    datasetId: 1,
    createdAt: 5,
    tested: 'coupon',
    title: 'Blue mug',
    productIds: ['mug'],
  },
  design: { usualShare: 0.1, uplift: 0.03, heldOutShare: 0.5, looks: 3 },
  ...{ salt: 's', startDay: 20_000, days: 30, readings: [] },
};

function reading(sent: number, heldOut: number, look = 3): SplitReading {
  const sums = (ordered: number) => ({
    buyers: 1000,
    ordered,
    sales: 20 * ordered,
    salesSquares: 900 * ordered,
  });
  const all = { sent: sums(sent), heldOut: sums(heldOut) };
  return {
    look,
    all,
    groups: [
      { group: 'new', ...all },
      { group: '', ...all },
    ],
  };
}

describe('a split test in words', () => {
  it('says how many buyers it needs, and what those there are suffice for', () => {
    expect(neededWords({ ...test.design, looks: 1 })).toBe(
      'This needs 3,548 buyers: 1,774 get it, 1,774 are held out',
    );
    expect(reachWords(test.design, 9000)).toContain(
      'You have 9,000. A true uplift of this size is found in 9',
    );
    expect(reachWords(test.design, 1000)).toBe(
      'You have 1,000. They show an uplift of 6 percentage points or more, in 80% of such tests.',
    );
    expect(reachWords(test.design, 3)).toContain('too few');
    expect(reachWords(test.design, 0)).toBeNull();
    expect(neededWords({ ...test.design, uplift: 0 })).toBeNull();
  });

  it('says when to stop', () => {
    expect(stopWords(test)).toContain('3 times');
    expect(stopWords({ ...test, design: { ...test.design, looks: 1 } })).toContain('once');
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
    const read = { ...test, readings: [reading(1, 1, 2)] };
    expect(nextLook(read, 20_025)).toEqual({ look: 3, day: 20_030, isOpen: false });
    expect(nextLook({ ...test, readings: [reading(1, 1, 3)] }, 20_040)).toBeNull();
  });

  it('says an effect with its range, or that none is shown', () => {
    const more = reading(160, 100);
    const result = readSplit(test.design, more);
    expect(findingWords(result)).toBe('It brought orders: 6 percentage points more');
    const words = basisWords(test, more, result, null).join(' ');
    expect(words).toContain('160 of 1,000 buyers ordered with it, 100 of 1,000 without.');
    expect(words).toContain('The test is over.');
    expect(findingWords(readSplit(test.design, reading(102, 100)))).toContain('may be chance');
    expect(findingWords(readSplit(test.design, reading(60, 100)))).toContain('fewer');
    const rows = splitRows(result);
    expect(rows.map(([head]) => head)).toEqual(['All', 'New buyers', 'Others']);
    expect(rows.flat().join(' ')).not.toContain('NaN');
  });

  it('shows no effect where the groups cannot be compared', () => {
    const mixed = reading(160, 100);
    const odd = { ...mixed, all: { ...mixed.all, sent: { ...mixed.all.sent, buyers: 1300 } } };
    const result = readSplit(test.design, odd);
    expect(findingWords(result)).toBe('The groups cannot be compared');
    expect(basisWords(test, odd, result, null)).toHaveLength(1);
  });
});
