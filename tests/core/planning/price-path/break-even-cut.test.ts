import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenCut } from '#core/planning/price-path/break-even-cut.ts';

const money = { margin: 6, leftover: 2, revenue: 10 };

describe('breakEvenCut', () => {
  it('is the closed form where demand is certain and stock is ample', () => {
    // (6 − 2) 10 r − 2 (100 − 10 r) = 6 · 10 − 2 · 90, so r = 80 / 60
    const { leftoverUnits, demandFactor } = breakEvenCut(
      { demand: Float64Array.of(10), stock: 100, money },
      0.2,
    );
    expect(leftoverUnits).toBe(90);
    expect(demandFactor).toBeCloseTo(4 / 3, 9);
  });

  it('earns the same at the factor it names, and less just below', () => {
    const units = fc.array(fc.double({ min: 1, max: 80, noNaN: true }), {
      minLength: 5,
      maxLength: 9,
    });
    fc.assert(
      fc.property(units, fc.integer({ min: 5, max: 200 }), (values, stock) => {
        const demand = Float64Array.from(values);
        const profit = (factor: number, margin: number) =>
          values.reduce((all, each) => {
            const sold = Math.min(stock, factor * each);
            return all + (margin * sold - 2 * (stock - sold)) / values.length;
          }, 0);
        const { demandFactor } = breakEvenCut({ demand, stock, money }, 0.2);
        if (demandFactor === null) expect(profit(50, 4)).toBeLessThan(profit(1, 6) + 1e-6);
        else {
          expect(profit(demandFactor, 4)).toBeCloseTo(profit(1, 6), 5);
          expect(profit(demandFactor * 0.99, 4)).toBeLessThan(profit(1, 6) + 1e-9);
        }
      }),
    );
  });

  it('has none where all is sold anyway, or where a unit would lose more than a leftover one', () => {
    expect(breakEvenCut({ demand: Float64Array.of(10), stock: 5, money }, 0.2)).toEqual({
      leftoverUnits: 0,
      demandFactor: null,
    });
    const deep = breakEvenCut({ demand: Float64Array.of(10), stock: 100, money }, 0.9);
    expect(deep.demandFactor).toBeNull();
  });
});
