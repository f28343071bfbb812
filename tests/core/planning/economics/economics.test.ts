import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellCount, priceRatio } from '#core/model/features/action-space.ts';
import { OBJECTIVES } from '#core/planning/plan/aim.ts';
import { demandPoints, demandSpread, expectedSales } from '#core/planning/economics/demand.ts';
import {
  commonObjective,
  economicsOf,
  economyOf,
  moneyOf,
  stockOf,
  valueOf,
  valueOfCell,
  valuesOfCells,
  type Economy,
} from '#core/planning/economics/economics.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { bestStock } from '#core/planning/economics/first-stock.ts';
import { unitTerms } from '#core/planning/economics/unit-terms.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { smallSpace } from '../../../support/action-space.ts';
import { anyLogUnits, anySpread } from '../../../support/demand.ts';
import { sampleProduct } from '../../../support/ranking.ts';
import { anySelling } from '../../../support/unit-money.ts';

const space = smallSpace();
const cells = cellCount(space);
const returnRates = Float64Array.from({ length: cells }, (_, index) => index / (2 * cells));

function economy(change: Partial<Economy> = {}): Economy {
  return economyOf(space, {
    ...{ objective: 'profit', economics: { listPrice: 10, unitCost: 4 }, returnRates: null },
    ...{ spread: demandSpread(Float64Array.of(-0.5, 0, 0.4)), terms: USUAL_STOCK_TERMS },
    ...change,
  });
}

const anyTerms = fc.option(
  anySelling.map((selling) =>
    unitTerms(selling, { horizonDays: 28, leadTimeDays: 20, unitsPerOrder: 1.2 }),
  ),
  { nil: undefined },
);

/** Equal but for rounding. */
function expectSame(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
}

describe('the figures of a product', () => {
  const usual = { listPrices: { '': 20, Kitchen: 12 }, costShares: { '': 0.5, Kitchen: 0.25 } };
  const product = sampleProduct({ listPrice: 10, unitCost: 4 });
  const bare = sampleProduct({ listPrice: null, unitCost: null });

  it('are its own where it names them', () => {
    expect(economicsOf(product, usual)).toEqual({ listPrice: 10, unitCost: 4 });
  });

  it('are usual ones of the category, or of all, where it names none', () => {
    expect(economicsOf(bare, usual)).toEqual({ listPrice: 12, unitCost: 3 });
    const toy = { ...bare, category: 'Toys' };
    expect(economicsOf(toy, usual)).toEqual({ listPrice: 20, unitCost: 10 });
    expect(economicsOf({ ...toy, listPrice: 6 }, usual)).toEqual({ listPrice: 6, unitCost: 3 });
    expect(economicsOf({ ...bare, category: 'constructor' }, usual).listPrice).toBe(20);
  });

  it('are of all where the category itself has none', () => {
    const ofNone = { listPrices: { '': 20, Kitchen: NaN }, costShares: { '': 0.5, Kitchen: NaN } };
    expect(economicsOf(bare, ofNone)).toEqual({ listPrice: 20, unitCost: 10 });
  });

  it('are an assumed share of the price where no launch shows a cost, and say so', () => {
    const nothing = { listPrices: {}, costShares: {}, assumedCostShare: 0.4 };
    const own = { ...bare, listPrice: 20 };
    expect(economicsOf(own, nothing)).toEqual({ listPrice: 20, unitCost: 8, isCostAssumed: true });
    expect(economicsOf(own, { ...nothing, costShares: { '': 0.5 } }).unitCost).toBe(10);
    expect(economicsOf(bare, nothing)).toEqual({ listPrice: NaN, unitCost: NaN });
  });

  it('are not known where nothing says them', () => {
    const nothing = { listPrices: {}, costShares: {} };
    expect(economicsOf(bare, nothing)).toEqual({ listPrice: NaN, unitCost: NaN });
    expect(economicsOf({ ...bare, unitCost: 4 }, nothing)).toEqual({ listPrice: NaN, unitCost: 4 });
  });
});

describe('the common objective', () => {
  const whole = { listPrice: 10, unitCost: 4 };
  const noCost = { ...whole, unitCost: NaN };
  const noPrice = { ...noCost, listPrice: NaN };

  it('falls from profit to revenue to units as figures are missing', () => {
    expect(commonObjective('profit', [whole])).toBe('profit');
    expect(commonObjective('profit', [whole, noCost])).toBe('revenue');
    expect(commonObjective('profit', [whole, noCost, noPrice])).toBe('units');
  });

  it('is never fuller than what was asked for', () => {
    expect(commonObjective('revenue', [whole])).toBe('revenue');
    expect(commonObjective('revenue', [whole, noPrice])).toBe('units');
    expect(commonObjective('units', [whole])).toBe('units');
    expect(commonObjective('sell-through', [noPrice])).toBe('sell-through');
  });
});

describe('money a unit', () => {
  const offer = { price: 8, fee: 0.25, adSpend: 30, leftoverLoss: 0.3 };

  it('is what is left of the price after fee and cost', () => {
    const money = offerMoney({ listPrice: 10, unitCost: 4 }, offer);
    expect(money.revenue).toBe(8);
    expect(money.margin).toBeCloseTo(2, 12);
    expect(money.leftover).toBeCloseTo(1.2, 12);
    expect(money.fixedCost).toBe(30);
    const free = offerMoney({ listPrice: 10, unitCost: 4 }, { ...offer, adSpend: NaN });
    expect(free.fixedCost).toBe(0);
  });

  it('is not known where cost is not, but for revenue', () => {
    const money = offerMoney({ listPrice: 10, unitCost: NaN }, offer);
    expect(money).toEqual({
      ...{ revenue: 8, margin: NaN, leftover: NaN, fixedCost: 30 },
      returned: NaN,
    });
  });

  it('is nothing for a unit that comes back, which loses what one left over loses', () => {
    const money = { revenue: 8, margin: 2, leftover: 1, fixedCost: 30 };
    expect(keptMoney({ ...money, returned: 1 }, 0.25)).toEqual({
      ...money,
      revenue: 6,
      margin: 0.75 * 2 - 0.25 * 1,
    });
  });

  it('is that of the cell, in every week, after returns', () => {
    const own = economy({ returnRates });
    for (let index = 0; index < cells; index++) {
      const cell = cellAt(space, index);
      const price = 10 * priceRatio(space, cell);
      const kept = 1 - returnRates[index]!;
      const { fee } = space.channels[cell.channelIndex]!;
      const money = moneyOf(own, index);
      expect(money.revenue).toBeCloseTo(kept * price, 9);
      expect(money.margin).toBeCloseTo(kept * (price * (1 - fee) - 4) - (1 - kept) * 0.3 * 4, 9);
      expect([money.leftover, money.fixedCost]).toEqual([0.3 * 4, 20]);
    }
  });
});

describe('the value of a cell', () => {
  const anyIndex = fc.integer({ min: 0, max: cells - 1 });
  const anyObjective = fc.constantFrom(...OBJECTIVES);
  const anyFixed = fc.option(fc.integer({ min: 1, max: 500 }));

  it('is that of its money, whatever is aimed at', () => {
    fc.assert(
      fc.property(
        fc.tuple(anySpread, anyObjective, anyFixed, anyTerms),
        anyLogUnits,
        anyIndex,
        ([spread, objective, fixedStock, terms], logUnits, index) => {
          const own = economy({ spread, objective, fixedStock, returnRates, unitTerms: terms });
          const value = valueOf(own, moneyOf(own, index), logUnits);
          expectSame(valueOfCell(own, index, logUnits), value);
        },
      ),
    );
  });

  it('is what the points of demand bring where stock never ends', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyIndex, (spread, logUnits, index) => {
        const units = mean(demandPoints(spread, logUnits));
        const own = economy({ spread, returnRates });
        const { revenue, margin, fixedCost } = moneyOf(own, index);
        expectSame(
          valueOfCell({ ...own, objective: 'profit' }, index, logUnits),
          units * margin - fixedCost,
        );
        expectSame(valueOfCell({ ...own, objective: 'revenue' }, index, logUnits), units * revenue);
        expectSame(
          valueOfCell({ ...own, objective: 'units' }, index, logUnits),
          Math.expm1(logUnits),
        );
      }),
    );
  });

  it('is what the forecast says where the stock is given', () => {
    const anyFixed = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.tuple(anySpread, anyFixed, anyTerms),
        anyLogUnits,
        anyIndex,
        (given, logUnits, index) => {
          const [spread, stock, terms] = given;
          const own = economy({ spread, fixedStock: stock, returnRates, unitTerms: terms });
          const { outcome } = forecast(spread, { logUnits, money: moneyOf(own, index), stock });
          const { profit, revenue } = outcome;
          expectSame(
            valueOfCell({ ...own, objective: 'profit' }, index, logUnits),
            profit!.expected,
          );
          expectSame(
            valueOfCell({ ...own, objective: 'revenue' }, index, logUnits),
            revenue!.expected,
          );
        },
      ),
    );
  });

  it('is the share of a given stock that is sold where that is aimed at', () => {
    const own = economy({ objective: 'sell-through', fixedStock: 80 });
    expect(valueOfCell(own, 0, 4)).toBe(expectedSales(own.spread, 4, 80) / 80);
    expect(valueOfCell({ ...own, fixedStock: null }, 0, 4)).toBe(1);
  });

  it('is told of all cells at once', () => {
    const own = economy({ returnRates });
    const logUnits = Float64Array.from({ length: cells }, (_, index) => index / 10);
    expect([...valuesOfCells(own, logUnits)]).toEqual(
      Array.from(logUnits, (log, index) => valueOfCell(own, index, log)),
    );
  });
});

describe('stock and profit of a cell', () => {
  it('are the best stock, unless it is given', () => {
    const own = economy();
    const money = moneyOf(own, 3);
    const { spread, terms } = own;
    expect(stockOf(own, 5, money)).toBe(bestStock(spread, 5, { terms, money }));
    expect(stockOf({ ...own, fixedStock: 7 }, 5, money)).toBe(7);
  });

  it('are as many as revenue is worth where units are aimed at, and as margin is for revenue', () => {
    const own = economy();
    const money = { revenue: 8, margin: 0.5, leftover: 1.2, fixedCost: 0 };
    const { spread, terms } = own;
    const ofSales = bestStock(spread, 5, { terms, money: { ...money, margin: 8 } });
    expect(ofSales).toBeGreaterThan(stockOf(own, 5, money));
    expect(stockOf({ ...own, objective: 'units' }, 5, money)).toBe(ofSales);
    expect(stockOf({ ...own, objective: 'revenue' }, 5, money)).toBe(
      bestStock(spread, 5, { terms, money }),
    );
  });

  it('are what the forecast says', () => {
    fc.assert(
      fc.property(
        anySpread,
        anyLogUnits,
        fc.integer({ min: 1, max: 900 }),
        (spread, logUnits, stock) => {
          const own = economy({ spread });
          const money = moneyOf(own, 1);
          const { profit } = forecast(spread, { logUnits, money, stock }).outcome;
          expectSame(profitOf(own, logUnits, { money, stock }), profit!.expected);
        },
      ),
    );
  });
});
