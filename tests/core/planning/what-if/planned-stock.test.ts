import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { bestStockAt, isStockTied, proposedStock } from '#core/planning/what-if/planned-stock.ts';
import { figuresAt } from '#core/planning/what-if/what-if.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const spreadOf = (width: number) =>
  demandSpread(Float64Array.from({ length: 200 }, (_, i) => width * ((i + 0.5) / 200 - 0.5)));
const anyStudy = fc
  .record({
    width: fc.double({ min: 0.2, max: 5, noNaN: true }),
    leftoverLoss: fc.double({ min: 0.05, max: 1, noNaN: true }),
  })
  .map(({ width, leftoverLoss }) =>
    planStudy({ spread: spreadOf(width), stock: { ...USUAL_STOCK_TERMS, leftoverLoss } }),
  );

it('names the stock that earns most, what it adds, and why it is not ordered', () => {
  fc.assert(
    fc.property(anyStudy, fc.integer({ min: 1, max: 500 }), (study, stockUnits) => {
      const choice = { ...someChoice, stockUnits };
      const figures = (stock: number) => figuresAt(study, { ...choice, stockUnits: stock });
      const profit = (stock: number) => figures(stock).outcome.profit!.expected;
      const proposed = proposedStock(study, choice);
      const best = bestStockAt(study, choice);
      const most = Math.max(...Array.from({ length: 2 * best }, (_, i) => profit(i + 1)));
      expect(profit(best)).toBeCloseTo(most, 6);
      const { passed } = proposed;
      if (!passed) {
        // Nothing larger earns more, beyond what is rounded.
        if (best > proposed.stockUnits) expect(profit(proposed.stockUnits)).toBeCloseTo(most, 6);
        return;
      }
      expect(passed.stockUnits).toBe(best);
      expect(best).toBeGreaterThan(proposed.stockUnits);
      expect(passed.gain).toBeCloseTo(most - profit(proposed.stockUnits), 6);
      const { loss } = figures(best).odds;
      if (passed.why === 'loss') expect(loss).toBeGreaterThanOrEqual(0.5);
      else expect(passed.gain).toBeLessThanOrEqual(0.005 * most + 1e-9);
    }),
    { numRuns: 50 },
  );
});

it('keeps a chosen stock that earns nearly as much as the one that plans order', () => {
  const study = planStudy();
  const best = bestStockAt(study, someChoice);
  const chosen = (stockUnits: number) => proposedStock(study, { ...someChoice, stockUnits });
  expect(chosen(best)).toEqual({ stockUnits: best, passed: null });
  expect(chosen(best - 1)).toMatchObject({ stockUnits: best - 1, passed: { why: 'tied' } });
  expect(chosen(20)).toEqual({ stockUnits: best, passed: null });
  expect(isStockTied(study, { ...someChoice, stockUnits: best - 1 })).toBe(true);
});
