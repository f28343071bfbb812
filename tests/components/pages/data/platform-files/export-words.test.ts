import { describe, expect, it } from 'vitest';
import {
  foundWords,
  gapFindings,
  problemFindings,
} from '#components/pages/data/platform-files/export-words.ts';

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
