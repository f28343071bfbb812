import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { rowsOfKind, rowsOfKinds } from '#core/import/platform-files/row-kinds.ts';
import { textRows } from '../../../support/export-rows.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const rows = textRows({
  Type: ['Order', 'Fee', 'ORDER ', 'Payout', '--', 'Refund', 'Fee', ''],
  No: ['1', '2', '3', '4', '5', '6', '7', '8'],
});
const KINDS = { lines: ['order'], refunds: ['Refund'] };
const numbers = ({ columns }: typeof rows) => columnTexts(columns.get('No')!);

describe('rowsOfKinds', () => {
  it('parts lines from refunds and counts the rest by what the file calls it, most first', () => {
    const { lines, refunds, others } = rowsOfKinds(rows, 'Type', KINDS);
    expect(numbers(lines)).toEqual(['1', '3']);
    expect([...lines.rowNumbers]).toEqual([2, 4]);
    expect(numbers(refunds)).toEqual(['6']);
    expect(others).toEqual([
      { name: '', rowCount: 2 },
      { name: 'Fee', rowCount: 2 },
      { name: 'Payout', rowCount: 1 },
    ]);
  });

  it('takes all rows for lines where nothing tells them apart', () => {
    for (const told of [
      rowsOfKinds(rows, undefined, KINDS),
      rowsOfKinds(rows, 'Kind', KINDS),
      rowsOfKinds(rows, 'Type'),
    ]) {
      expect(told.lines).toBe(rows);
      expect(told.refunds.rowNumbers).toHaveLength(0);
      expect(told.others).toEqual([]);
    }
  });
});

describe('rowsOfKind', () => {
  it('compares whole names, whatever their case and width', () => {
    const kinds = codedColumn(['Ｏｒｄｅｒ', 'order', 'Order fee', 'Orders', '']);
    expect([...rowsOfKind(kinds, ['Order'])]).toEqual([1, 1, 0, 0, 0]);
    expect([...rowsOfKind(kinds, [])]).toEqual([0, 0, 0, 0, 0]);
  });
});
