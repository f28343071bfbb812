import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import { bestStock, serviceLevel } from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import {
  bestLevel,
  bestOrder,
  orderValue,
  type DemandPoints,
} from '#core/ledger/reorder/best-order.ts';

const spread = (width: number) =>
  demandSpread(Float64Array.from({ length: 200 }, (_, i) => width * ((i + 0.5) / 200 - 0.5)));
const demand = (units: number): DemandPoints => demandPoints(spread(1.5), Math.log1p(units));

const anyCase = fc.record({
  soon: fc.double({ min: 0, max: 60, noNaN: true }),
  later: fc.double({ min: 1, max: 5, noNaN: true }),
  there: fc.integer({ min: 0, max: 150 }),
  margin: fc.double({ min: 0.1, max: 9, noNaN: true }),
  leftover: fc.double({ min: 0, max: 9, noNaN: true }),
  packSize: fc.integer({ min: 1, max: 12 }),
  minimumOrder: fc.integer({ min: 0, max: 40 }),
});

/** Money, by what each equally likely case brings: the worth of an order as its definition has it. */
function worthOf(units: number, given: Parameters<typeof orderValue>[0], m: number, l: number) {
  const { soon, rest } = given;
  let worth = 0;
  soon.forEach((asked) => (worth += (m * Math.min(asked, given.there + units)) / soon.length));
  rest.forEach((asked) => {
    worth -= (l * Math.max(0, given.there + units - asked)) / rest.length;
  });
  return worth;
}

describe('bestOrder', () => {
  it('is worth as much as the best of all orders that can be placed', () => {
    fc.assert(
      fc.property(anyCase, ({ soon, later, there, margin, leftover, ...packs }) => {
        const choice = { soon: demand(soon), rest: demand(soon * later), there };
        const stock = { ...USUAL_STOCK_TERMS, ...packs };
        const best = bestOrder(choice, { stock, money: { margin, leftover } });
        const worth = (units: number) => worthOf(units, choice, margin, leftover);
        expect(best % packs.packSize).toBe(0);
        expect(best === 0 || best >= packs.minimumOrder).toBe(true);
        for (let units = 0; units <= 900; units += packs.packSize)
          if (units === 0 || units >= packs.minimumOrder)
            expect(worth(best)).toBeGreaterThanOrEqual(worth(units) - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('is the first stock of a launch where nothing is there and no second order can follow', () => {
    fc.assert(
      fc.property(anyCase, ({ soon, margin, leftover }) => {
        const all = demand(2 + soon);
        const money = { margin, leftover };
        const terms = { stock: USUAL_STOCK_TERMS, money };
        const stock = bestStock(spread(1.5), Math.log1p(2 + soon), {
          terms: USUAL_STOCK_TERMS,
          money,
        });
        const choice = { soon: all, rest: all, there: 0 };
        const value = orderValue(choice, serviceLevel(money));
        expect(value(bestOrder(choice, terms))).toBeGreaterThanOrEqual(value(stock) - 1e-9);
      }),
    );
  });

  it('is more where what is left can still be sold later, and none where each piece loses money', () => {
    const money = { margin: 5, leftover: 2 };
    const order = (rest: number) =>
      bestOrder(
        { soon: demand(30), rest: demand(rest), there: 10 },
        { stock: USUAL_STOCK_TERMS, money },
      );
    expect(order(30)).toBeLessThan(order(60));
    expect(order(60)).toBeLessThanOrEqual(order(300));
    const choice = { soon: demand(30), rest: demand(60), there: 0 };
    const loss = { margin: -1, leftover: 2 };
    expect(bestOrder(choice, { stock: USUAL_STOCK_TERMS, money: loss })).toBe(0);
  });

  it('fills up to the level that is worth most, whatever is there', () => {
    fc.assert(
      fc.property(anyCase, ({ soon, later, there, margin, leftover }) => {
        const choice = { soon: demand(soon), rest: demand(soon * later), there };
        const money = { margin, leftover };
        const level = bestLevel(choice, money);
        const order = bestOrder(choice, { stock: USUAL_STOCK_TERMS, money });
        expect(Math.abs(order - Math.max(0, level - there))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes the usual level of service where money is not known', () => {
    const choice = { soon: demand(40), rest: demand(40), there: 0 };
    const order = (margin: number, leftover: number) =>
      bestOrder(choice, { stock: USUAL_STOCK_TERMS, money: { margin, leftover } });
    expect(order(NaN, NaN)).toBe(order(3, 1));
  });
});
