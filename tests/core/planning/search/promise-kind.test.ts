import { describe, expect, it } from 'vitest';
import { promiseKind, triedMiddles, type TriedMiddle } from '#core/planning/search/promise-kind.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { precedentsInSeason, supportOf } from '#core/planning/search/support.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { sampleAction } from '../../../support/ranking.ts';

const day = 20_002;
const action = sampleAction({ launchDay: day, channel: 'shop', promotion: 'none', adSpend: 20 });
const middle: TriedMiddle = { prices: [0.9, 1.1], adSpends: [10, 40] };
const times = (count: number, row: LaunchRow): LaunchRow[] =>
  Array.from({ length: count }, () => ({
    ...{ category: 'Kitchen', channel: 'shop', promotion: 'none', day: day - 365 },
    ...row,
  }));
const kindIn = (table: LaunchTable, own: LaunchAction, category = 'Kitchen', among = middle) => {
  const support = supportOf(table, category, own);
  const inSeason = precedentsInSeason(table, category, own);
  return promiseKind(own, { support, inSeason, middle: among });
};
const kindOf = (rows: readonly LaunchRow[], change: Partial<LaunchAction> = {}) =>
  kindIn(launchTable([...rows]), { ...action, ...change });

describe('a promise', () => {
  it('is tried where such products were launched so often enough, some of them in the season', () => {
    expect(kindOf(times(10, {}))).toBe('tried');
    expect(kindOf([...times(7, { day: day - 180 }), ...times(3, { day: day - 370 })])).toBe(
      'tried',
    );
  });

  it('is an analogy out of season, with other products, or with few of such', () => {
    expect(kindOf([...times(8, { day: day - 180 }), ...times(2, {})])).toBe('analogy');
    expect(kindOf(times(30, { category: 'Garden' }))).toBe('analogy');
    expect(kindOf([...times(9, {}), ...times(9, { category: 'Garden' })])).toBe('analogy');
    expect(kindOf(times(5, {}))).toBe('analogy');
  });

  it('is an assumption where it was hardly ever done', () => {
    expect(kindOf(times(4, {}))).toBe('assumption');
    expect(kindOf(times(40, { promotion: 'coupon' }))).toBe('assumption');
    expect(kindOf(times(40, { channel: 'market' }))).toBe('assumption');
    expect(kindOf([])).toBe('assumption');
  });

  it('is an assumption at the edge of the prices and the ad spends that were tried', () => {
    const often = times(30, {});
    for (const change of [{ priceFactor: 0.85 }, { priceFactor: 1.15 }])
      expect(kindOf(often, change)).toBe('assumption');
    for (const change of [{ adSpend: 9 }, { adSpend: 41 }])
      expect(kindOf(often, change)).toBe('assumption');
    for (const change of [{ priceFactor: 0.9 }, { adSpend: 40 }, { adSpend: null }])
      expect(kindOf(often, change)).toBe('tried');
  });

  it('counts launches of any kind as such products where there is no category', () => {
    const table = launchTable(times(12, { category: 'Garden' }));
    expect(kindIn(table, action, '')).toBe('tried');
  });
});

describe('the middle of what was tried', () => {
  it('leaves a tenth of the launches to either side, the promotion taken off prices', () => {
    const rows = Array.from({ length: 41 }, (_, i) => ({
      ...{ promotion: 'coupon', listPrice: 10, salePrice: (6 + i / 10) * 0.8, adSpend: i },
    }));
    const { prices, adSpends } = triedMiddles(launchTable(rows), [{ name: 'coupon', depth: 0.2 }])(
      '',
    );
    expect(prices.map((price) => Math.round(price * 100))).toEqual([64, 96]);
    expect(adSpends).toEqual([4, 36]);
  });

  it("is the category's own where it has twenty launches, else that of all", () => {
    const rows = (category: string, count: number, spend: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...{ category, listPrice: 10, salePrice: spend / 10, adSpend: spend + i / count },
      }));
    const table = launchTable([...rows('Kitchen', 20, 80), ...rows('Garden', 19, 100)]);
    const middles = triedMiddles(table, []);
    expect(middles('Kitchen').adSpends[1]).toBeLessThan(81);
    expect(middles('Kitchen').prices).toEqual([0.8, 0.8]);
    expect(middles('Garden')).toEqual(middles(''));
    expect(middles('').prices).toEqual([0.8, 1]);
  });

  it('has no edge where nothing is known', () => {
    const table = launchTable(times(12, {}));
    const unknown = triedMiddles(table, [])('Kitchen');
    for (const change of [{ priceFactor: 9 }, { adSpend: 9e9 }])
      expect(kindIn(table, { ...action, ...change }, 'Kitchen', unknown)).toBe('tried');
  });
});
