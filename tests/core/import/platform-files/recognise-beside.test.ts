import { describe, expect, it } from 'vitest';
import { recogniseBeside } from '#core/import/platform-files/recognise-beside.ts';
import { recogniseExport } from '#core/import/platform-files/recognise-export.ts';

const cut = (line: string) => line.split(',');
const items = recogniseExport(cut('order_id,product_id,quantity,price'))!;
const orders = recogniseExport(cut('order_id,created_at,status'))!;

describe('recogniseBeside', () => {
  it.each([
    ['product_id,name,category,price', { productId: ['product_id'], title: ['name'] }],
    ['id,name,brand,cost', { productId: ['id'], unitCost: ['cost'] }],
    ['SKU,Category', { sku: ['SKU'], category: ['Category'] }],
    ['商品编号,商品名称,类目', { productId: ['商品编号'], category: ['类目'] }],
  ])('takes %s beside lines of orders for their products', (line, columns) => {
    expect(recogniseExport(cut(line))).toBeNull();
    const found = recogniseBeside(cut(line), [orders, items]);
    expect(found).toMatchObject({ kind: 'catalogue', columns, missing: [] });
    expect(recogniseBeside(cut(line), [orders])).toBeNull();
    expect(recogniseBeside(cut(line), [])).toBeNull();
  });

  it.each(['product_id,name,units_sold', 'id,price', 'name,category', 'customer,city', ''])(
    'knows nothing of %s',
    (line) => {
      expect(recogniseBeside(cut(line), [items])).toBeNull();
    },
  );
});
