import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestStock, orderableAbove } from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import {
  bestAlong,
  curveAlong,
  measureOf,
  nearlyLevel,
  stockCurve,
  stocksAround,
  type WhatIfCurve,
} from '#core/planning/what-if/what-if-curves.ts';
import { figuresAt, logUnitsAt, unitMoneyAt } from '#core/planning/what-if/what-if.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const study = planStudy();
const { economics } = study;
const withoutCost = planStudy({ economics: { ...economics, unitCost: NaN } });
const withoutPrice = planStudy({ economics: { ...economics, listPrice: NaN, unitCost: NaN } });

const rangeAt = (curve: WhatIfCurve, i: number) => ({
  expected: curve.expected[i]!,
  low80: curve.low80[i]!,
  low50: curve.low50[i]!,
  high50: curve.high50[i]!,
  high80: curve.high80[i]!,
});

const choiceOf = fc.record({
  weekIndex: fc.nat(study.weeks.length - 1),
  priceFactor: fc.double({ min: 0.72, max: 1.32, noNaN: true }),
  adSpend: fc.double({ min: 0, max: 300, noNaN: true }),
  stockUnits: fc.integer({ min: 1, max: 400 }),
});

/** The choice that a place of a curve stands for. */
function movedTo(asked: PlanStudy, axis: 'week' | 'price' | 'spend' | 'stock', x: number) {
  const name = { price: 'priceFactor', spend: 'adSpend', stock: 'stockUnits' } as const;
  return axis === 'week' ? { weekIndex: asked.weeks.indexOf(x) } : { [name[axis]]: x };
}

describe('a curve', () => {
  const known = [
    { says: 'profit', asked: study, axes: ['week', 'price', 'spend', 'stock'] as const },
    { says: 'revenue', asked: withoutCost, axes: ['week', 'price', 'spend', 'stock'] as const },
    { says: 'units', asked: withoutPrice, axes: ['week', 'price', 'spend'] as const },
  ] as const;

  it.each(known)(
    'of $says has the whole forecast’s figures everywhere',
    ({ says, asked, axes }) => {
      expect(measureOf(asked)).toBe(says);
      fc.assert(
        fc.property(choiceOf, fc.constantFrom(...axes), fc.nat(100), (choice, axis, place) => {
          const curve = curveAlong(asked, axis, choice);
          const i = place % curve.x.length;
          if (Number.isNaN(curve.expected[i]!)) return;
          const whole = figuresAt(asked, { ...choice, ...movedTo(asked, axis, curve.x[i]!) });
          const range = whole.outcome[says]!;
          for (const [name, value] of Object.entries(rangeAt(curve, i)))
            expect(value).toBeCloseTo(range[name as keyof typeof range], 6);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('where each piece is sold at a loss has the whole forecast’s figures too', () => {
    const dear = planStudy({ economics: { ...economics, unitCost: 90 } });
    const curve = curveAlong(dear, 'price', someChoice);
    const whole = figuresAt(dear, { ...someChoice, priceFactor: curve.x[3]! }).outcome.profit!;
    expect(rangeAt(curve, 3).low80).toBeCloseTo(whole.low80, 6);
    expect(rangeAt(curve, 3).high80).toBeCloseTo(whole.high80, 6);
  });

  it('keeps its ranges in order around what is expected', () => {
    fc.assert(
      fc.property(choiceOf, fc.constantFrom('price', 'spend', 'stock'), (choice, axis) => {
        const curve = curveAlong(study, axis, choice);
        for (const i of curve.x.keys()) {
          const { low80, low50, expected, high50, high80 } = rangeAt(curve, i);
          const ascending = [low80, low50, expected, high50, high80];
          expect(ascending.toSorted((a, b) => a - b)).toEqual(ascending);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('over weeks has no value where none was tried, and says where', () => {
    const curve = curveAlong(study, 'week', someChoice);
    const untried = curve.x.filter((_, i) => Number.isNaN(curve.expected[i]!));
    const [first] = study.weeks;
    expect(untried).toEqual([first! + 28, first! + 35]);
    expect(curve.outside).toContainEqual([first! + 21, first! + 42]);
  });

  it('over prices goes on beyond what was tried, and says so; its best does not', () => {
    const cheap = planStudy({
      economics: { ...economics, unitCost: 0 },
      tried: { low: 0.9, high: 1.1 },
    });
    const plenty = { ...someChoice, stockUnits: 5_000 };
    const curve = curveAlong(cheap, 'price', plenty);
    expect([curve.x[0], curve.x.at(-1)]).toEqual([0.72, 1.32]);
    expect(curve.outside).toEqual([
      [-Infinity, 0.9],
      [1.1, Infinity],
    ]);
    expect(curve.expected[0]).toBe(Math.max(...curve.expected));
    expect(bestAlong(curve)!.x).toBe(0.9);
    expect(nearlyLevel(curve)![0]).toBe(0.9);
  });

  it('of units falls with the price and rises with the ads', () => {
    const falling = curveAlong(withoutPrice, 'price', someChoice).expected;
    const rising = curveAlong(withoutPrice, 'spend', someChoice).expected;
    expect(falling.toSorted((a, b) => b - a)).toEqual(falling);
    expect(rising.toSorted((a, b) => a - b)).toEqual(rising);
  });

  it('of units over stock shows those that are sold', () => {
    const curve = curveAlong(withoutPrice, 'stock', someChoice);
    expect(curve.expected.toSorted((a, b) => a - b)).toEqual(curve.expected);
    expect(curve.expected.every((sold, i) => sold <= curve.x[i]!)).toBe(true);
  });
});

describe('the stock curve', () => {
  const terms = fc.record({
    leftoverLoss: fc.double({ min: 0.01, max: 1, noNaN: true }),
    leadTimeDays: fc.constant(USUAL_STOCK_TERMS.leadTimeDays),
    minimumOrder: fc.nat(40),
    packSize: fc.integer({ min: 1, max: 24 }),
  });

  it('is best within one pack of the best stock', () => {
    fc.assert(
      fc.property(choiceOf, terms, (choice, stock) => {
        const asked = planStudy({ stock });
        const money = unitMoneyAt(asked, choice);
        fc.pre(money.margin > 0.01);
        const best = bestStock(asked.spread, logUnitsAt(asked, choice), { terms: stock, money });
        const found = bestAlong(curveAlong(asked, 'stock', choice))!;
        expect(Math.abs(found.x - best)).toBeLessThanOrEqual(stock.packSize);
        const whole = figuresAt(asked, { ...choice, stockUnits: best }).outcome.profit!.expected;
        expect(found.expected).toBeCloseTo(whole, 6);
      }),
    );
  });

  it('shows stocks that can be ordered, and more than are usually asked for', () => {
    fc.assert(
      fc.property(choiceOf, terms, (choice, stock) => {
        const asked = planStudy({ stock });
        const stocks = stocksAround(asked, choice);
        for (const units of stocks) expect(orderableAbove(units, stock)).toBe(units);
        expect(stocks.at(-1)).toBeGreaterThan(choice.stockUnits);
      }),
    );
  });

  it('keeps its stocks where the other sliders move', () => {
    const stocks = stocksAround(study, someChoice);
    const moved = stockCurve(study, { ...someChoice, weekIndex: 4, priceFactor: 1.3 }, stocks);
    expect([moved.x[0], moved.x.at(-1)]).toEqual([stocks[0], stocks.at(-1)]);
  });
});

describe('nearly level', () => {
  const curve = (expected: number[]): WhatIfCurve => ({
    x: expected.map((_, i) => i),
    expected,
    ...{ low80: expected, low50: expected, high50: expected, high80: expected },
    outside: [],
  });

  it('is what lies around the best within three hundredths of it', () => {
    expect(nearlyLevel(curve([100, 90, 98, 100, 97, 96, 99]))).toEqual([0, 0]);
    expect(nearlyLevel(curve([50, 90, 98, 101, 99, 96, 99]))).toEqual([2, 4]);
  });

  it('counts a share of the size where all lose', () => {
    expect(nearlyLevel(curve([-110, -102, -100, -104]))).toEqual([1, 2]);
  });

  it('is nothing where nothing was tried', () => {
    expect(nearlyLevel(curve([NaN, NaN]))).toBeNull();
    expect(bestAlong(curve([]))).toBeNull();
  });
});
