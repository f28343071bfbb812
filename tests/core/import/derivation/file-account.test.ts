import { describe, expect, it } from 'vitest';
import { fileAccount } from '#core/import/derivation/file-account.ts';
import { recognisedAs, textRows } from '../../../support/export-rows.ts';

const NOTHING = {
  linesAsPieces: false,
  ...{ refundRows: 0, otherKinds: [], unnamedRows: 0, repeatedRows: 0 },
};

describe('fileAccount', () => {
  it('tells lines from refunds, rows of other kinds and rows that name no product', () => {
    const found = recognisedAs(
      'order-lines',
      { rowKind: 'Type', orderId: 'No', title: 'Item', sku: 'SKU' },
      { rowKinds: { lines: ['Order'], refunds: ['Refund'] } },
    );
    const rows = textRows({
      Type: ['Order', 'Fee', 'Order', 'Refund', 'Payout', 'Fee', 'Order'],
      No: ['1', '1', '2', '1', '', '2', '3'],
      Item: ['Mug', '', '--', 'Mug', '', '', ''],
      SKU: ['', '', '', '', '', '', 'S3'],
    });
    expect(fileAccount({ rows, found })).toEqual({
      ...{ usedRows: 2, entryCount: 2, refundRows: 1, unnamedRows: 1, repeatedRows: 0 },
      linesAsPieces: true,
      otherKinds: [
        { name: 'Fee', rowCount: 2 },
        { name: 'Payout', rowCount: 1 },
      ],
    });
  });

  it('counts rows, and the lines packed into them', () => {
    const found = recognisedAs('order-lines', { orderId: 'No', packedItems: ['a', 'b'] });
    const rows = textRows({
      No: ['1', '2', '3'],
      a: ['Mug|1|5', 'Tee|1|9', ''],
      b: ['Cap|1|7', '', ''],
    });
    expect(fileAccount({ rows, found })).toEqual({
      ...NOTHING,
      ...{ usedRows: 2, entryCount: 3, unnamedRows: 1 },
    });
  });

  it('takes lines without any column of products for lines', () => {
    const found = recognisedAs('order-lines', { orderId: 'No', category: 'Category' });
    const rows = textRows({ No: ['1', ''], Category: ['Cups', ''] });
    expect(fileAccount({ rows, found })).toEqual({
      ...{ ...NOTHING, usedRows: 2, entryCount: 2, linesAsPieces: true },
    });
  });

  it('uses the first row of an order', () => {
    const found = recognisedAs('orders', { orderId: 'No' });
    const rows = textRows({ No: ['1', '2', '1', '', '1'] });
    expect(fileAccount({ rows, found })).toEqual({
      ...NOTHING,
      ...{ usedRows: 2, entryCount: 2, repeatedRows: 2, unnamedRows: 1 },
    });
  });

  it('counts products of a catalogue with the rows of their variants', () => {
    const found = recognisedAs('catalogue', { productId: 'Handle', title: 'Title', sku: 'SKU' });
    const rows = textRows({
      Handle: ['', 'mug', '', 'tee'],
      Title: ['', 'Mug', '', 'Tee'],
      SKU: ['', 'M-S', 'M-L', 'T'],
    });
    expect(fileAccount({ rows, found })).toEqual({
      ...NOTHING,
      ...{ usedRows: 3, entryCount: 2, unnamedRows: 1 },
    });
  });

  it.each([
    ['stock', { sku: 'A', onHand: 'B' }],
    ['traffic', { productId: 'A', impressions: 'B' }],
    ['ads', { campaign: 'A', spend: 'B' }],
    ['returns', { orderId: 'A', quantity: 'B' }],
  ] as const)('leaves out rows of %s that name nothing, such as sums', (kind, columns) => {
    const found = recognisedAs<typeof kind>(kind, columns);
    const rows = textRows({ A: ['a', '', 'b', '--'], B: ['1', '2', '3', '4'] });
    expect(
      fileAccount({ rows, found: found as Parameters<typeof fileAccount>[0]['found'] }),
    ).toEqual({ ...NOTHING, usedRows: 2, entryCount: 2, unnamedRows: 2 });
  });
});
