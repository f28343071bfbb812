import { describe, expect, it } from 'vitest';
import { withoutNotes } from '#core/import/platform-files/note-rows.ts';
import { textRows } from '../../../support/export-rows.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const COLUMNS = { orderedAt: ['Created'], quantity: ['Qty'] };

function kept(created: readonly string[], qty: readonly string[]): string[] {
  const rows = textRows({ Created: created, Qty: qty, No: created.map((_, row) => String(row)) });
  return columnTexts(withoutNotes(rows, COLUMNS).columns.get('No')!);
}

describe('withoutNotes', () => {
  it('leaves out notes below the header, and the header once more', () => {
    const created = ['When it was created.', '2024-03-01', 'Created', '2024-03-02'];
    expect(kept(created, ['How many.', '1', 'Qty', '2'])).toEqual(['1', '3']);
  });

  it('keeps rows that lack a moment or a number, or hold words in one of them only', () => {
    const created = ['', '2024-03-01', '--', 'soon', '2024-03-02'];
    const qty = ['1', 'one', '', '2', 'N/A'];
    expect(kept(created, qty)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('keeps all rows where one of the columns is not there', () => {
    const rows = textRows({ Qty: ['How many.', '1'] });
    expect(withoutNotes(rows, COLUMNS)).toBe(rows);
    expect(withoutNotes(rows, {})).toBe(rows);
  });
});
