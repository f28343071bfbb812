import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestStock } from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS as terms } from '#core/planning/plan/stock-terms.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { saferStock } from '#core/planning/economics/safer-stock.ts';
import { anySpread } from '../../../support/demand.ts';

const money = fc.record({
  revenue: fc.constant(20),
  margin: fc.double({ min: 0.5, max: 10, noNaN: true }),
  leftover: fc.double({ min: 0.5, max: 10, noNaN: true }),
  fixedCost: fc.integer({ min: 0, max: 60 }),
});
const logs = fc.double({ min: 0, max: 4, noNaN: true });

describe('a safer stock', () => {
  it('is the largest up to the best one that is likelier to earn than to lose, and expected to', () => {
    fc.assert(
      fc.property(anySpread, logs, money, (spread, logUnits, own) => {
        const best = bestStock(spread, logUnits, { terms, money: own });
        const isSafe = (stock: number) => {
          const { outcome, odds } = forecast(spread, { logUnits, money: own, stock });
          return odds.loss! < 0.5 && outcome.profit!.expected > 1e-9;
        };
        const stock = saferStock(spread, logUnits, { stock: best, terms, money: own });
        const safe = Array.from({ length: best }, (_, i) => i + 1).filter(isSafe);
        expect(stock).toBe(safe.at(-1) ?? best);
      }),
      { numRuns: 300 },
    );
  });

  it('counts what is sold later too', () => {
    const later = fc.record({
      share: fc.double({ min: 0.2, max: 3, noNaN: true }),
      holding: fc.double({ min: 0, max: 14, noNaN: true }),
    });
    fc.assert(
      fc.property(anySpread, logs, money, later, (spread, logUnits, own, sells) => {
        const each = { ...own, later: sells };
        const best = bestStock(spread, logUnits, { terms, money: each });
        const isSafe = (stock: number) => {
          const { outcome, odds } = forecast(spread, { logUnits, money: each, stock });
          return odds.loss! < 0.5 && outcome.profit!.expected > 1e-9;
        };
        const stock = saferStock(spread, logUnits, { stock: best, terms, money: each });
        const safe = Array.from({ length: best }, (_, i) => i + 1).filter(isSafe);
        expect(stock).toBe(safe.at(-1) ?? best);
      }),
      { numRuns: 300 },
    );
  });

  it('is the stock itself where money is not known', () => {
    for (const own of [{ margin: NaN }, { leftover: NaN }, { margin: -1 }, { leftover: 0 }]) {
      const known = { revenue: 20, margin: 4, leftover: 3, fixedCost: 500, ...own };
      const spread = { factors: new Float64Array(100).fill(1), sums: new Float64Array(101) };
      expect(saferStock(spread, 4, { stock: 90, terms, money: known })).toBe(90);
    }
  });

  it('orders for the median where one launch in five sells ten times as much', () => {
    const factors = Float64Array.from({ length: 100 }, (_, i) => (i < 80 ? 1 : 10));
    const sums = new Float64Array(101);
    factors.forEach((factor, i) => (sums[i + 1] = sums[i]! + factor));
    const own = { revenue: 20, margin: 10, leftover: 2, fixedCost: 300 };
    const best = bestStock({ factors, sums }, Math.log(51), { terms, money: own });
    expect(best).toBe(509);
    // 10 × 50 − 2 × (s − 50) − 300 = 0
    const stock = saferStock({ factors, sums }, Math.log(51), { stock: best, terms, money: own });
    expect(stock).toBe(150);
  });
});
