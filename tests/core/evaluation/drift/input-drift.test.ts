import { describe, expect, it } from 'vitest';
import { DRIFT_INPUTS, inputDrift } from '#core/evaluation/drift/input-drift.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import { seededRandom } from '#core/base/random.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

/** Two years of launches that come alike all the time, but for what a test changes of the last fifth. */
function shop(seed: number, change: (row: LaunchRow) => LaunchRow = (row) => row, count = 500) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, (_, i): LaunchRow => {
    const row = {
      day: 19_000 + Math.floor((i * 730) / count),
      category: ['Kitchen', 'Garden', 'Wool'][Math.floor(3 * random())]!,
      channel: random() < 0.7 ? 'Own store' : 'Marketplace',
      promotion: random() < 0.3 ? '10% off' : 'none',
      listPrice: 10 * Math.exp(random()),
      units: Math.round(100 * Math.exp(random())),
    };
    return i < 0.8 * count ? row : change(row);
  });
  return launchTable(rows);
}

const clear = (...asked: Parameters<typeof inputDrift>) =>
  inputDrift(...asked)?.shifts.flatMap(({ input, isClear }) => (isClear ? [input] : []));

describe('inputDrift', () => {
  it('compares all inputs that there are', () => {
    const drift = inputDrift(shop(1), null);
    expect(drift).toMatchObject({ newestCount: 100, beforeCount: 400 });
    expect(drift?.shifts.map(({ input }) => input)).toEqual(DRIFT_INPUTS);
  });

  it('warns of nothing by chance in more than one of a hundred shops', () => {
    const warned = Array.from({ length: 300 }, (_, seed) => clear(shop(seed), null)?.length);
    expect(warned.filter((count) => count !== 0).length).toBeLessThanOrEqual(8);
  });

  it('finds what changed, and how', () => {
    const dearer = shop(2, (row) => ({ ...row, listPrice: row.listPrice! * 2 }));
    expect(clear(dearer, null)).toEqual(['price']);
    expect(inputDrift(dearer, null)?.shifts[0]?.factor).toBeGreaterThan(1.8);
    const moved = shop(3, (row) => ({ ...row, channel: 'Marketplace' }));
    expect(clear(moved, null)).toEqual(['channel']);
    const level = inputDrift(moved, null)?.shifts.find(({ input }) => input === 'channel')?.level;
    expect(level?.now).toBe(level?.name === 'Marketplace' ? 1 : 0);
    const slower = shop(4, (row) => ({ ...row, units: row.units! / 2 }));
    expect(clear(slower, null)).toEqual(['units']);
  });

  it('does not take a season for a change', () => {
    const table = shop(5, undefined, 2000);
    const units = table.units.map((value, row) =>
      new Date(table.launchDay[row]! * 86_400_000).getUTCMonth() > 8 ? value * 5 : value,
    );
    expect(clear({ ...table, units }, 19_000 + 640)).toEqual([]); // a last autumn
  });

  it('compares what came since the model learnt, where that is enough', () => {
    const { launchDay } = shop(6);
    expect(inputDrift(shop(6), launchDay[449]!)).toMatchObject({
      newestCount: 50,
      beforeCount: 450,
    });
    expect(inputDrift(shop(6), launchDay[494]!)).toMatchObject({ newestCount: 100 });
  });

  it('takes for the newest those that a model is checked on', () => {
    const table = shop(8, undefined, 299);
    expect(inputDrift(table, null)).toMatchObject({ newestCount: 60, beforeCount: 239 });
    expect(splitByTime(table).test).toHaveLength(60);
  });

  it('says nothing of a short history, nor of columns that it lacks', () => {
    expect(inputDrift(shop(7, undefined, 90), null)).toBeNull();
    const bare = launchTable(Array.from({ length: 700 }, (_, i) => ({ units: 1 + (i % 9) })));
    expect(inputDrift(bare, null)?.shifts.map(({ input }) => input)).toEqual(['units']);
  });
});
