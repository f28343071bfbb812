import { describe, expect, it } from 'vitest';
import { rowColumns, rowNumbers, SHOP_LAUNCHES } from '#core/lesson/shops/launch-rows.ts';

const TITLES = [
  'Striped mug',
  'Winter mug',
  'Winter candle',
  'Lemon candle',
  'Striped bag',
  'Lemon bag',
];
const columns = rowColumns(SHOP_LAUNCHES, TITLES);
const numbersOf = (i: number) => rowNumbers(SHOP_LAUNCHES[i]!, TITLES[i]!, columns);
const of = (i: number, field: string) => numbersOf(i).filter((number) => number.field === field);

describe('the numbers of a launch', () => {
  it('are as many for every launch, in the same order', () => {
    const names = SHOP_LAUNCHES.map((_, i) =>
      numbersOf(i).map(({ field, of: level }) => `${field} ${level ?? ''}`),
    );
    expect(new Set(names.map((list) => list.join('|'))).size).toBe(1);
  });

  it('have one word for what two titles share, and 1 for the words of its own', () => {
    expect(columns.titleWords.toSorted()).toEqual([
      ...['bag', 'candle', 'lemon', 'mug', 'striped', 'winter'],
    ]);
    expect(
      of(1, 'title')
        .filter(({ value }) => value === 1)
        .map((number) => number.of)
        .toSorted(),
    ).toEqual(['mug', 'winter']);
  });

  it.each(['category', 'channel', 'promotion'])('have exactly one %s', (field) => {
    for (const i of SHOP_LAUNCHES.keys())
      expect(of(i, field).reduce((sum, { value }) => sum + value, 0)).toBe(1);
  });

  it('have the logarithm of the price, and waves that join the last week to the first', () => {
    expect(of(0, 'price')[0]!.value).toBeCloseTo(Math.log(18), 12);
    const week = (number: number) =>
      rowNumbers({ ...SHOP_LAUNCHES[0]!, week: number }, TITLES[0]!, columns)
        .filter(({ field }) => field === 'week')
        .map(({ value }) => value);
    week(52).forEach((value, k) => expect(value).toBeCloseTo(week(0)[k]!, 12));
    const apart = (a: number, b: number) =>
      Math.hypot(...week(a).map((value, k) => value - week(b)[k]!));
    expect(apart(52, 1)).toBeCloseTo(apart(1, 2), 12);
  });
});
