import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlow } from '#core/planning/cash/cash-flow.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';

const flowOf = (days: number[], ...cases: number[][]) =>
  cashFlow({ days, amounts: cases.map((amounts) => Float64Array.from(amounts)) });

const anyPayments = fc.integer({ min: 1, max: 12 }).chain((length) =>
  fc.record({
    days: fc
      .uniqueArray(fc.integer({ min: 20_000, max: 20_400 }), {
        minLength: length,
        maxLength: length,
      })
      .map((days) => days.sort((a, b) => a - b)),
    amounts: fc.array(
      fc
        .array(fc.integer({ min: -900, max: 900 }), { minLength: length, maxLength: length })
        .map((amounts) => Float64Array.from(amounts)),
      { minLength: 1, maxLength: 40 },
    ),
  }),
);

describe('the cash flow of one case', () => {
  const flow = flowOf([10, 20, 30, 40], [-100, -50, 120, 80]);

  it('falls to its lowest point, and is back at zero', () => {
    expect(flow.middle).toEqual([-100, -150, -30, 50]);
    expect(flow.lowest.expected).toBe(-150);
    expect(flow.lowestDay).toBe(20);
    expect(flow.backDay).toEqual({ expected: 40, early80: 40, late80: 40, never: 0 });
    expect(flow.end.expected).toBe(50);
  });

  it('is back only once it stays at zero or above', () => {
    expect(flowOf([1, 2, 3, 4], [-5, 9, -6, 4]).backDay.expected).toBe(4);
    expect(flowOf([1, 2], [-5, 4]).backDay).toEqual({
      ...{ expected: null, early80: null, late80: null },
      never: 1,
    });
    expect(flowOf([1, 2], [-5, 5 - 1e-9]).backDay.expected).toBe(2);
  });

  it('never counts as below zero where nothing goes out', () => {
    const { lowest, backDay } = flowOf([1, 2], [5, 4]);
    expect(lowest.expected).toBe(0);
    expect(backDay.expected).toBe(1);
  });
});

it('is lowest where the expected cash is, though each case may fall lower on another day', () => {
  const flow = flowOf([1, 2, 3], [-100, 60, 100], [-40, -60, 140]);
  expect(flow.middle).toEqual([-70, -70, 50]);
  expect([flow.lowest.expected, flow.lowestDay]).toEqual([-70, 1]);
  expect(flow.lowest.low80).toBeCloseTo(-100, 9); // both cases fall to −100
  expect(flow.backDay.expected).toBe(3);
  const given = cashFlow({
    days: [1, 2],
    amounts: [Float64Array.of(-9, 10)],
    expected: Float64Array.of(-5, 4),
  });
  expect([given.lowest.expected, given.lowestDay, given.backDay.expected]).toEqual([-5, 1, null]);
  expect(given.lowest.low80).toBe(-9);
});

describe('the cash flow of several cases', () => {
  it('has the lowest point of the mean, and the ranges of what each case does on its own', () => {
    fc.assert(
      fc.property(anyPayments, ({ days, amounts }) => {
        const flow = cashFlow({ days, amounts });
        // Day by day, with all days between the payments.
        const dayOf = (from: number, to: number) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i);
        const daily = dayOf(days[0]!, days.at(-1)!);
        const cash = amounts.map((own) =>
          daily.map((until) =>
            own.reduce((all, amount, i) => (days[i]! <= until ? all + amount : all), 0),
          ),
        );
        const lows = cash.map((own) => Math.min(0, ...own)).sort((a, b) => a - b);
        const expected = daily.map((_, day) => mean(cash.map((own) => own[day]!)));
        const lowest = Math.min(0, ...expected);
        expect(flow.lowest.expected).toBeCloseTo(lowest, 6);
        if (lowest < 0) expect(expected[flow.lowestDay - days[0]!]).toBeCloseTo(lowest, 6);
        // On average, cases fall at least as low as their mean does.
        expect(mean(lows)).toBeLessThanOrEqual(lowest + 1e-6);
        expect(flow.lowest.low80).toBeCloseTo(Math.min(lowest, quantile(lows, 0.1)), 6);
        expect(flow.lowest.high80).toBeCloseTo(Math.max(lowest, quantile(lows, 0.9)), 6);
        expect(flow.end.expected).toBeCloseTo(mean(cash.map((own) => own.at(-1)!)), 6);
        const isBack = (day: number) =>
          cash.filter((own) => daily.every((at, i) => at < day || own[i]! >= 0)).length;
        const never = cash.filter((own) => own.at(-1)! < 0).length;
        expect(flow.backDay.never).toBeCloseTo(never / cash.length, 9);
        const { late80 } = flow.backDay;
        if (late80 === null) expect(isBack(daily.at(-1)!)).toBeLessThan(0.9 * cash.length);
        else {
          expect(isBack(late80)).toBeGreaterThanOrEqual(0.9 * cash.length);
          if (late80 > days[0]!) expect(isBack(late80 - 1)).toBeLessThan(0.9 * cash.length);
        }
        flow.low80.forEach((low, i) => expect(low).toBeLessThanOrEqual(flow.high80[i]!));
      }),
    );
  });
});
