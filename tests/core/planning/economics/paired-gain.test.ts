import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { pairedGain } from '#core/planning/economics/paired-gain.ts';

const spread = demandSpread(Float64Array.from({ length: 41 }, (_, i) => (i - 20) / 25));
const money = { revenue: 10, margin: 6, leftover: 1.2, fixedCost: 20 };

const anyLaunch = fc.record({
  logUnits: fc.double({ min: 0, max: 7, noNaN: true }),
  stock: fc.integer({ min: 1, max: 900 }),
  money: fc.record({
    revenue: fc.double({ min: 1, max: 30, noNaN: true }),
    margin: fc.double({ min: -2, max: 20, noNaN: true }),
    leftover: fc.double({ min: 0, max: 5, noNaN: true }),
    fixedCost: fc.double({ min: 0, max: 100, noNaN: true }),
  }),
});

describe('the gain over the usual approach', () => {
  it('is that of one demand factor for both, case by case', () => {
    fc.assert(
      fc.property(anyLaunch, anyLaunch, (plan, usual) => {
        const profitOf = ({ logUnits, stock, money: own }: typeof plan, factor: number) => {
          const sold = Math.min(stock, Math.max(0, Math.exp(logUnits) * factor - 1));
          return own.margin * sold - own.leftover * (stock - sold) - own.fixedCost;
        };
        const gains = Array.from(
          spread.factors,
          (factor) => profitOf(plan, factor) - profitOf(usual, factor),
        );
        const compared = { measure: 'profit', expected: 0 } as const;
        const { range, ahead } = pairedGain(spread, [plan, usual], compared)!;
        expect(ahead).toBeCloseTo(gains.filter((gain) => gain > 0).length / gains.length, 9);
        const sorted = Float64Array.from(gains).sort();
        expect(range.low80).toBeCloseTo(Math.min(0, quantileOfSorted(sorted, 0.1)), 6);
        expect(range.high80).toBeCloseTo(Math.max(0, quantileOfSorted(sorted, 0.9)), 6);
      }),
    );
  });

  it('has the mean that both expected values differ by, and no range between equals', () => {
    const plan = { logUnits: 5, money, stock: 170 };
    const usual = { logUnits: 4.6, money: { ...money, margin: 7, fixedCost: 0 }, stock: 120 };
    const profit = (of: typeof plan) => forecast(spread, of).outcome.profit!.expected;
    const expected = profit(plan) - profit(usual);
    const compared = { measure: 'profit', expected } as const;
    const { range } = pairedGain(spread, [plan, usual], compared)!;
    expect(range.low80).toBeLessThan(expected);
    expect(range.high80).toBeGreaterThan(expected);
    const same = pairedGain(spread, [plan, plan], { measure: 'profit', expected: 0 })!;
    expect(same.range).toMatchObject({ low80: 0, high80: 0 });
    expect(same.ahead).toBe(0);
  });

  it('counts units as demand, and is not known without the money of both', () => {
    const plan = { logUnits: Math.log(201), money, stock: 1 };
    const usual = { logUnits: Math.log(101), money, stock: 1 };
    const { range } = pairedGain(spread, [plan, usual], { measure: 'units', expected: 100 })!;
    // 100 times the factor at each end; factors run from exp(−0.8) to exp(0.8)
    expect(range.low80).toBeLessThan(60);
    expect(range.high80).toBeGreaterThan(180);
    const unknown = { ...usual, money: { ...money, margin: null } };
    const compared = { measure: 'profit', expected: 1 } as const;
    expect(pairedGain(spread, [plan, unknown], compared)).toBeNull();
  });
});
