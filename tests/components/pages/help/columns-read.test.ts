import { describe, expect, it } from 'vitest';
import { columnsRead } from '#components/pages/help/columns-read.ts';

describe('the columns read', () => {
  it('are named once, though two files of a platform have them', () => {
    const both = columnsRead(['taobao-orders', 'taobao-order-items']);
    expect(both.filter((name) => name === '订单编号')).toEqual(['订单编号']);
    expect(both).toContain('购买数量');
    expect(both).toContain('宝贝总数量');
  });

  it('show what varies in a name as dots', () => {
    expect(columnsRead(['woocommerce-products'])).toContain('Attribute … value(s)');
  });

  it('hold nothing about buyers but what tells them apart, which is read as a hash', () => {
    const all = columnsRead([
      'shopify-orders',
      'amazon-orders',
      'woocommerce-orders',
      'etsy-orders',
    ]);
    expect(all.filter((name) => /buyer|billing|address|e-?mail|phone|ship/i.test(name))).toEqual([
      'Email',
      'Email (Billing)',
      'Buyer User ID',
    ]);
  });

  it('are none of a format that is not explained', () => {
    expect(columnsRead(['ebay-orders'])).toEqual([]);
  });
});
