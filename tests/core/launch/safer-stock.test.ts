import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Economy } from '#core/launch/economics.ts';
import { bestStock, USUAL_STOCK_TERMS } from '#core/launch/first-stock.ts';
import { forecast } from '#core/launch/forecast.ts';
import { saferStock } from '#core/launch/safer-stock.ts';
import { anySpread } from '../../support/demand.ts';

const economyOf = (spread: Economy['spread'], change: Partial<Economy> = {}): Economy => ({
  ...{ objective: 'profit', economics: { listPrice: 20, unitCost: 10 }, offers: [] },
  ...{ returnRates: null, spread, terms: USUAL_STOCK_TERMS, fixedStock: null, ...change },
});
const money = fc.record({
  revenue: fc.constant(20),
  margin: fc.double({ min: 0.5, max: 10, noNaN: true }),
  leftover: fc.double({ min: 0.5, max: 10, noNaN: true }),
  fixedCost: fc.integer({ min: 0, max: 60 }),
});
const logs = fc.double({ min: 0, max: 4, noNaN: true });

describe('a safer stock', () => {
  it('is the largest up to the best one that is not likelier to lose and is expected to earn', () => {
    fc.assert(
      fc.property(anySpread, logs, money, (spread, logUnits, own) => {
        const terms = USUAL_STOCK_TERMS;
        const best = bestStock(spread, logUnits, { terms, money: own });
        const isSafe = (stock: number) => {
          const { outcome, odds } = forecast(spread, { logUnits, money: own, stock });
          return odds.loss! <= 0.5 && outcome.profit!.expected > 1e-9;
        };
        const stock = saferStock(economyOf(spread), { logUnits, money: own }, best);
        const safe = Array.from({ length: best }, (_, i) => i + 1).filter(isSafe);
        // A stock between two orders may break even exactly; the test counts whole units.
        expect([safe.at(-1) ?? best, best]).toContain(stock);
        if (stock === best && safe.length > 0) expect(isSafe(best)).toBe(true);
      }),
    );
  });

  it('is the stock itself where profit is not the objective, or the seller has fixed it', () => {
    fc.assert(
      fc.property(anySpread, logs, money, (spread, logUnits, own) => {
        for (const change of [{ objective: 'units' }, { fixedStock: 90 }] as const)
          expect(saferStock(economyOf(spread, change), { logUnits, money: own }, 90)).toBe(90);
      }),
    );
  });

  it('orders for the median where one launch in five sells ten times as much', () => {
    const factors = Float64Array.from({ length: 100 }, (_, i) => (i < 80 ? 1 : 10));
    const sums = new Float64Array(101);
    factors.forEach((factor, i) => (sums[i + 1] = sums[i]! + factor));
    const own = { revenue: 20, margin: 10, leftover: 2, fixedCost: 300 };
    const launched = { logUnits: Math.log(51), money: own };
    const best = bestStock({ factors, sums }, launched.logUnits, {
      terms: USUAL_STOCK_TERMS,
      money: own,
    });
    expect(best).toBe(509);
    // 10 × 50 − 2 × (s − 50) − 300 = 0
    expect(saferStock(economyOf({ factors, sums }), launched, best)).toBe(150);
  });
});
