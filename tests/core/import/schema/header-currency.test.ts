import { describe, expect, it } from 'vitest';
import { agreedCurrency, headerCurrency } from '#core/import/schema/header-currency.ts';

describe('headerCurrency', () => {
  it.each([
    ['Ad spend (GBP)', 'GBP'],
    ['Price (£)', 'GBP'],
    ['Revenue in EUR', 'EUR'],
    ['price_usd', 'USD'],
    ['priceCAD', 'CAD'],
    ['UNIT COST GBP', 'GBP'],
    ['Price in pounds', 'GBP'],
    ['Umsatz (Euro)', 'EUR'],
    ['Price US$', 'USD'],
    ['Price ($)', '$'],
    ['USD price ($)', 'USD'],
    ['Preço (R$)', 'BRL'],
    ['Pris (kr)', 'kr'],
    ['Preț (RON)', 'RON'],
    ['RMB 售价', 'CNY'],
    ['售价（元）', 'CNY'],
    ['售价元', 'CNY'],
    ['销售额（万元）', 'CNY'],
    ['广告费 人民币', 'CNY'],
    ['售价（美元）', 'USD'],
    ['售价（￥）', '¥'],
    ['販売価格（円）', 'JPY'],
  ])('of %s is %s', (header, currency) => {
    expect(headerCurrency(header)).toBe(currency);
  });

  it.each([
    ...[
      'price',
      'price used',
      'card',
      'Card price',
      'Pen price',
      'PEN PRICE',
      'try price',
      'euromart',
    ],
    ...[
      'Cost per pound',
      'Purchase price',
      'RRP',
      'ASP',
      '单元价格',
      '元件成本',
      '价格',
      'Kraft price',
    ],
  ])('of %s is none', (header) => {
    expect(headerCurrency(header)).toBeNull();
  });
});

describe('agreedCurrency', () => {
  it('is what all can mean, by its code where one gives it', () => {
    expect(agreedCurrency([])).toBeNull();
    expect(agreedCurrency(['$', 'CAD', '$'])).toBe('CAD');
    expect(agreedCurrency(['$', 'CAD', 'USD'])).toBeNull();
    expect(agreedCurrency(['EUR', 'GBP'])).toBeNull();
  });
});
