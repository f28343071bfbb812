import { describe, expect, it } from 'vitest';
import { stockHeaders } from '#core/ledger/stock/stock-headers.ts';

describe('stockHeaders', () => {
  it('finds what is there and what is sold a week, in the words of shops', () => {
    expect(stockHeaders(['SKU', 'Title', 'On hand', 'Sold last week'])).toEqual({
      onHand: 'On hand',
      weeklyUnits: 'Sold last week',
    });
    expect(stockHeaders(['商品编号', '库存', '周销量'])).toEqual({
      onHand: '库存',
      weeklyUnits: '周销量',
    });
    expect(stockHeaders(['Artikel', 'Lagerbestand']).onHand).toBe('Lagerbestand');
    expect(stockHeaders(['handle', 'Variant Inventory Qty']).onHand).toBe('Variant Inventory Qty');
  });

  it('takes the plainest of several, and nothing where none says so', () => {
    expect(stockHeaders(['Quantity', 'In stock']).onHand).toBe('In stock');
    expect(stockHeaders(['Title', 'constructor'])).toEqual({
      onHand: undefined,
      weeklyUnits: undefined,
    });
  });
});
