import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlow } from '#core/planning/cash/cash-flow.ts';
import { mean } from '#core/base/statistics/statistics.ts';

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
    expect(flow.lowestDay.middle).toBe(20);
    expect(flow.backDay.middle).toBe(40);
    expect(flow.end.expected).toBe(50);
  });

  it('is back only once it stays at zero or above', () => {
    expect(flowOf([1, 2, 3, 4], [-5, 9, -6, 4]).backDay.middle).toBe(4);
    expect(flowOf([1, 2], [-5, 4]).backDay).toEqual({ middle: null, early80: null, late80: null });
    expect(flowOf([1, 2], [-5, 5 - 1e-9]).backDay.middle).toBe(2);
  });

  it('never counts as below zero where nothing goes out', () => {
    const { lowest, backDay } = flowOf([1, 2], [5, 4]);
    expect(lowest.expected).toBe(0);
    expect(backDay.middle).toBe(1);
  });
});

describe('the cash flow of several cases', () => {
  it('has the mean and the ranges of what each case does on its own', () => {
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
        const lows = cash.map((own) => Math.min(0, ...own));
        expect(flow.lowest.expected).toBeCloseTo(mean(lows), 6);
        expect(flow.end.expected).toBeCloseTo(mean(cash.map((own) => own.at(-1)!)), 6);
        const back = cash
          .map((own) => daily[own.findLastIndex((each) => each < 0) + 1] ?? Infinity)
          .sort((a, b) => a - b);
        // The median day is a day on which half of the cases are back, and not before.
        const isBack = (day: number) => back.filter((each) => each <= day).length;
        const { middle } = flow.backDay;
        if (middle === null) expect(2 * isBack(daily.at(-1)!)).toBeLessThan(amounts.length);
        else {
          expect(2 * isBack(middle)).toBeGreaterThanOrEqual(amounts.length);
          expect(2 * isBack(middle - 1)).toBeLessThan(amounts.length);
        }
        flow.low80.forEach((low, i) => expect(low).toBeLessThanOrEqual(flow.high80[i]!));
      }),
    );
  });
});
