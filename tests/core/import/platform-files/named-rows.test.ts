import { expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { namedRows } from '#core/import/platform-files/named-rows.ts';

it('leaves out rows in which every column is empty', () => {
  const [ids, titles] = [codedColumn(['', '7', '', '']), codedColumn(['', '', 'Mug', ''])];
  expect([...namedRows([ids, titles], 4)]).toEqual([1, 2]);
  expect([...namedRows([ids], 4)]).toEqual([1]);
  expect([...namedRows([codedColumn(['a', 'b', 'c', 'd']), ids], 4)]).toEqual([0, 1, 2, 3]);
  expect([...namedRows([], 4)]).toEqual([]);
});
