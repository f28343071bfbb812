import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockTable } from '#core/planning/what-if/stock-table.ts';
import { figuresAt } from '#core/planning/what-if/what-if.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const study = planStudy();
const stocksOf = (stockUnits: number, asked = study) =>
  stockTable(asked, { ...someChoice, stockUnits }).map((row) => row.stockUnits);

describe('stock table', () => {
  it('puts the chosen stock between two smaller and two larger ones', () => {
    expect(stocksOf(150)).toEqual([114, 132, 150, 168, 186]);
    expect(stocksOf(3)).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins at the fewest pieces that can be ordered, and goes on in packs', () => {
    expect(stocksOf(1)).toEqual([1, 2, 3, 4, 5]);
    const packs = planStudy({ stock: { ...study.stock, packSize: 20, minimumOrder: 50 } });
    expect(stocksOf(160, packs)).toEqual([120, 140, 160, 180, 200]);
    expect(stocksOf(80, packs)).toEqual([60, 80, 100, 120, 140]);
  });

  it('says of each what the whole forecast says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (stockUnits) => {
        for (const row of stockTable(study, { ...someChoice, stockUnits })) {
          const { outcome, odds } = figuresAt(study, { ...someChoice, stockUnits: row.stockUnits });
          expect(row.sellOut).toBe(odds.sellOut);
          expect(row.leftoverUnits).toBeCloseTo(odds.leftoverUnits, 9);
          expect(row.profit).toBeCloseTo(outcome.profit!.expected, 6);
          expect(row.revenue).toBeCloseTo(outcome.revenue!.expected, 6);
        }
      }),
    );
  });

  it('has no money where prices or costs are not known', () => {
    const { economics } = study;
    const [row] = stockTable(
      planStudy({ economics: { ...economics, listPrice: NaN } }),
      someChoice,
    );
    expect(row).toMatchObject({ profit: null, revenue: null });
  });
});
