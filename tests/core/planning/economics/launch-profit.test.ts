import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import {
  expectedUnits,
  laterMargin,
  profitAt,
  profitOf,
  profitOfDemand,
} from '#core/planning/economics/launch-profit.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import { anyLogUnits, anySpread } from '../../../support/demand.ts';
import { anyMoney } from '../../../support/unit-money.ts';

const anyStock = fc.integer({ min: 1, max: 3000 });

/** Equal but for rounding. */
function expectSame(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
}

describe('the profit of a launch', () => {
  it('is the mean over the cases of demand, each sold unit by unit', () => {
    const anySmall = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(anyMoney, anySmall, fc.integer({ min: 0, max: 50 }), (money, stock, asked) => {
        let profit = -money.fixedCost;
        const later = Math.floor((money.later?.share ?? 0) * asked);
        for (let unit = 1; unit <= stock; unit++) {
          if (unit <= asked) profit += money.margin;
          else if (unit <= asked + later) profit += laterMargin(money);
          else profit -= money.leftover;
        }
        const whole = money.later && { later: { ...money.later, share: later / (asked || 1) } };
        expectSame(profitAt(asked, { money: { ...money, ...whole }, stock }), profit);
      }),
    );
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyMoney, anyStock, (spread, logs, money, stock) => {
        const cases = demandPoints(spread, logs).map((units) => profitAt(units, { money, stock }));
        expectSame(profitOf({ spread }, logs, { money, stock }), mean(cases));
      }),
    );
  });

  it('is as it was where nothing is sold later, to the last bit', () => {
    fc.assert(
      fc.property(anyMoney, anyStock, fc.double({ min: 0, max: 5000 }), (money, stock, units) => {
        const now = Object.fromEntries(
          Object.entries(money).filter(([name]) => name !== 'later'),
        ) as unknown as UnitMoney;
        const sold = Math.min(units, stock);
        const known = now.margin * sold - now.leftover * (stock - sold) - now.fixedCost;
        expect(profitAt(units, { money: now, stock })).toBe(known);
      }),
    );
  });

  it('is concave in the stock, because a later unit earns at most a margin and loses at most a leftover', () => {
    fc.assert(
      fc.property(anySpread, anyMoney, (spread, money) => {
        const own = { ...money, margin: Math.max(money.margin, -money.leftover) };
        const profits = Array.from({ length: 60 }, (_, i) =>
          profitOf({ spread }, 3, { money: own, stock: 3 * i }),
        );
        const gains = profits.slice(1).map((profit, i) => profit - profits[i]!);
        gains.slice(1).forEach((gain, i) => expect(gain).toBeLessThanOrEqual(gains[i]! + 1e-6));
      }),
    );
  });

  it('reaches what all demand brings with a stock for every case', () => {
    fc.assert(
      fc.property(
        anySpread,
        fc.double({ min: 0, max: 5, noNaN: true }),
        anyMoney,
        (spread, logs, own) => {
          const money = { ...own, leftover: 0, fixedCost: 0 };
          const stock = 1e7;
          const { sold, inAll } = expectedUnits(spread, logs, { money, stock });
          expectSame(inAll, (1 + (money.later?.share ?? 0)) * sold);
          expectSame(profitOf({ spread }, logs, { money, stock }), profitOfDemand(sold, money));
        },
      ),
    );
  });
});
