import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandSpread, expectedDemand, expectedSales } from '#core/planning/economics/demand.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { sensitivityOf } from '#core/planning/search/sensitivity.ts';

const spread = demandSpread(Float64Array.of(-0.7, -0.2, 0, 0.3, 0.8));
const money = { revenue: 10, margin: 6, leftover: 1.2, fixedCost: 20 };
const endless = { money: { ...money, leftover: 0 }, stock: 1e9 };
const profit = { objective: 'profit', spread } as const;

const anyLaunch = fc.record({
  logUnits: fc.double({ min: 2, max: 7, noNaN: true }),
  stock: fc.integer({ min: 1, max: 900 }),
  margin: fc.double({ min: 0.5, max: 20, noNaN: true }),
  /** Of what the plan is expected to earn. */
  usualShare: fc.double({ min: -0.2, max: 0.98, noNaN: true }),
});

describe('how far a gain leans on what no column tells', () => {
  it('is in closed form where stock never ends', () => {
    const logUnits = 5;
    // Demand is exp(logUnits) · mean(factors) − 1, which a share q takes down to (1 − q) of its first term.
    const one = 1 + expectedDemand(spread, logUnits);
    const usual = 6 * (0.75 * one - 1) - 20;
    expect(sensitivityOf(profit, { logUnits, ...endless }, usual)).toBeCloseTo(0.25, 9);
  });

  it('takes the plan down to what usual practice earns, and nothing less does', () => {
    fc.assert(
      fc.property(anyLaunch, ({ logUnits, stock, margin, usualShare }) => {
        const own = { ...money, margin };
        const at = (q: number) =>
          profitOf(profit, logUnits + Math.log1p(-q), { money: own, stock });
        const usual = at(0) - (1 - usualShare) * Math.abs(at(0));
        const q = sensitivityOf(profit, { logUnits, money: own, stock }, usual);
        const steps = Array.from({ length: 2000 }, (_, i) => i / 2000);
        const gone = steps.find((step) => step > 0 && at(step) <= usual);
        if (q === null) expect(at(0) > usual && gone !== undefined).toBe(false);
        else {
          expect(at(q)).toBeCloseTo(usual, 6);
          expect(Math.abs(q - (gone ?? 1))).toBeLessThanOrEqual(1 / 1000);
        }
      }),
    );
  });

  it('is of revenue where that is aimed at', () => {
    const stock = 120;
    const at = (q: number) => 10 * expectedSales(spread, 5 + Math.log1p(-q), stock);
    const q = sensitivityOf(
      { objective: 'revenue', spread },
      { logUnits: 5, money, stock },
      at(0.4),
    );
    expect(q).toBeCloseTo(0.4, 6);
  });

  it('is not known of units, of stock sold, and without prices or costs', () => {
    const launch = { logUnits: 5, ...endless };
    for (const objective of ['units', 'sell-through'] as const)
      expect(sensitivityOf({ objective, spread }, launch, 1)).toBeNull();
    const unpriced = { ...launch, money: { ...money, revenue: NaN, margin: NaN } };
    expect(sensitivityOf(profit, unpriced, 1)).toBeNull();
    expect(sensitivityOf(profit, launch, NaN)).toBeNull();
  });

  it('is nothing to tell where nothing is gained, or where the gain outlasts all demand', () => {
    const launch = { logUnits: 5, ...endless };
    const earned = profitOf(profit, 5, endless);
    expect(sensitivityOf(profit, launch, earned)).toBeNull();
    expect(sensitivityOf(profit, launch, earned + 1)).toBeNull();
    expect(sensitivityOf(profit, launch, -1e6)).toBeNull();
  });
});
