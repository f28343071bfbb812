import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';
import { anyLogUnits, anySpread } from '../../../support/demand.ts';

const anyMoney = fc.record({
  revenue: fc.double({ min: 0, max: 100, noNaN: true }),
  margin: fc.double({ min: -50, max: 60, noNaN: true }),
  leftover: fc.double({ min: 0, max: 20, noNaN: true }),
  fixedCost: fc.double({ min: 0, max: 500, noNaN: true }),
});
const anyStock = fc.integer({ min: 1, max: 5000 });
const money: UnitMoney = { revenue: 10, margin: 6, leftover: 1, fixedCost: 20 };

function expectSame(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
}

function expectOrdered({ low80, low50, expected, high50, high80 }: OutcomeRange): void {
  const range = [low80, low50, expected, high50, high80];
  expect(range.every(Number.isFinite)).toBe(true);
  expect(range).toEqual(range.toSorted((a, b) => a - b));
}

describe('a forecast', () => {
  it('is what the points of demand bring, one by one', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyMoney, anyStock, (spread, logUnits, each, stock) => {
        const points = [...demandPoints(spread, logUnits)];
        const sold = points.map((units) => Math.min(units, stock));
        const revenue = sold.map((units) => each.revenue * units);
        const profit = sold.map(
          (units) => each.margin * units - each.leftover * (stock - units) - each.fixedCost,
        );
        const { outcome, odds } = forecast(spread, { logUnits, money: each, stock });
        expectSame(outcome.revenue!.expected, mean(revenue));
        expectSame(outcome.profit!.expected, mean(profit));
        const { low80, high50, expected } = outcome.profit!;
        expectSame(low80, Math.min(expected, quantile(profit, 0.1)));
        expectSame(high50, Math.max(expected, quantile(profit, 0.75)));
        expect(odds.loss).toBe(profit.filter((value) => value < 0).length / points.length);
        const shareAbove = (bound: number) =>
          points.filter((units) => units >= bound).length / points.length;
        const rounding = 1e-9 * (1 + stock);
        expect(odds.sellOut).toBeGreaterThanOrEqual(shareAbove(stock + rounding) - 1e-12);
        expect(odds.sellOut).toBeLessThanOrEqual(shareAbove(stock - rounding) + 1e-12);
        expectSame(odds.leftoverUnits, stock - mean(sold));
        expectSame(odds.sellThrough, mean(sold) / stock);
      }),
    );
  });

  it('has ranges in order around what is expected, also where each unit loses money', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyMoney, anyStock, (spread, logUnits, each, stock) => {
        const { outcome } = forecast(spread, { logUnits, money: each, stock });
        expectOrdered(outcome.units);
        expectOrdered(outcome.revenue!);
        expectOrdered(outcome.profit!);
        expect(outcome.units.low80).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('tells units as if stock never ended, and in the middle', () => {
    const spread = demandSpread(Float64Array.from({ length: 99 }, (_, i) => (i - 49) / 50));
    const { units } = forecast(spread, { logUnits: Math.log1p(200), money, stock: 10 }).outcome;
    expect(units.expected).toBeCloseTo(200, 9);
    expect(units.low80).toBeLessThan(100);
    expect(units.high80).toBeGreaterThan(400);
  });

  it('brings no more money than the stock allows', () => {
    const spread = demandSpread(Float64Array.of(-0.1, 0, 0.1));
    const { outcome, odds } = forecast(spread, { logUnits: 6, money, stock: 30 });
    expect(outcome.revenue!.expected).toBeCloseTo(300, 9);
    expect(outcome.revenue!.high80).toBeCloseTo(300, 9);
    expect(outcome.profit!.expected).toBeCloseTo(30 * 6 - 20, 9);
    expect(odds).toMatchObject({ loss: 0, sellOut: 1 });
    expect(odds.leftoverUnits).toBeCloseTo(0, 9);
    expect(odds.sellThrough).toBeCloseTo(1, 9);
  });

  it('earns less the more is sold where each unit loses money', () => {
    const spread = demandSpread(Float64Array.of(-0.3, 0, 0.3));
    const loses = { ...money, margin: -2, leftover: 0 };
    const profit = [2, 3, 4, 5].map(
      (logUnits) =>
        forecast(spread, { logUnits, money: loses, stock: 1000 }).outcome.profit!.expected,
    );
    expect(profit).toEqual(profit.toSorted((a, b) => b - a));
    expect(profit[0]).toBeLessThan(-20);
    const { odds } = forecast(spread, { logUnits: 4, money: loses, stock: 1000 });
    expect(odds.loss).toBe(1);
  });

  it('says nothing of money that is not known', () => {
    const spread = demandSpread(Float64Array.of(-0.3, 0, 0.3));
    const noCost = { ...money, margin: NaN, leftover: NaN };
    const withPrice = forecast(spread, { logUnits: 4, money: noCost, stock: 50 });
    expect(withPrice.outcome.profit).toBeNull();
    expect(withPrice.odds.loss).toBeNull();
    expectOrdered(withPrice.outcome.revenue!);
    const bare = forecast(spread, { logUnits: 4, money: { ...noCost, revenue: NaN }, stock: 50 });
    expect(bare.outcome.revenue).toBeNull();
    expect(Object.values(bare.odds).filter((value) => value !== null)).toSatisfy(
      (values: number[]) => values.every(Number.isFinite),
    );
  });

  it('takes a leftover for nothing lost where only that is not known', () => {
    const spread = demandSpread(Float64Array.of(0));
    const { profit } = forecast(spread, {
      ...{ logUnits: Math.log1p(10), stock: 50 },
      money: { ...money, leftover: NaN },
    }).outcome;
    expect(profit!.expected).toBeCloseTo(10 * 6 - 20, 9);
  });
});
