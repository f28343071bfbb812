import { expect, it } from 'vitest';
import { fitLevels, levelColumn } from '#core/model/features/levels.ts';

it('keeps frequent values, commonest first', () => {
  const values = ['a', 'b', 'b', 'c', 'c', 'c', ''];
  expect(fitLevels(values, { minCount: 2, maxLevels: 9 })).toEqual(['c', 'b']);
  expect(fitLevels(values, { minCount: 1, maxLevels: 1 })).toEqual(['c']);
});

it('sends rare and unknown values to the column behind the levels', () => {
  expect(levelColumn(['c', 'b'], 'b')).toBe(1);
  expect(levelColumn(['c', 'b'], 'never seen')).toBe(2);
});
