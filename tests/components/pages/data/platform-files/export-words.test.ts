import { describe, expect, it } from 'vitest';
import {
  foundWords,
  gapFindings,
  problemFindings,
  accountWords,
} from '#components/pages/data/platform-files/export-words.ts';
import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import { m } from '#messages';
import type { FileAccount } from '#core/import/derivation/file-account.ts';

describe('foundWords', () => {
  const facts = { name: 'a.csv', sizeBytes: 1, rowCount: 1, account: null, tableKind: null };

  it('names platform and kind, a plain table, or nothing', () => {
    const found = { formatId: 'etsy-listings', platform: 'Etsy', kind: 'catalogue' } as const;
    expect(foundWords({ ...facts, found })).toBe('Etsy: products');
    const plain = m.exports_kind_plain({ kind: m.exports_kind_catalogue() });
    expect(foundWords({ ...facts, found: { ...found, platform: '' } })).toBe(plain);
    const strange = { ...facts, found: null };
    expect(foundWords({ ...strange, tableKind: 'launches' })).toBe(m.exports_file_unknown());
    expect(foundWords({ ...strange, tableKind: 'stock' })).toBe(m.kind_stock());
  });
});

describe('problemFindings', () => {
  it('says what a file is that is not used, and what to fetch instead', () => {
    const [stock, table] = problemFindings([
      { kind: 'unrecognised', file: 'a.csv', tableKind: 'stock' },
      { kind: 'unrecognised', file: 'b.csv', tableKind: 'launches' },
    ]);
    expect(stock).toMatchObject({
      title: m.exports_problem_unused({ file: 'a.csv' }),
      advice: m.exports_problem_kind({ title: m.kind_stock(), advice: m.kind_stock_advice() }),
    });
    expect(table!.title).toBe(m.exports_problem_unrecognised({ file: 'b.csv' }));
  });

  it('puts first what stops the import', () => {
    const found = problemFindings([
      { kind: 'overlap', lineCount: 3 },
      { kind: 'other-shop', knownShare: 0.02 },
      { kind: 'no-sales' },
    ]);
    expect(found.map(({ icon, title }) => [icon, title])).toEqual([
      ['wrong', m.exports_problem_no_sales()],
      ['warn', m.exports_problem_other_shop()],
      ['note', m.exports_problem_overlap({ count: 3, text: '3' })],
    ]);
    expect(found[1]!.advice).toBe(m.exports_problem_other_shop_advice({ share: '2%' }));
  });

  it('names the columns that are missing and where the platform exports them', () => {
    const [finding] = problemFindings([
      {
        ...{ kind: 'missing-columns', file: 'o.csv', formatId: 'etsy-order-items' },
        columns: [['Sale Date'], ['Item Name', 'Listing ID']],
      },
    ]);
    const either = { first: '“Item Name”', second: '“Listing ID”' };
    const columns = `“Sale Date” and ${m.exports_problem_columns_or(either)}`;
    expect(finding).toMatchObject({
      title: m.exports_problem_missing_columns({ file: 'o.csv', columns }),
      advice: m.exports_problem_missing_columns_advice({ how: m.exports_how_etsy() }),
    });
  });

  it('names the column that comes nearest to a product, and what is missing', () => {
    const found = (nearest: string | null) =>
      problemFindings([{ kind: 'no-product-column', file: 'o.csv', nearest }])[0];
    const title = m.exports_problem_no_product({ file: 'o.csv' });
    const near = m.exports_problem_no_product_nearest({ nearest: 'Category' });
    expect(found('Category')).toEqual({ icon: 'wrong', title, advice: near });
    expect(found(null)!.advice).toBe(m.exports_problem_no_product_advice());
  });

  it('counts the lines that are left out', () => {
    const titles = problemFindings([
      { kind: 'lines-without-order', file: 'd.csv', lineCount: 1000 },
      { kind: 'unmatched-returns', pieceCount: 3 },
      { kind: 'undated-lines', lineCount: 4 },
      { kind: 'orders-without-items', orderCount: 5 },
    ]).map(({ title }) => title);
    expect(titles).toEqual([
      '1,000 lines of “d.csv” have no order number',
      m.exports_problem_returns({ count: 3, text: '3' }),
      m.exports_problem_undated_lines({ count: 4, text: '4' }),
      m.exports_problem_orders_without_items({ count: 5, text: '5' }),
    ]);
  });
});

it('says each gap as something good to know', () => {
  const [channel, spend] = [m.exports_gap_no_channel(), m.exports_gap_no_ad_spend()];
  expect(gapFindings(['no-channel', 'no-ad-spend'])).toEqual([
    { icon: 'note', title: channel, advice: m.exports_gap_no_channel_advice() },
    { icon: 'note', title: spend, advice: m.exports_gap_no_ad_spend_advice() },
  ]);
});

const NOTHING: FileAccount = {
  linesAsPieces: false,
  ...{ usedRows: 0, entryCount: 0, refundRows: 0, otherKinds: [], unnamedRows: 0, repeatedRows: 0 },
};

function words(kind: ExportKind, rowCount: number, account: Partial<FileAccount> | null) {
  const found = { formatId: 'any', platform: '', kind };
  return accountWords({
    ...{ name: 'a.csv', sizeBytes: 1, rowCount, found, tableKind: null },
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
      m.exports_account_order_lines({ used: '82', rows: '1,292' }),
      m.exports_account_refunds({ count: '3' }),
      'Rows of other types, excluded: 1,204 (Fee 1,200 and no type 4).',
      m.exports_account_unnamed({ count: '1' }),
      m.exports_account_repeated({ count: '2' }),
    ]);
  });

  const said = { used: '8', rows: '9', entries: '4' };
  it.each<[ExportKind, (counts: typeof said) => string]>([
    ['order-lines', m.exports_account_order_lines],
    ['orders', m.exports_account_orders],
    ['catalogue', m.exports_account_catalogue],
    ['stock', m.exports_account_stock],
    ['traffic', m.exports_account_traffic],
    ['ads', m.exports_account_ads],
    ['returns', m.exports_account_returns],
  ])('says what the rows of %s are', (kind, sentence) => {
    expect(words(kind, 9, { usedRows: 8, entryCount: 4 })).toEqual([sentence(said)]);
  });

  it('says where each line counts as one piece', () => {
    const account = { usedRows: 9, entryCount: 9, linesAsPieces: true };
    expect(words('order-lines', 9, account)).toContain(m.exports_account_pieces());
  });

  it('says that a file without a column that it needs is not used, and nothing of unknown ones', () => {
    expect(words('orders', 9, null)).toEqual([m.exports_account_unused()]);
    const unknown = {
      ...{ name: 'a.csv', sizeBytes: 1, rowCount: 0, found: null, account: null },
      tableKind: 'other',
    } as const;
    expect(accountWords(unknown)).toEqual([]);
  });
});
