import { describe, expect, it } from 'vitest';
import { fileProblems, isReadable } from '#core/import/derivation/file-problems.ts';
import { recogniseExport } from '#core/import/platform-files/recognise-export.ts';
import { textRows } from '../../../support/export-rows.ts';

function problemsOf(line: string) {
  const headers = line.split(',');
  const rows = textRows(Object.fromEntries(headers.map((header) => [header, ['1']])));
  const found = recogniseExport(headers)!;
  return { problems: fileProblems({ name: 'a.csv', found, rows }), isRead: isReadable(found) };
}

describe('fileProblems', () => {
  it('are none where all that is needed is there', () => {
    expect(problemsOf('order id,date,sku,quantity')).toEqual({ problems: [], isRead: true });
  });

  it('name the column that comes nearest to a product, and let the rest be read', () => {
    expect(problemsOf('Order ID,Date,Category,Qty,Amount')).toEqual({
      problems: [{ kind: 'no-product-column', file: 'a.csv', nearest: 'Category' }],
      isRead: true,
    });
  });

  it('name columns as a platform writes them, without which its file is not read', () => {
    expect(problemsOf('Lineitem quantity,Name,Created at')).toEqual({
      problems: [
        {
          ...{ kind: 'missing-columns', file: 'a.csv', formatId: 'shopify-orders' },
          columns: [['Lineitem name', 'Lineitem sku']],
        },
      ],
      isRead: false,
    });
  });

  it('say that orders have no number, which are read nevertheless', () => {
    expect(problemsOf('宝贝标题,宝贝总数量,买家实际支付金额,订单付款时间')).toEqual({
      problems: [{ kind: 'no-order-number', file: 'a.csv' }],
      isRead: true,
    });
  });
});
