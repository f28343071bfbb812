import { expect, it } from 'vitest';
import { countedLaunches, countedUnits, tally } from '#components/words/counts.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('gives a number to choose the words by, and its text to read', () => {
  expect(tally(1200)).toEqual({ count: 1200, text: '1,200' });
});

it('agrees with its number', () => {
  expect(countedLaunches(1)).toBe('1 launch');
  expect(countedLaunches(2000)).toBe('2,000 launches');
  expect(inChinese(() => countedLaunches(2000))).toBe('2,000 次上新');
});

it('says how many units as far as that can be known', () => {
  expect([1, 287, 12_345, NaN].map((count) => countedUnits(count))).toEqual([
    ...['1 unit', '290 units', '12,000 units', '–'],
  ]);
  expect(inChinese(() => countedUnits(287))).toBe('290 件');
});
