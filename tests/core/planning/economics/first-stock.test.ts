import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandAt, demandSpread, expectedSales } from '#core/planning/economics/demand.ts';
import {
  bestStock,
  orderableAbove,
  serviceLevel,
  stockValue,
  type PieceMoney,
} from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS, type StockTerms } from '#core/planning/plan/stock-terms.ts';
import { anySpread } from '../../../support/demand.ts';
import { anyMoney } from '../../../support/unit-money.ts';

const termsOf = (change: Partial<StockTerms>): StockTerms => ({ ...USUAL_STOCK_TERMS, ...change });
const anyTerms = fc.record({
  leftoverLoss: fc.constant(0.3),
  minimumOrder: fc.integer({ min: 0, max: 60 }),
  packSize: fc.integer({ min: 0, max: 25 }),
  leadTimeDays: fc.constant(0),
});
const anyPieceMoney: fc.Arbitrary<PieceMoney> = fc.oneof(
  fc.record({
    margin: fc.double({ min: -20, max: 40, noNaN: true }),
    leftover: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
  anyMoney,
  fc.constantFrom({ margin: NaN, leftover: 1 }, { margin: 3, leftover: NaN }),
);
const fewUnits = fc.double({ min: -2, max: 4, noNaN: true });

/** All that can be ordered, up to more than can be sold. */
function orderable({ packSize, minimumOrder }: StockTerms, most: number): number[] {
  const pack = Math.max(1, packSize);
  const least = Math.max(1, minimumOrder);
  const packs = Math.ceil(Math.max(least, most) / pack) + 1;
  return Array.from({ length: packs }, (_, i) => (i + 1) * pack).filter((stock) => stock >= least);
}

describe('the best first stock', () => {
  it('can be ordered, and no other that can be brings more', () => {
    fc.assert(
      fc.property(
        anySpread,
        fewUnits,
        anyTerms,
        anyPieceMoney,
        (spread, logUnits, terms, money) => {
          const times = 1 + (money.later?.share ?? 0);
          const stocks = orderable(terms, times * demandAt(spread, logUnits, 1));
          const stock = bestStock(spread, logUnits, { terms, money });
          const valueOf = (each: number) => stockValue(spread, logUnits, { stock: each, money });
          expect(stocks).toContain(stock);
          const highest = Math.max(...stocks.map(valueOf));
          expect(valueOf(stock)).toBeGreaterThanOrEqual(highest - 1e-9 * (1 + Math.abs(highest)));
        },
      ),
    );
  });

  it('is the quantile of exponential demand that Arrow, Harris and Marschak derive', () => {
    const mean = 500;
    const count = 9999;
    const logUnits = Math.log1p(mean);
    const spread = demandSpread(
      Float64Array.from({ length: count }, (_, i) => {
        const demand = -mean * Math.log(1 - (i + 1) / (count + 1));
        return Math.log1p(demand) - logUnits;
      }),
    );
    for (const money of [
      { margin: 6, leftover: 2 },
      { margin: 1, leftover: 1 },
      { margin: 2, leftover: 6 },
    ]) {
      const best = -mean * Math.log(money.leftover / (money.margin + money.leftover));
      const stock = bestStock(spread, logUnits, { terms: USUAL_STOCK_TERMS, money });
      expect(stock / best).toBeGreaterThan(0.97);
      expect(stock / best).toBeLessThan(1.03);
      const sales = mean * (1 - Math.exp(-stock / mean));
      expect(expectedSales(spread, logUnits, stock) / sales).toBeCloseTo(1, 2);
    }
  });

  it('is larger the more is sold later, and serves it all where that costs nothing to hold', () => {
    const spread = demandSpread(Float64Array.from({ length: 199 }, (_, i) => (i - 99) / 100));
    const stockFor = (share: number, holding: number) =>
      bestStock(spread, 5, {
        terms: USUAL_STOCK_TERMS,
        money: { margin: 6, leftover: 2, later: { share, holding } },
      });
    const now = bestStock(spread, 5, {
      terms: USUAL_STOCK_TERMS,
      money: { margin: 6, leftover: 2 },
    });
    const stocks = [0.5, 1, 2, 4].map((share) => stockFor(share, 1));
    expect(stocks).toEqual(stocks.toSorted((a, b) => a - b));
    expect(stocks[0]).toBeGreaterThan(now);
    expect(stockFor(3, 0) / (4 * now)).toBeCloseTo(1, 2);
    // Held at more than margin and loss, later units are cleared like any leftover.
    expect(stockFor(3, 9)).toBe(now);
  });

  it('covers three launches in four where money is not known', () => {
    const spread = demandSpread(Float64Array.from({ length: 199 }, (_, i) => (i - 99) / 100));
    for (const money of [
      { margin: NaN, leftover: 2 },
      { margin: 5, leftover: NaN },
    ]) {
      const stock = bestStock(spread, 5, { terms: USUAL_STOCK_TERMS, money });
      expect(Math.abs(stock - demandAt(spread, 5, 0.75))).toBeLessThan(1);
    }
  });

  it('is as little as can be ordered where each piece loses money', () => {
    const spread = demandSpread(Float64Array.of(-0.2, 0, 0.2));
    const money: PieceMoney = { margin: -2, leftover: 1 };
    const stock = (terms: StockTerms) => bestStock(spread, 6, { terms, money });
    expect(stock(USUAL_STOCK_TERMS)).toBe(1);
    expect(stock(termsOf({ packSize: 12 }))).toBe(12);
    expect(stock(termsOf({ packSize: 12, minimumOrder: 30 }))).toBe(36);
  });

  it('is all that may be asked for where what is left over loses nothing', () => {
    const spread = demandSpread(Float64Array.of(-0.5, 0, 0.5));
    const money = { margin: 3, leftover: 0 };
    const most = demandAt(spread, 4, 1);
    expect(bestStock(spread, 4, { terms: USUAL_STOCK_TERMS, money })).toBeGreaterThanOrEqual(
      Math.floor(most),
    );
  });

  it('is at least one piece, however little is asked for', () => {
    const spread = demandSpread(Float64Array.of(-0.1, 0, 0.1));
    const money = { margin: 3, leftover: 1 };
    expect(bestStock(spread, -2, { terms: USUAL_STOCK_TERMS, money })).toBe(1);
  });
});

describe('the level of service', () => {
  it('is what one too few loses, over that and what one too many loses', () => {
    expect(serviceLevel({ margin: 6, leftover: 2 })).toBe(0.75);
    expect(serviceLevel({ margin: 3, leftover: 9 })).toBe(0.25);
    expect(serviceLevel({ margin: 6, leftover: -1 })).toBe(1);
  });

  it('is nothing where a piece leaves nothing, and usual where money is not known', () => {
    expect(serviceLevel({ margin: 0, leftover: 0 })).toBe(0);
    expect(serviceLevel({ margin: -1, leftover: 2 })).toBe(0);
    expect(serviceLevel({ margin: NaN, leftover: 2 })).toBe(0.75);
    expect(serviceLevel({ margin: 1, leftover: NaN })).toBe(0.75);
  });
});

it('rounds up to packs, and to the least order', () => {
  expect(orderableAbove(10.2, USUAL_STOCK_TERMS)).toBe(11);
  expect(orderableAbove(0, USUAL_STOCK_TERMS)).toBe(1);
  expect(orderableAbove(25, termsOf({ packSize: 12 }))).toBe(36);
  expect(orderableAbove(25, termsOf({ packSize: 12, minimumOrder: 40 }))).toBe(48);
  expect(orderableAbove(5, termsOf({ packSize: 2.9 }))).toBe(6);
});
