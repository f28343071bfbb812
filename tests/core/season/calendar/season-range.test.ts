import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar, monthStart } from '#core/base/dates.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { optionsAt } from '#core/season/offers/season-option.ts';
import {
  launchOutcome,
  rangedOutcome,
  totalRange,
  type UncertainOutcome,
} from '#core/season/calendar/season-range.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';
import { sampleRange } from '../../../support/ranking.ts';
import { seasonOffers } from '../../../support/season-offers.ts';
import { normalShare } from '#core/base/statistics/normal-distribution.ts';

const MONTH = dayFromCalendar(2026, 3, 1);

/** Equally likely outcomes. */
function outcomes(values: readonly number[], seed: number): UncertainOutcome {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    ...{ expected: mean(values), seed, month: MONTH },
    at: (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!,
  };
}

const anyParts = fc
  .array(fc.array(fc.integer({ min: -500, max: 2000 }), { minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lists) => lists.map((values, i) => outcomes(values, i + 1)));

const inOrder = ({ low80, low50, expected, high50, high80 }: OutcomeRange) =>
  low80 <= low50 && low50 <= expected && expected <= high50 && high50 <= high80;

describe('the range of a total', () => {
  it('is in order, and expects what its parts expect together, less what is lost', () => {
    fc.assert(
      fc.property(anyParts, fc.double({ min: 0, max: 1, noNaN: true }), (parts, fate) => {
        const total = totalRange(parts, fate, 50);
        const expected = parts.reduce((all, part) => all + part.expected, 0) - 50;
        expect(total.expected).toBeCloseTo(expected, 6);
        expect(inOrder(total)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('of one launch is the range of that launch', () => {
    const offers = seasonOffers({ products: 1 });
    const place = { week: 3, channel: 0, isAdLimited: false, isStockLimited: false };
    const [option] = optionsAt(offers, offers.products[0]!, place);
    const { logUnits, money, stockUnits: stock } = option!;
    const own = forecast(offers.spread, { logUnits, money, stock }).outcome.profit!;
    const total = totalRange([launchOutcome(offers, option!, 1)], 0.3);
    for (const name of ['low80', 'low50', 'high50', 'high80'] as const)
      expect(total[name]).toBeCloseTo(own[name], 6);
  });

  it('adds up the parts’ own ranges where all share one fate', () => {
    const parts = [0, 1, 2].map((seed) =>
      outcomes(
        Array.from({ length: 100 }, (_, i) => (i * (seed + 1)) ** 1.3),
        seed,
      ),
    );
    const total = totalRange(parts, 1);
    const sums = Array.from({ length: 100 }, (_, i) =>
      parts.reduce((all, part) => all + part.at((i + 0.5) / 100), 0),
    );
    const span = sums.at(-1)! - sums[0]!;
    for (const [share, value] of [
      [0.1, total.low80],
      [0.25, total.low50],
      [0.75, total.high50],
      [0.9, total.high80],
    ] as const)
      expect(Math.abs(value - quantile(sums, share))).toBeLessThan(0.011 * span);
  });

  it('is that of the exact convolution where fates are apart', () => {
    // Eight fair coins of 100 each: the number of heads is binomial.
    const coins = Array.from({ length: 8 }, (_, i) => outcomes([0, 100], i + 1));
    const total = totalRange(coins, 0);
    expect(total).toEqual({ expected: 400, low80: 200, low50: 300, high50: 500, high80: 600 });
  });

  it('is as wide as theory says where fates are partly shared', () => {
    // Normal parts of spread 1: the total has the variance n + n (n − 1) ρ.
    const n = 12;
    const grid = Array.from({ length: 4000 }, (_, i) => (i - 1999.5) / 500);
    const shares = grid.map(normalShare);
    const at = (share: number) =>
      grid[
        Math.max(
          0,
          shares.findLastIndex((each) => each <= share),
        )
      ]!;
    const parts = Array.from({ length: n }, (_, i) => ({
      expected: 0,
      at,
      seed: i + 1,
      month: MONTH,
    }));
    for (const fate of [0, 0.3, 0.7]) {
      const spread = Math.sqrt(n + n * (n - 1) * fate);
      const { low80, high80, low50, high50 } = totalRange(parts, fate);
      expect((high80 - low80) / (2 * 1.28155 * spread)).toBeGreaterThan(0.93);
      expect((high80 - low80) / (2 * 1.28155 * spread)).toBeLessThan(1.07);
      expect((high50 - low50) / (2 * 0.67449 * spread)).toBeGreaterThan(0.9);
      expect((high50 - low50) / (2 * 0.67449 * spread)).toBeLessThan(1.1);
    }
  });

  it('is narrower by as much as theory says where launches are spread over months', () => {
    // Of n parts in months of n_m the total has the variance n + ρ Σ n_m (n_m − 1).
    const months = [0, 1, 2].map((later) => monthStart(MONTH, later));
    const grid = Array.from({ length: 4000 }, (_, i) => (i - 1999.5) / 500);
    const shares = grid.map(normalShare);
    const at = (share: number) =>
      grid[
        Math.max(
          0,
          shares.findLastIndex((each) => each <= share),
        )
      ]!;
    const parts = Array.from({ length: 12 }, (_, i) => {
      return { expected: 0, at, seed: i + 1, month: months[i % 3]! };
    });
    const spread = Math.sqrt(12 + 0.7 * 3 * 4 * 3);
    const { low80, high80 } = totalRange(parts, 0.7);
    expect((high80 - low80) / (2 * 1.28155 * spread)).toBeGreaterThan(0.93);
    expect((high80 - low80) / (2 * 1.28155 * spread)).toBeLessThan(1.07);
  });

  it('grows with what is shared, and does not waver where a part is moved', () => {
    const parts = Array.from({ length: 10 }, (_, i) => outcomes([0, 10, 20, 80], i + 1));
    const width = (fate: number) => {
      const { low80, high80 } = totalRange(parts, fate);
      return high80 - low80;
    };
    expect(width(0)).toBeLessThan(width(0.4));
    expect(width(0.4)).toBeLessThan(width(1));
    expect(totalRange([...parts].reverse(), 0.4)).toEqual(totalRange(parts, 0.4));
  });
});

describe('a share of a standard normal', () => {
  it('is what tables say', () => {
    for (const [value, share] of [
      [0, 0.5],
      [1, 0.841344746],
      [-1.959963985, 0.025],
      [3, 0.998650102],
    ] as const)
      expect(normalShare(value)).toBeCloseTo(share, 6);
  });
});

describe('the outcome of one launch', () => {
  it.each(['profit', 'revenue', 'units'] as const)('has the mean that %s expects', (objective) => {
    const offers = seasonOffers({ objective });
    const place = { week: 10, channel: 1, isAdLimited: true, isStockLimited: true };
    for (const option of optionsAt(offers, offers.products[0]!, place)) {
      const { at, expected } = launchOutcome(offers, option, 1);
      const values = Array.from({ length: 100 }, (_, i) => at((i + 0.5) / 100));
      expect(mean(values)).toBeCloseTo(expected, 6);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('that is known by its ranges keeps them', () => {
    const range = sampleRange(400);
    const { at } = rangedOutcome(range, { seed: 1, month: MONTH });
    expect([0.1, 0.25, 0.75, 0.9].map(at)).toEqual([
      range.low80,
      range.low50,
      range.high50,
      range.high80,
    ]);
    expect(at(0.02)).toBeLessThan(range.low80);
    expect(at(0.98)).toBeGreaterThan(range.high80);
  });
});
