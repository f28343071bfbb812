import { describe, expect, it } from 'vitest';
import {
  believedReason,
  correctedRows,
  correctionReason,
  correctionReasons,
  cutReason,
  forecastBefore,
} from '#components/pages/evidence/ledger/correction-words.ts';
import { cutAdvice } from '#components/pages/evidence/ledger/cut-advice.ts';
import type { CorrectedForecast } from '#core/ledger/correction/corrected-forecast.ts';
import type { ReorderAdvice } from '#core/ledger/reorder/reorder-advice.ts';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';
import { inChinese } from '../../../../support/in-chinese.ts';

const plain = (text: string) => text.replace(/\u2060/g, '').replace(/\u00A0/g, ' ');
const corrected = (soldFactor: number, correctedFactor: number): CorrectedForecast => ({
  paths: [Float64Array.of(8, 6), Float64Array.of(12, 10)],
  weeks: [
    { expected: 10, low80: 8, high80: 12 },
    { expected: 8, low80: 6, high80: 10 },
  ],
  before: [7, NaN],
  ...{ soldFactor, correctedFactor },
});

describe('correctionReason', () => {
  it('says how sales compare with the forecast, and what follows for the coming weeks', () => {
    expect(correctionReason(corrected(1.4, 1.2))).toBe(
      'So far 40% more than forecast was asked for. Demand in the coming weeks is now expected 20% above the forecast.',
    );
    expect(correctionReason(corrected(0.5, 0.7))).toContain('50% less than forecast');
    expect(correctionReason(corrected(1.02, 1))).toBe(
      'So far demand is as forecast. Demand in the coming weeks is now expected as forecast.',
    );
    expect(correctionReason(corrected(NaN, NaN))).toBeNull();
  });

  it('has words in Chinese', () => {
    inChinese(() => {
      expect(plain(correctionReason(corrected(1.4, 1.2))!)).toBe(
        '至今需求比预计高 40%。今后几周的需求现在预计比原先高 20%。',
      );
    });
  });
});

describe('believedReason', () => {
  it('is the share of the difference that lasts, on the log scale', () => {
    expect(believedReason(corrected(1.44, 1.2))).toBe(
      'About 50% of the difference is believed to last.',
    );
    expect(believedReason(corrected(0.25, 0.5))).toContain('50%');
  });

  it('says nothing where there is no difference, or more than it', () => {
    for (const [sold, coming] of [
      ...[[1.01, 1.2] as const, [1.4, 0.9] as const],
      ...[[1.2, 1.5] as const, [NaN, NaN] as const, [0, 0.4] as const],
    ])
      expect(believedReason(corrected(sold, coming))).toBeNull();
  });
});

it('says only what is known', () => {
  expect(correctionReasons(null)).toEqual([]);
  expect(correctionReasons(corrected(NaN, NaN))).toEqual([]);
  expect(correctionReasons({ ...corrected(1.4, 1.2), before: [7, 5] })).toHaveLength(3);
});

it('lists the coming weeks, before and now', () => {
  const rows = correctedRows(corrected(1, 1), { entry: adoptedPlan(), after: 2 });
  expect(rows.map(({ before }) => before)).toEqual(['7', '–']);
  expect(plain(rows[0]!.range)).toBe('8–12');
  expect(new Set(rows.map(({ week }) => week)).size).toBe(2);
  expect(forecastBefore(corrected(1, 1))).toBeNull();
  expect(forecastBefore({ ...corrected(1, 1), before: [7, 5] })).toContain('about 12 units');
});

describe('cutAdvice', () => {
  const advice: ReorderAdvice = {
    ...{ kind: 'enough', orderUnits: 0, reorderPoint: 9, shortOdds: 0, launchCount: 40 },
    soon: { after: 2, until: 4, expected: 18, low80: 14, high80: 22 },
    rest: { after: 2, until: 4, expected: 18, low80: 14, high80: 22 },
    ...{ corrected: corrected(0.5, 0.7), reviews: null },
  };
  const entry = {
    ...adoptedPlan(),
    money: { margin: 6, leftover: 2, revenue: 10, fixedCost: 0 },
  };
  const cut = (stock: number, change: Partial<ReorderAdvice> = {}) =>
    cutAdvice({ ...advice, ...change }, { entry, stock, margin: undefined });

  it('says from what rise in demand on a cut pays, where units are left over', () => {
    // Demand is 18 of 100: (6 − 2) 18 r − 2 (100 − 18 r) = 6 · 18 − 2 · 82, so r = 4 / 3.
    expect(cut(100)).toContain('about 82 units are expected to be left over');
    expect(cut(100)).toContain('only if demand rises by at least 33%');
  });

  it('says nothing where little is left over, money is not known, or more is ordered', () => {
    expect(cut(18)).toBeNull();
    expect(cut(100, { kind: 'order' })).toBeNull();
    expect(cut(100, { corrected: null })).toBeNull();
    const money = { ...entry.money, revenue: null };
    const untold = { entry: { ...entry, money }, stock: 100, margin: undefined };
    expect(cutAdvice(advice, untold)).toBeNull();
  });

  it('says where no rise is enough', () => {
    expect(cutReason({ leftoverUnits: 9, demandFactor: null }, { depth: 0.2, day: 'x' })).toContain(
      'however much demand rises',
    );
  });
});
