import { describe, expect, it } from 'vitest';
import { accountWords } from '#components/pages/data/platform-files/account-words.ts';
import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import type { FileAccount } from '#core/import/derivation/file-account.ts';

const NOTHING: FileAccount = {
  ...{ usedRows: 0, entryCount: 0, refundRows: 0, otherKinds: [], unnamedRows: 0, repeatedRows: 0 },
};

function words(kind: ExportKind, rowCount: number, account: Partial<FileAccount> | null) {
  const found = { formatId: 'any', platform: '', kind };
  return accountWords({
    ...{ name: 'a.csv', sizeBytes: 1, rowCount, found },
    account: account && { ...NOTHING, ...account },
  });
}

describe('accountWords', () => {
  it('says what the rows are, then what was set aside and why', () => {
    const account = {
      ...{ usedRows: 82, entryCount: 82, refundRows: 3, unnamedRows: 1, repeatedRows: 2 },
      otherKinds: [
        { name: 'Fee', rowCount: 1200 },
        { name: '', rowCount: 4 },
      ],
    };
    expect(words('order-lines', 1292, account)).toEqual([
      '82 of 1,292 rows are order lines.',
      'Refunds, taken off their orders: 3.',
      'Rows of other types, excluded: 1,204 (Fee 1,200 and no type 4).',
      'Rows without a name, such as totals, excluded: 1.',
      'Rows that repeat an order, excluded: 2.',
    ]);
  });

  it('has a sentence of its own for each kind of file', () => {
    const kinds: readonly ExportKind[] = [
      ...(['order-lines', 'orders', 'catalogue', 'stock', 'traffic', 'ads', 'returns'] as const),
    ];
    const said = kinds.map((kind) => words(kind, 9, { usedRows: 9, entryCount: 4 }));
    expect(new Set(said.flat()).size).toBe(kinds.length);
    expect(said.every((sentences) => sentences.length === 1)).toBe(true);
    expect(said[2]).toEqual(['9 of 9 rows describe products: 4 in all.']);
  });

  it('says that a file without a column that it needs is not used, and nothing of unknown ones', () => {
    expect(words('orders', 9, null)).toEqual(['Not used: required columns are missing.']);
    const unknown = { name: 'a.csv', sizeBytes: 1, rowCount: 0, found: null, account: null };
    expect(accountWords(unknown)).toEqual([]);
  });
});
