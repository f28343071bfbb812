import { describe, expect, it } from 'vitest';
import {
  foundWords,
  gapFindings,
  problemFindings,
  accountWords,
} from '#components/pages/data/platform-files/export-words.ts';
import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import type { FileAccount } from '#core/import/derivation/file-account.ts';

describe('foundWords', () => {
  const facts = { name: 'a.csv', sizeBytes: 1, rowCount: 1, account: null };

  it('names platform and kind, a plain table, or nothing', () => {
    const found = { formatId: 'etsy-listings', platform: 'Etsy', kind: 'catalogue' } as const;
    expect(foundWords({ ...facts, found })).toBe('Etsy: products');
    expect(foundWords({ ...facts, found: { ...found, platform: '' } })).toBe('Table of products');
    expect(foundWords({ ...facts, found: null })).toBe('Not recognised');
  });
});

describe('problemFindings', () => {
  it('puts first what stops the import', () => {
    const icons = problemFindings([
      { kind: 'overlap', lineCount: 3 },
      { kind: 'other-shop', knownShare: 0.02 },
      { kind: 'no-sales' },
    ]).map(({ icon }) => icon);
    expect(icons).toEqual(['wrong', 'warn', 'note']);
  });

  it('names the columns that are missing and where the platform exports them', () => {
    const [finding] = problemFindings([
      {
        ...{ kind: 'missing-columns', file: 'o.csv', formatId: 'etsy-order-items' },
        columns: [['Sale Date'], ['Item Name', 'Listing ID']],
      },
    ]);
    expect(finding?.title).toBe('“o.csv” is missing “Sale Date” and “Item Name” or “Listing ID”');
    expect(finding?.advice).toContain('On Etsy: Shop Manager');
  });
});

describe('problems of lines', () => {
  it('name the column that comes nearest to a product, and what is missing', () => {
    const [near] = problemFindings([
      { kind: 'no-product-column', file: 'o.csv', nearest: 'Category' },
    ]);
    expect(near).toMatchObject({
      icon: 'wrong',
      title: '“o.csv” has no column for the product',
    });
    expect(near?.advice).toContain('The nearest is “Category”');
    const [far] = problemFindings([{ kind: 'no-product-column', file: 'o.csv', nearest: null }]);
    expect(far?.advice).toBe(
      'A launch is one product: export the file again with its name, number or SKU.',
    );
  });

  it('count what is left out of it', () => {
    const titles = problemFindings([
      { kind: 'lines-without-order', file: 'd.csv', lineCount: 1000 },
      { kind: 'unmatched-returns', pieceCount: 3 },
    ]).map(({ title }) => title);
    expect(titles).toEqual([
      '1,000 lines of “d.csv” have no order number',
      '3 returned units match no order line',
    ]);
  });
});

describe('gapFindings', () => {
  it('says each gap as something good to know', () => {
    const found = gapFindings(['no-channel', 'no-ad-spend']);
    expect(found.map(({ icon }) => icon)).toEqual(['note', 'note']);
    expect(new Set(found.map(({ title }) => title)).size).toBe(2);
  });
});

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
