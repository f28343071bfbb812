import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import {
  LAST_WEEK,
  salesAhead,
  soldWithin,
  weeksUntil,
  type SalesAhead,
} from '#core/ledger/stock/sales-ahead.ts';
import { stockItem } from '../../../support/stock-item.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

// Two thirds in the first six weeks, and four pieces a week from then on.
const WEEKS = [8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 4, 4];
const table = weeklyLaunches([
  ...Array.from({ length: 24 }, (_, i) => ({
    weeks: WEEKS.map((units) => units * (1 + i)),
    day: 100,
  })),
  { weeks: [16, 16], day: 500, units: 1 },
  { weeks: [], day: 500, units: 64 },
  { weeks: [], day: 500, units: NaN },
]);
const history = { table, curves: fitWeeklyCurves(table), horizonDays: 28 };

describe('salesAhead', () => {
  it('goes by what the list says, before anything else', () => {
    const ahead = salesAhead(stockItem({ weeklyUnits: 3 }), 0, { ...history, asOf: 600 })!;
    expect(ahead.source).toBe('list');
    expect(soldWithin(ahead, 10)).toBe(30);
  });

  it('carries the weeks of a launch on along the curve, and on at the level of its last weeks', () => {
    const ahead = salesAhead(stockItem(), 24, { ...history, asOf: 514 })!;
    expect(ahead.source).toBe('launch');
    // Twice the curve's weeks: 16 in weeks 3 to 6, then 8.
    expect(soldWithin(ahead, 4)).toBeCloseTo(64, 9);
    expect(soldWithin(ahead, 5)).toBeCloseTo(72, 9);
    expect(soldWithin(ahead, 20)).toBeCloseTo(64 + 16 * 8, 9);
  });

  it('goes by the units of the horizon where weeks are not known', () => {
    const ahead = salesAhead(stockItem(), 25, { ...history, asOf: 500 })!;
    expect(soldWithin(ahead, 4)).toBeCloseTo(64, 9);
    expect(soldWithin(ahead, 7)).toBeCloseTo(64 + 32 + 8, 9);
  });

  it('tells nothing where nothing is known', () => {
    const at = { ...history, asOf: 514 };
    expect(salesAhead(stockItem(), null, at)).toBeNull();
    expect(salesAhead(stockItem(), 26, at)).toBeNull();
    expect(salesAhead(stockItem(), 24, { ...at, curves: null })).toBeNull();
  });
});

describe('weeksUntil', () => {
  const anyAhead = fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: LAST_WEEK, maxLength: LAST_WEEK })
    .map((steps): SalesAhead => {
      const soldByWeek = [0];
      for (const step of steps) soldByWeek.push(soldByWeek.at(-1)! + step);
      return { source: 'list', soldByWeek };
    });

  it('is when so many are sold', () => {
    fc.assert(
      fc.property(anyAhead, fc.double({ min: 0.1, max: 2500, noNaN: true }), (ahead, units) => {
        const weeks = weeksUntil(ahead, units);
        if (weeks === null) expect(ahead.soldByWeek.at(-1)).toBeLessThan(units);
        else expect(soldWithin(ahead, weeks)).toBeCloseTo(units, 6);
      }),
    );
  });

  it('is now for nothing, and never for more than is ever sold', () => {
    const none = { source: 'list', soldByWeek: new Array<number>(LAST_WEEK + 1).fill(0) } as const;
    expect(weeksUntil(none, 0)).toBe(0);
    expect(weeksUntil(none, 1)).toBeNull();
  });
});
