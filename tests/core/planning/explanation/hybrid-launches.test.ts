import { describe, expect, it } from 'vitest';
import { dayFromCalendar, weekOfYear } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  knownGroups,
  mixedChoices,
  pastChoices,
  pastProduct,
  plannedChoices,
  ratioOf,
  typicalRows,
} from '#core/planning/explanation/hybrid-launches.ts';
import { launchTable } from '../../../support/launch-table.ts';

const promotions = [
  { name: 'none', depth: 0 },
  { name: '20% off', depth: 0.2 },
];
const from = dayFromCalendar(2026, 3, 2);
const past = {
  ...{ day: dayFromCalendar(2022, 9, 12), channel: 'Shop', promotion: '20% off' },
  ...{ listPrice: 50, salePrice: 36, adSpend: 80 },
};

describe('the choices of a past launch', () => {
  it('stand in the year that begins with the plan, in their own week', () => {
    const { day } = pastChoices(launchTable([past]), 0, { promotions, from });
    expect(weekOfYear(day)).toBe(weekOfYear(past.day));
    expect(day).toBeGreaterThanOrEqual(from);
    expect(day - from).toBeLessThan(364);
    expect((day - from) % 7).toBe(0);
  });

  it('have the price before their promotion, and with it their price again', () => {
    const choices = pastChoices(launchTable([past]), 0, { promotions, from });
    expect(choices.priceFactor).toBeCloseTo(36 / 50 / 0.8, 12);
    expect(ratioOf(choices, promotions)).toBeCloseTo(36 / 50, 12);
    expect(ratioOf({ ...choices, promotion: 'none' }, promotions)).toBeCloseTo(0.9, 12);
  });

  it('have no price where none is known', () => {
    const table = launchTable([{ ...past, listPrice: NaN }]);
    expect(pastChoices(table, 0, { promotions, from }).priceFactor).toBeNaN();
  });
});

it('each group of choices comes from the plan or from the past', () => {
  const planned = plannedChoices({
    ...{ launchDay: from, channel: 'Email', promotion: null, priceFactor: 1.1 },
    ...{ salePrice: 55, adSpend: null, stockUnits: 9 },
  });
  expect(planned).toEqual({
    ...{ day: from, channel: 'Email', promotion: '', priceFactor: 1.1, adSpend: NaN },
  });
  const before = pastChoices(launchTable([past]), 0, { promotions, from });
  expect(mixedChoices(planned, before, new Set(['channel', 'price', 'product']))).toEqual({
    ...before,
    channel: 'Email',
    priceFactor: 1.1,
  });
  const all = new Set(['week', 'channel', 'promotion', 'price', 'spend'] as const);
  expect(mixedChoices(planned, before, all)).toEqual(planned);
  expect(mixedChoices(planned, before, new Set())).toEqual(before);
});

describe('typical launches', () => {
  it('are spread over time where all sold the same, and their units are known', () => {
    const rows = Array.from({ length: 160 }, (_, i) => ({
      day: 20_000 - i,
      units: i % 10 === 0 ? NaN : 5,
    }));
    const table = launchTable(rows);
    const days = [...typicalRows(table)].map((row) => table.launchDay[row]!);
    expect(days).toHaveLength(16);
    expect([...typicalRows(table)].some((row) => Number.isNaN(table.units[row]))).toBe(false);
    const steps = days.slice(1).map((day, i) => day - days[i]!);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...steps)).toBeLessThanOrEqual(11);
  });

  it('sell on average what all launches do, and hardly change with one launch more', () => {
    const random = seededRandom(7);
    const rows = Array.from({ length: 300 }, (_, i) => ({
      day: 20_000 + i,
      units: Math.round(Math.exp(4 + 2.4 * (random() + random() - 1))),
    }));
    const meanLog = (table: LaunchTable, of: ArrayLike<number>) =>
      Array.from(of, (row) => Math.log1p(table.units[row]!)).reduce((sum, log) => sum + log, 0) /
      of.length;
    const table = launchTable(rows);
    const typical = meanLog(table, typicalRows(table));
    expect(typical).toBeCloseTo(meanLog(table, [...rows.keys()]), 1);
    const more = launchTable([...rows, { day: 20_301, units: 900 }]);
    expect(Math.abs(meanLog(more, typicalRows(more)) - typical)).toBeLessThan(0.05);
  });

  it('are all there are where there are few', () => {
    expect([...typicalRows(launchTable([{}, {}, {}]))]).toEqual([0, 1, 2]);
  });
});

it('groups of which the history holds nothing are not known', () => {
  expect(knownGroups(launchTable([{ day: 1 }, { day: 2 }]))).toEqual(['week', 'product']);
  expect(knownGroups(launchTable([{}, past]))).toEqual([
    ...['week', 'channel', 'promotion', 'price', 'spend', 'product'],
  ]);
});

it('a past product is one that could launch again', () => {
  const table = launchTable([
    { productId: 'a', title: 'Mug', category: 'Kitchen', material: 'Clay', listPrice: 12 },
  ]);
  expect(pastProduct(table, 0)).toEqual({
    ...{ id: 'a', title: 'Mug', category: 'Kitchen', brand: '', listPrice: 12, unitCost: null },
    attributes: { material: 'Clay' },
  });
});
