import { describe, expect, it } from 'vitest';
import { withResults } from '#core/ledger/entries/results-as-launches.ts';
import { adoptedPlan, sampleActual, settledPlan } from '../../../support/adopted-plan.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { sampleProduct, SAMPLE_MONDAY } from '../../../support/ranking.ts';

const history = launchTable([
  {
    ...{ productId: 'H-1', title: 'Blue jug', category: 'Kitchen', channel: 'own store' },
    ...{ promotion: '10% off', material: 'clay', day: SAMPLE_MONDAY - 10, units: 30 },
  },
  { productId: 'H-2', title: 'Wool rug', category: 'Wool', day: SAMPLE_MONDAY - 300, units: 9 },
]);

describe('withResults', () => {
  it('is the same table where no result is whole', () => {
    const early = adoptedPlan({ actual: sampleActual({ isEarly: true }) });
    expect(withResults(history, [adoptedPlan(), early])).toBe(history);
  });

  it('adds a launch with what was said of it, and what was planned where nothing was', () => {
    const facts = { channel: null, adSpend: 75, revenue: 1400, launchDay: SAMPLE_MONDAY + 2 };
    const product = sampleProduct({ attributes: { material: 'glass' } });
    const table = withResults(history, [settledPlan(130, { facts, product })]);
    expect(table.rowCount).toBe(3);
    expect(table.title).toEqual(['Blue jug', 'Wool rug', 'Red mug']);
    expect(table.attributes.material).toEqual(['clay', '', 'glass']);
    const added = {
      ...{ productId: '0012', category: 'Kitchen', channel: 'own store', promotion: '10% off' },
      ...{ launchDay: SAMPLE_MONDAY + 2, listPrice: 12, unitCost: 4, salePrice: 11.34 },
      ...{ adSpend: 75, firstStock: 160, units: 130, revenue: 1400, clicks: NaN, crowding: 1 },
    };
    for (const [name, value] of Object.entries(added))
      expect([name, table[name as keyof typeof added][2]]).toEqual([name, value]);
    for (const column of Object.values(table).filter((one) => Array.isArray(one)))
      expect(column).toHaveLength(3);
  });

  it('leaves the launches above as they were', () => {
    const table = withResults(history, [settledPlan(130)]);
    expect([...table.units.slice(0, 2)]).toEqual([30, 9]);
    expect(table.channel[0]).toBe('own store');
  });

  it('knows nothing of the weeks of what it adds', () => {
    const weeklyUnits = Array.from({ length: 12 }, (_, week) => Float64Array.of(week, 2));
    const table = withResults({ ...history, weeklyUnits }, [settledPlan(130)]);
    expect(table.weeklyUnits).toEqual(
      Array.from({ length: 12 }, (_, week) => Float64Array.of(week, 2, NaN)),
    );
    expect(withResults(history, [settledPlan(130)])).not.toHaveProperty('weeklyUnits');
  });

  it('adds nothing that a file has brought meanwhile', () => {
    const again = launchTable([
      { title: 'RED MUG', day: SAMPLE_MONDAY + 6, units: 131 },
      { productId: '0013', title: 'Red cup', day: SAMPLE_MONDAY, units: 4 },
    ]);
    const cup = sampleProduct({ id: '0013', title: 'Red cup with a new name' });
    const entries = [settledPlan(130), settledPlan(4, { product: cup })];
    expect(withResults(again, entries)).toBe(again);
  });

  it('tells a launch of the same product long before from this one', () => {
    const before = launchTable([{ title: 'Red mug', day: SAMPLE_MONDAY - 365, units: 80 }]);
    expect(withResults(before, [settledPlan(130)]).rowCount).toBe(2);
  });
});
