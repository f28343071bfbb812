import { describe, expect, it } from 'vitest';
import { fitActionBasis } from '#core/model/features/action-basis.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { studyPrices, studySpends } from '#core/planning/what-if/study-grid.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const pricesOf = (rows: readonly LaunchRow[]) => {
  const table = launchTable(rows);
  const space = deriveActionSpace(table, fitActionBasis(table, allRows(table)), 20_000);
  return { ...studyPrices(table, space), proposed: space.priceFactors };
};

describe('prices of a study', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    promotion: i % 2 ? 'coupon' : 'none',
    listPrice: 10,
    salePrice: 10 * [0.84, 0.95, 1, 1.07][(i >> 1) % 4]! * (i % 2 ? 0.8 : 1),
  }));

  it('reach a tenth beyond what was tried, with promotions taken off', () => {
    const { priceFactors, tried } = pricesOf(rows);
    expect(tried.low).toBeCloseTo(0.84, 9);
    expect(tried.high).toBeCloseTo(1.07, 9);
    expect(priceFactors[0]).toBeCloseTo(0.9 * 0.84, 9);
    expect(priceFactors.at(-1)).toBeCloseTo(1.1 * 1.07, 9);
  });

  it('are fifteen, hold every price that a plan may have, and leave no wide gap', () => {
    const { priceFactors, proposed, tried } = pricesOf(rows);
    expect(priceFactors).toHaveLength(15);
    for (const factor of [...proposed, tried.low, tried.high])
      expect(priceFactors).toContain(factor);
    const ratios = [...priceFactors.slice(1)].map((factor, i) => factor / priceFactors[i]!);
    expect(Math.max(...ratios)).toBeLessThan(1.06);
    expect(Math.min(...ratios)).toBeGreaterThan(1);
  });

  it('do not count a launch with a list price of 0', () => {
    const { tried } = pricesOf([...rows, { listPrice: 0, salePrice: 5 }]);
    expect(tried.high).toBeCloseTo(1.07, 9);
  });

  it('are one where one was tried, or none is known', () => {
    const same = pricesOf([{ listPrice: 10, salePrice: 10 }]);
    expect([...same.priceFactors]).toEqual([1]);
    const unknown = pricesOf([{}]);
    expect([...unknown.priceFactors]).toEqual([1]);
    expect(unknown.tried).toEqual({ low: 1, high: 1 });
  });
});

describe('ad spends of a study', () => {
  const table = launchTable(Array.from({ length: 101 }, (_, i) => ({ adSpend: 3 * i + 1 })));

  it('go from the least to the most, rounded, through those that plans choose from', () => {
    const space = { adSpend: 151, adSpends: [16, 60, 290] };
    expect([...studySpends(table, space)]).toEqual([1, 16, 60, 151, 290, 300]);
  });

  it('are none where nothing is known of them', () => {
    expect(studySpends(launchTable([{}]), { adSpend: NaN, adSpends: [] })).toHaveLength(0);
  });
});
