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
import { m } from '#messages';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';

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
    expect(correctionReason(corrected(0.5, 0.7))).toBe(
      m.reorder_below_forecast({ sold: '50%', coming: m.reorder_lower({ size: '30%' }) }),
    );
    expect(correctionReason(corrected(1.02, 1))).toBe(
      m.reorder_as_forecast({ coming: m.reorder_unchanged() }),
    );
    expect(correctionReason(corrected(NaN, NaN))).toBeNull();
  });
});

describe('believedReason', () => {
  it('is the share of the difference that lasts, on the log scale', () => {
    const half = 'About 50% of the difference is believed to last.';
    expect(believedReason(corrected(1.44, 1.2))).toBe(half);
    expect(believedReason(corrected(0.25, 0.5))).toBe(half);
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
  const coming = m.reorder_higher({ size: '20%' });
  expect(correctionReasons({ ...corrected(1.4, 1.2), before: [7, 5] })).toEqual([
    m.reorder_above_forecast({ sold: '40%', coming }),
    m.reorder_believed({ share: '54%' }),
    m.reorder_before({ units: '12' }),
  ]);
});

it('lists the coming weeks, before and now', () => {
  const rows = correctedRows(corrected(1, 1), { entry: adoptedPlan(), after: 2 });
  expect(rows).toEqual([
    { week: '23\u00A0Mar', before: '7', expected: '10', range: '8\u2060–\u206012' },
    { week: '30\u00A0Mar', before: '–', expected: '8', range: '6\u2060–\u206010' },
  ]);
  expect(forecastBefore(corrected(1, 1))).toBeNull();
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
    expect(cut(100)).toBe(
      'At today’s price about 82 units are expected to be left over after 5\u00A0Apr. A price cut of 20% earns more only if demand rises by at least 33%.',
    );
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
    const left = m.reorder_leftover({ units: '9', day: 'x' });
    expect(cutReason({ leftoverUnits: 9, demandFactor: null }, { depth: 0.2, day: 'x' })).toBe(
      `${left} ${m.reorder_cut_never({ depth: '20%' })}`,
    );
  });
});
