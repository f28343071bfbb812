import fc from 'fast-check';
import type { CashBasis, CashLaunch } from '#core/planning/cash/cash-payments.ts';

/** A Monday. */
export const CASH_MONDAY = 20_521;

/** 100 units at 4 each, sold at 10 with a margin of 5.2 after a fee of 8%, and 60 on ads. */
export function cashLaunch(change: Partial<CashLaunch> = {}): CashLaunch {
  return {
    launchDay: CASH_MONDAY,
    orderDay: CASH_MONDAY - 30,
    stockUnits: 100,
    unitCost: 4,
    money: { revenue: 10, margin: 5.2, leftover: 1.2, fixedCost: 60 },
    returnRate: 0,
    ...change,
  };
}

export function cashBasis(change: Partial<CashBasis> = {}): CashBasis {
  return { terms: { depositShare: 0.3, payoutDays: 14 }, horizonDays: 28, curve: null, ...change };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const money = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Twelve shares that sum to 1. */
export const anyCurve = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 })
  .filter((weeks) => weeks.some((week) => week > 0))
  .map((weeks) => {
    const whole = weeks.reduce((all, week) => all + week, 0);
    return { shares: weeks.map((week) => week / whole), launchCount: 40 };
  });

export const anyCashBasis: fc.Arbitrary<CashBasis> = fc.record({
  terms: fc.record({ depositShare: share, payoutDays: fc.integer({ min: 0, max: 60 }) }),
  horizonDays: fc.integer({ min: 1, max: 120 }),
  curve: fc.option(anyCurve),
});

export const anyCashLaunch: fc.Arbitrary<CashLaunch> = fc
  .record({
    lead: fc.option(fc.integer({ min: 1, max: 200 })),
    stockUnits: fc.integer({ min: 1, max: 5000 }),
    unitCost: money(40),
    money: fc.record({
      revenue: money(100),
      margin: fc.double({ min: -30, max: 60, noNaN: true }),
      leftover: money(20),
      fixedCost: money(900),
    }),
    later: fc.option(
      fc.record({ share: fc.double({ min: 0.001, max: 4, noNaN: true }), holding: money(20) }),
    ),
    resaleableShare: share,
    returnRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
  })
  .map(({ lead, later, resaleableShare, ...launch }) => ({
    ...launch,
    money: {
      ...{ ...launch.money, resaleableShare },
      ...(later && { later }),
    },
    launchDay: CASH_MONDAY,
    orderDay: lead === null ? null : CASH_MONDAY - lead,
  }));
