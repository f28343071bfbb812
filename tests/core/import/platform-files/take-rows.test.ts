import { expect, it } from 'vitest';
import { takeRows } from '#core/import/platform-files/take-rows.ts';
import { textRows } from '../../../support/export-rows.ts';
import { columnTexts } from '../../../support/order-lines.ts';

it('takes rows in the order in which they are named, with their places in the file', () => {
  const rows = textRows({ A: ['a', 'b', 'a', 'c'], B: ['1', '2', '3', '4'] });
  const taken = takeRows(rows, Uint32Array.of(3, 0, 0));
  expect([...taken.columns.values()].map(columnTexts)).toEqual([
    ['c', 'a', 'a'],
    ['4', '1', '1'],
  ]);
  expect([...taken.rowNumbers]).toEqual([5, 2, 2]);
  expect(taken.fingerprints).toHaveLength(3);
});
