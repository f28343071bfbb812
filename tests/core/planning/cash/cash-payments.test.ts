import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashPayments, incomePerUnit, valueLeft } from '#core/planning/cash/cash-payments.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import {
  anyCashBasis,
  anyCashLaunch,
  CASH_MONDAY as MONDAY,
  cashBasis,
  cashLaunch,
} from '../../../support/cash-launch.ts';

const anyDemand = fc.double({ min: 0, max: 8000, noNaN: true });

/** Rounding of sums of money of this size. */
const near = (size: number) => 1e-9 * (1 + Math.abs(size));

const about = (value: number): unknown => expect.closeTo(value, 9);

describe('the payments of a launch', () => {
  it('are dated: deposit, balance, ads by week, and each week paid out later', () => {
    // 50 units evenly over four weeks, 12.5 a week; a unit brings 10 less 8%.
    const { days, amounts } = cashPayments(cashLaunch(), cashBasis(), [50]);
    const byDay = Object.fromEntries(days.map((day, i) => [day - MONDAY, amounts[0]![i]]));
    expect(byDay).toEqual({
      [-30]: -120,
      0: -280 - 15,
      7: -15,
      14: -15,
      21: about(-15 + 12.5 * 9.2),
      28: about(12.5 * 9.2),
      35: about(12.5 * 9.2),
      42: about(12.5 * 9.2),
    });
  });

  it('follow the curve of past launches until the stock is sold', () => {
    const shares = [0.5, 0.25, 0.15, 0.1, 0, 0, 0, 0, 0, 0, 0, 0];
    const basis = cashBasis({ curve: { shares, launchCount: 40 } });
    const { days, amounts } = cashPayments(cashLaunch({ orderDay: null }), basis, [160]);
    const incomeOn = (week: number) => amounts[0]![days.indexOf(MONDAY + 7 * week + 14)]!;
    expect(days[0]).toBe(MONDAY);
    expect(incomeOn(1)).toBeCloseTo(80 * 9.2 - 15, 9);
    // The stock of 100 is gone in the second week.
    expect(incomeOn(2)).toBeCloseTo(20 * 9.2, 9);
    expect(incomeOn(3)).toBe(0);
  });

  it('sum to the profit less the value that its units still have', () => {
    fc.assert(
      fc.property(anyCashLaunch, anyCashBasis, anyDemand, (launch, basis, units) => {
        const { amounts } = cashPayments(launch, basis, [units]);
        const profit = profitAt(units, { money: launch.money, stock: launch.stockUnits });
        const paid = sum(amounts[0]!);
        const size = sum(amounts[0]!.map(Math.abs)) + Math.abs(profit);
        expect(Math.abs(paid - (profit - valueLeft(launch, units)))).toBeLessThan(near(size));
      }),
    );
  });

  it('are what a ledger kept day by day would hold', () => {
    fc.assert(
      fc.property(anyCashLaunch, anyCashBasis, anyDemand, (launch, basis, units) => {
        const { days, amounts } = cashPayments(launch, basis, [units]);
        const wanted = ledger(launch, basis, units);
        const size = sum(amounts[0]!.map(Math.abs));
        expect(days).toEqual(days.toSorted((a, b) => a - b));
        expect(new Set(days).size).toBe(days.length);
        for (const [day, amount] of wanted)
          expect(Math.abs((amounts[0]![days.indexOf(day)] ?? 0) - amount)).toBeLessThan(near(size));
        expect(days.every((day) => wanted.has(day))).toBe(true);
      }),
    );
  });
});

describe('the income of a unit sold', () => {
  it('is the price less the fee, for the units that are kept', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 90, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (price, unitCost, fee, returnRate) => {
          const offer = { price, fee, adSpend: 0, leftoverLoss: 0.3 };
          const money = keptMoney(offerMoney({ listPrice: price, unitCost }, offer), returnRate);
          const income = incomePerUnit(cashLaunch({ money, unitCost, returnRate }));
          expect(income).toBeCloseTo((1 - returnRate) * (1 - fee) * price, 9);
        },
      ),
    );
  });
});

/** Sells day by day: each day of a week has the same share of it. */
function ledger(
  launch: Parameters<typeof cashPayments>[0],
  { terms, horizonDays, curve }: Parameters<typeof cashPayments>[1],
  units: number,
): Map<number, number> {
  const paid = new Map<number, number>();
  const pay = (day: number, amount: number) => paid.set(day, (paid.get(day) ?? 0) + amount);
  const { launchDay, orderDay, stockUnits, unitCost, money } = launch;
  const cost = stockUnits * unitCost;
  if (orderDay !== null) pay(orderDay, -terms.depositShare * cost);
  pay(launchDay, orderDay === null ? -cost : -(1 - terms.depositShare) * cost);
  const ofDay = Array.from({ length: horizonDays }, (_, day) =>
    curve ? (curve.shares[Math.floor(day / 7)] ?? 0) / 7 : 1,
  );
  const whole = sum(ofDay);
  let left = stockUnits;
  for (let day = 0; day < horizonDays; day++) {
    const share = whole > 0 ? ofDay[day]! / whole : 1 / horizonDays;
    const sold = Math.min(left, units * share);
    left -= sold;
    const week = Math.floor(day / 7);
    pay(launchDay + 7 * week, -money.fixedCost / horizonDays);
    const end = Math.min(horizonDays, 7 * (week + 1));
    pay(launchDay + end + terms.payoutDays, incomePerUnit(launch) * sold);
  }
  const { later } = money;
  const laterDays = later ? Math.max(1, Math.round(later.share * horizonDays)) : 0;
  for (let day = 0; day < laterDays; day++) {
    const sold = Math.min(left, (units * later!.share) / laterDays);
    left -= sold;
    const end = horizonDays + Math.min(laterDays, 7 * (Math.floor(day / 7) + 1));
    const margin = Math.max(money.margin - later!.holding, -money.leftover);
    const income = incomePerUnit({ ...launch, money: { ...money, margin } });
    pay(launchDay + end + terms.payoutDays, income * sold);
  }
  return paid;
}
