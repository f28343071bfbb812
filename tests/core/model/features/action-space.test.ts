import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { fitActionBasis } from '#core/model/features/action-basis.ts';
import {
  cellAt,
  cellCount,
  cellIndex,
  deriveActionSpace,
  offerCount,
  priceRatio,
  usualCostShares,
} from '#core/model/features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { dataLimits } from '#core/model/training/data-limits.ts';
import { isPriceIdentified } from '#core/model/features/price-identifiability.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const today = dayFromCalendar(2026, 3, 4);
const spaceOf = (table: LaunchTable) =>
  deriveActionSpace(table, fitActionBasis(table, allRows(table)), today);

const rows = Array.from({ length: 120 }, (_, i): LaunchRow => {
  const factor = [0.9, 1, 1.1][i % 3]!;
  const coupon = i % 2 === 1;
  return {
    day: dayFromCalendar(2024, 1, 1) + 5 * i,
    category: i % 2 ? 'Kitchen' : 'Garden',
    channel: i % 4 === 0 ? 'market' : 'shop',
    channelFee: i % 4 === 0 ? 0.15 : 0.03,
    promotion: coupon ? 'coupon' : 'none',
    listPrice: 10,
    salePrice: 10 * factor * (coupon ? 0.8 : 1),
    unitCost: i % 2 ? 4 : 6,
    adSpend: 40,
    units: Math.round(100 * factor ** -2),
  };
});
const full = launchTable(rows);

describe('action space', () => {
  const space = spaceOf(full);

  it('starts on the first Monday that is allowed and covers a year of tried weeks', () => {
    expect(isoDate(space.weeks[0]!)).toBe('2026-03-09');
    expect(space.weeks).toHaveLength(52);
  });

  it('reads the discount of each promotion and the fee of each channel from history', () => {
    expect(space.promotions).toEqual([
      { name: 'coupon', depth: 0.2 },
      { name: 'none', depth: 0 },
    ]);
    expect(space.channels).toEqual([
      { name: 'shop', fee: 0.03 },
      { name: 'market', fee: 0.15 },
    ]);
    expect(space.adSpend).toBe(40);
  });

  it('proposes only prices inside the range that was tried', () => {
    expect(space.priceFactors).toEqual([0.9, 0.95, 1, 1.05, 1.1]);
  });

  it('proposes the usual price only where the history does not tell what a price does', () => {
    const unclear = launchTable(rows.map((row) => ({ ...row, units: 10 })));
    expect(spaceOf(unclear).priceFactors).toEqual([1]);
    expect(dataLimits(unclear, spaceOf(unclear))).toEqual(['price-unclear']);
  });

  it('proposes no other price where prices moved with promotions only, and says so', () => {
    const promoted = launchTable(
      rows.map((row, i) => {
        const isCoupon = row.promotion === 'coupon';
        const salePrice = row.listPrice! * (isCoupon ? 0.8 : 1);
        return { ...row, category: 'Kitchen', salePrice, units: (isCoupon ? 20 : 10) + (i % 3) };
      }),
    );
    expect(isPriceIdentified(promoted)).toBe(true);
    expect(spaceOf(promoted).priceFactors).toEqual([1]);
    expect(dataLimits(promoted, spaceOf(promoted))).toEqual(['promotion-prices-only']);
  });

  it('numbers every cell once', () => {
    const seen = new Set(
      Array.from({ length: cellCount(space) }, (_, i) => JSON.stringify(cellAt(space, i))),
    );
    expect(seen.size).toBe(52 * 2 * 2 * 5);
    expect(offerCount(space)).toBe(2 * 2 * 5);
  });

  it('finds the number of a cell again', () => {
    for (const own of [space, { ...space, channels: [], promotions: [] }]) {
      const cells = Array.from({ length: cellCount(own) }, (_, index) => index);
      expect(cells.map((index) => cellIndex(own, cellAt(own, index)))).toEqual(cells);
    }
  });

  it('multiplies price factor and discount', () => {
    const cell = { weekIndex: 0, channelIndex: 0, promotionIndex: 0, factorIndex: 4 };
    expect(priceRatio(space, cell)).toBeCloseTo(1.1 * 0.8, 12);
  });

  it('has no limits where everything was tried', () => {
    expect(dataLimits(full, space)).toEqual([]);
  });
});

it('leaves out weeks far from any launch', () => {
  const summer = launchTable(
    Array.from({ length: 40 }, (_, i) => ({ day: dayFromCalendar(2025, 6, 1) + i })),
  );
  const months = spaceOf(summer).weeks.map((week) => Number(isoDate(week).slice(5, 7)));
  expect(Math.min(...months)).toBe(5);
  expect(Math.max(...months)).toBe(7);
});

it('takes in weeks without a launch where the market shows their season', () => {
  const summer = launchTable(
    Array.from({ length: 40 }, (_, i) => ({ day: dayFromCalendar(2025, 6, 1) + i })),
  );
  const firstDay = dayFromCalendar(2025, 1, 6);
  const series = [{ category: 'Kitchen', logs: new Float32Array(80) }];
  const spaceWith = (isBorrowed: boolean | undefined) =>
    spaceOf({ ...summer, demand: { firstDay, series, isBorrowed } });
  const until = firstDay + 7 * 80;
  const { weeks } = spaceWith(true);
  expect(weeks[0]).toBe(dayFromCalendar(2026, 3, 9));
  expect(weeks.filter((day) => day < until)).toHaveLength((until - weeks[0]!) / 7);
  expect(spaceWith(undefined)).toEqual(spaceOf(summer));
});

it('offers one nameless choice and says why where a column is missing', () => {
  const bare = launchTable(Array.from({ length: 12 }, (_, i) => ({ day: 19_000 + 20 * i })));
  const space = spaceOf(bare);
  expect(space.channels).toEqual([]);
  expect(cellCount(space)).toBe(space.weeks.length);
  expect(dataLimits(bare, space)).toEqual([
    'no-channel',
    'no-promotion',
    'no-price-variation',
    'no-list-price',
    'no-cost',
    'no-ad-spend',
    'no-fees',
    'under-one-year',
    'few-launches',
  ]);
});

it('says so where each launch has one price', () => {
  const listed = launchTable(
    Array.from({ length: 12 }, (_, i) => ({ day: 19_000 + 20 * i, listPrice: 10 + i })),
  );
  const limits = dataLimits(listed, spaceOf(listed));
  expect(limits).toContain('no-sale-price');
  expect(limits).not.toContain('no-price-variation');
});

it('knows the usual share of cost by category and over all', () => {
  const shares = usualCostShares(full);
  expect(shares.Kitchen).toBeCloseTo(0.4, 12);
  expect(shares.Garden).toBeCloseTo(0.6, 12);
  expect(shares['']).toBeCloseTo(0.5, 12);
});

describe('ad spends to choose from', () => {
  const spendsOf = (adSpends: readonly number[]) =>
    spaceOf(launchTable(adSpends.map((adSpend) => ({ adSpend })))).adSpends;

  it('are near what is usual, in two digits', () => {
    const spends = Array.from({ length: 101 }, (_, i) => 1000 + 10.4 * i);
    // 0.7, 0.85, 1, 1.15 and 1.3 times 1520.
    expect(spendsOf(spends)).toEqual([1100, 1300, 1500, 1700, 2000]);
  });

  it('never go beyond what was tried', () => {
    expect(spendsOf([180, 200, 240])).toEqual([200, 230]);
  });

  it('are each told once, ascending', () => {
    expect(spendsOf([300, 301, 299, 300])).toEqual([300]);
    const spends = spendsOf([5, 900, 17, 33.3, 250, 61, 120]);
    expect(spends).toEqual(spends.toSorted((a, b) => a - b));
    expect(spends.map((spend) => Number(spend.toPrecision(2)))).toEqual(spends);
  });

  it('are none at all only where most launches had none', () => {
    const withNone = (none: number) => [
      ...new Array<number>(none).fill(0),
      ...new Array<number>(100 - none).fill(40),
    ];
    expect(spendsOf(withNone(45))).toEqual([28, 34, 40]);
    expect(spendsOf(withNone(55))).toEqual([0]);
    expect(spendsOf(withNone(100))).toEqual([0]);
  });

  it('are none where the history says nothing of them, which is not the same as no spend', () => {
    expect(spendsOf([NaN, NaN])).toEqual([]);
    expect(spendsOf([NaN, NaN, 50])).toEqual([50]);
  });
});
