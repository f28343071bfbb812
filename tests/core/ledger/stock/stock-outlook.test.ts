import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillOnHand, stockOutlooks } from '#core/ledger/stock/stock-outlook.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { stockItem } from '../../../support/stock-item.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const asOf = 1000;
const nothing = { table: launchTable([]), horizonDays: 28 };
const listOf = (...items: Parameters<typeof stockItem>[0][]) => ({
  ...{ fileName: 'stock.csv', asOf },
  items: items.map(stockItem),
});

describe('stockOutlooks', () => {
  it('say when the last piece goes, with the range of the rule where no launches tell', () => {
    const { outlooks } = stockOutlooks(listOf({ onHand: 26, weeklyUnits: 2 }), nothing);
    const { expected, low80, high80 } = outlooks[0]!.soldOut!;
    expect(expected).toBe(asOf + 91);
    // 2.6 times as fast, or as slow.
    expect(Math.abs(low80! - (asOf + 35))).toBeLessThanOrEqual(1);
    expect(Math.abs(high80! - (asOf + 237))).toBeLessThanOrEqual(5);
  });

  it('take the range from how late weeks of past launches went', () => {
    const steady = weeklyLaunches(
      Array.from({ length: 30 }, (_, i) => ({ weeks: new Array<number>(12).fill(5 + i) })),
    );
    const list = listOf({ onHand: 26, weeklyUnits: 2 });
    const { outlooks } = stockOutlooks(list, { table: steady, horizonDays: 28 });
    const { low80, high80 } = outlooks[0]!.soldOut!;
    expect(high80! - low80!).toBeLessThan(10);
  });

  it('leave open what nothing tells, and what lasts longer than anybody looks', () => {
    const { outlooks } = stockOutlooks(
      listOf({}, { onHand: 900, weeklyUnits: 2 }, { weeklyUnits: 0 }),
      nothing,
    );
    expect(outlooks[0]).toMatchObject({ ahead: null, soldOut: null });
    expect(outlooks[1]!.soldOut).toMatchObject({ expected: null, high80: null });
    expect(outlooks[2]!.soldOut).toEqual({ expected: null, low80: null, high80: null });
  });
});

describe('stillOnHand', () => {
  it('is sure now, half in the middle, and never rises', () => {
    const { outlooks, spread } = stockOutlooks(listOf({ onHand: 20, weeklyUnits: 4 }), nothing);
    const there = (day: number) => stillOnHand(outlooks[0]!, day, spread)!;
    expect(there(asOf - 30)).toBe(1);
    expect(there(asOf)).toBe(1);
    expect(there(outlooks[0]!.soldOut!.expected!)).toBeCloseTo(0.5, 1);
    expect(there(outlooks[0]!.soldOut!.high80!)).toBeLessThanOrEqual(0.11);
    const day = fc.integer({ min: asOf, max: asOf + 900 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(there(Math.max(a, b))).toBeLessThanOrEqual(there(Math.min(a, b)));
      }),
    );
  });
});
