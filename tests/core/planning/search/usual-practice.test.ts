import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  cellCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { economyOf, stockOf, type Economy } from '#core/planning/economics/economics.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import type { Habit } from '#core/model/blend/habit.ts';
import { habitCells, usualPractice, usualStock } from '#core/planning/search/usual-practice.ts';
import { periodOf } from '#core/model/outcomes/heads.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';

const space = smallSpace();
const cells = cellCount(space);
const evenly = new Array<number>(13).fill(1 / 13);
const habit: Habit = { channels: [0.5, 0.5], promotions: [1, 0], periods: evenly };
const exact = demandSpread(Float64Array.of(0));

function economy(change: Partial<Economy> = {}, own: ActionSpace = space): Economy {
  return economyOf(own, {
    ...{ objective: 'profit', economics: { listPrice: 10, unitCost: 4 }, returnRates: null },
    ...{ spread: exact, terms: USUAL_STOCK_TERMS },
    ...change,
  });
}
/** 100 units in the shop, 50 on the market. */
const logUnits = Float64Array.from({ length: cells }, (_, index) =>
  Math.log1p(cellAt(space, index).channelIndex === 0 ? 100 : 50),
);
const usualOf = (change: Partial<Parameters<typeof usualPractice>[0]> = {}) =>
  usualPractice({ space, habit, economy: economy(), logUnits, funnel: null, ...change });

describe('the cells of a habit', () => {
  const anyShares = (length: number) =>
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length });
  const year = smallSpace({ weeks: mondays(52) });

  it('are those at list price, with the chance of channel, promotion and period', () => {
    fc.assert(
      fc.property(
        anyShares(2),
        anyShares(2),
        anyShares(13),
        (ofChannels, ofPromotions, periods) => {
          const own = { channels: ofChannels, promotions: ofPromotions, periods };
          const found = new Map(
            habitCells(year, own).map(({ index, weight }) => [index, weight] as const),
          );
          for (let index = 0; index < cellCount(year); index++) {
            const cell = cellAt(year, index);
            const period = periodOf(year.weeks[cell.weekIndex]!);
            const weeks = year.weeks.filter((day) => periodOf(day) === period).length;
            const weight =
              (ofChannels[cell.channelIndex]! *
                ofPromotions[cell.promotionIndex]! *
                periods[period]!) /
              weeks;
            const wanted = cell.factorIndex === 1 ? weight : 0;
            expect(found.get(index) ?? 0).toBeCloseTo(wanted, 12);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('add up to one over a whole year', () => {
    const weights = habitCells(year, habit).map(({ weight }) => weight);
    expect(sum(weights)).toBeCloseTo(1, 12);
  });

  it('are at the price nearest to the list price where that itself was never tried', () => {
    const dear = smallSpace({ priceFactors: [0.8, 1.1, 1.2] });
    const factors = habitCells(dear, habit).map(({ index }) => cellAt(dear, index).factorIndex);
    expect(new Set(factors)).toEqual(new Set([1]));
  });
});

describe('usual practice', () => {
  it('is weighed by the habit, at list price', () => {
    const { outcome, channelShare, promotionShare } = usualOf();
    expect(outcome.units.expected).toBeCloseTo(75, 6);
    // Half of the launches 100 × (10 − 4), half 50 × (10 × 0.5 − 4), less the ads.
    expect(outcome.profit!.expected).toBeCloseTo((600 + 50) / 2 - 20, 6);
    expect(outcome.revenue!.expected).toBeCloseTo((100 * 10 + 50 * 10) / 2, 6);
    expect([channelShare, promotionShare]).toEqual([0.5, 1]);
  });

  it('agrees with the mean over all cells, whatever the habit', () => {
    const anyLogs = fc.array(fc.double({ min: -0.5, max: 8, noNaN: true }), {
      minLength: cells,
      maxLength: cells,
    });
    const anyShare = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(anyLogs, anyShare, anyShare, (logs, onShop, promoted) => {
        const own = {
          ...{ channels: [onShop, 1 - onShop], promotions: [1 - promoted, promoted] },
          periods: evenly,
        };
        const chosen = habitCells(space, own);
        const all = sum(chosen.map(({ weight }) => weight));
        const meanOf = (value: (index: number, units: number) => number) =>
          sum(
            chosen.map(
              ({ index, weight }) => weight * value(index, Math.max(0, Math.expm1(logs[index]!))),
            ),
          ) / all;
        const { outcome } = usualOf({
          ...{ logUnits: logs, habit: own },
          economy: economy({ fixedStock: 1e9, terms: { ...USUAL_STOCK_TERMS, leftoverLoss: 0 } }),
        });
        const units = meanOf((_, sold) => sold);
        const profit = meanOf((index, sold) => {
          const cell = cellAt(space, index);
          const { fee } = space.channels[cell.channelIndex]!;
          return sold * (10 * priceRatio(space, cell) * (1 - fee) - 4) - 20;
        });
        expect(Math.abs(outcome.units.expected - units)).toBeLessThan(1e-9 * (1 + units));
        expect(Math.abs(outcome.profit!.expected - profit)).toBeLessThan(1e-5 * (1 + units));
      }),
    );
  });

  it('has the money and the returns of a unit, weighted by units', () => {
    const { money, returnRate } = usualOf();
    expect(money!.margin).toBeCloseTo((100 * 6 + 50 * 1) / 150, 9);
    expect(money!.fixedCost).toBe(20);
    expect(returnRate).toBeUndefined();
    const returnRates = Float64Array.from({ length: cells }, (_, index) =>
      cellAt(space, index).channelIndex === 0 ? 0.1 : 0.4,
    );
    const returned = usualOf({ economy: economy({ returnRates }) });
    expect(returned.returnRate).toBeCloseTo((100 * 0.1 + 50 * 0.4) / 150, 9);
  });

  it('names the commonest choice', () => {
    const periods = evenly.map((share, period) => (period === 9 ? 2 * share : share));
    const own = { channels: [0.2, 0.8], promotions: [0.7, 0.3], periods };
    expect(usualOf({ habit: own })).toMatchObject({
      ...{ channel: 'market', channelShare: 0.8, promotion: 'none', promotionShare: 0.7 },
      period: 9,
    });
  });

  it('has the stock and the odds of a single launch', () => {
    const spread = demandSpread(Float64Array.of(-0.6, -0.2, 0.1, 0.5));
    const own = economy({ spread });
    const { stockUnits, outcome, odds } = usualOf({ economy: own });
    // 100 × 6 and 50 × 1 over 150 units; all are bought for 4.
    const money = { revenue: 10 * (100 / 150) + 10 * (50 / 150), margin: 650 / 150 };
    const whole = { ...money, leftover: 0.3 * 4, fixedCost: 20 };
    expect(stockUnits).toBe(stockOf(own, Math.log1p(75), whole));
    const wanted = forecast(spread, { logUnits: Math.log1p(75), money: whole, stock: stockUnits });
    expect(outcome.profit!.expected).toBeCloseTo(wanted.outcome.profit!.expected, 6);
    expect(outcome.profit!.low80).toBeCloseTo(wanted.outcome.profit!.low80, 6);
    expect(odds.sellThrough).toBeCloseTo(wanted.odds.sellThrough, 9);
    expect(usualStock({ space, habit, economy: own, logUnits })).toBe(stockUnits);
  });

  it('has what is on hand already', () => {
    expect(usualOf({ economy: economy({ fixedStock: 12 }) }).stockUnits).toBe(12);
  });

  it('is finite where nothing at all is sold', () => {
    const nothing = new Float64Array(cells);
    const { outcome, stockUnits } = usualOf({ logUnits: nothing });
    expect(outcome.units.expected).toBe(0);
    expect(stockUnits).toBe(1);
    expect(outcome.profit!.expected).toBeCloseTo(-20 - 0.3 * 4, 9);
  });

  it('is not thrown off by a forecast below nothing', () => {
    const logs = logUnits.map((_, index) =>
      Math.log1p(cellAt(space, index).channelIndex === 0 ? 0.5 : -0.4999),
    );
    const { outcome } = usualOf({ logUnits: logs });
    expect(outcome.units.expected).toBeCloseTo(0.25, 9);
    expect(outcome.revenue!.high80).toBeLessThanOrEqual(10 * 0.25 + 1e-9);
  });

  it('names nothing where there is nothing to choose', () => {
    const bare = smallSpace({ channels: [], promotions: [], priceFactors: [1], adSpend: NaN });
    const own = { channels: [1], promotions: [1], periods: evenly };
    const usual = usualPractice({
      ...{ space: bare, habit: own, logUnits: [3, 3, 3], funnel: null },
      economy: economy({ economics: { listPrice: NaN, unitCost: NaN } }, bare),
    });
    expect(usual).toMatchObject({
      ...{ channel: null, channelShare: null, promotion: null, promotionShare: null },
      outcome: { revenue: null, profit: null },
      odds: { loss: null },
      funnel: null,
    });
    expect(usual.outcome.units.expected).toBeCloseTo(Math.expm1(3), 9);
  });

  it('goes through the mean funnel of the habit', () => {
    const rates = habitCells(space, habit).map(({ index }) =>
      cellAt(space, index).channelIndex === 0
        ? { impressions: 1000, clickRate: 0.1, conversion: 0.2 }
        : { impressions: 3000, clickRate: 0.05, conversion: 0.1 },
    );
    const { funnel } = usualOf({ funnel: { rates, unitsPerOrder: 2 } });
    expect(funnel!.clickRate).toBeCloseTo(250 / 4000, 9);
    expect(funnel!.conversion).toBeCloseTo((20 + 15) / 250, 9);
    const { impressions, clickRate, conversion, unitsPerOrder } = funnel!;
    expect(impressions * clickRate * conversion * unitsPerOrder).toBeCloseTo(75, 6);
  });
});
