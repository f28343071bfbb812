import { describe, expect, it } from 'vitest';
import { columnName, isNamed } from '#core/import/platform-files/column-name.ts';

describe('columnName', () => {
  it.each([
    ['Sessions – Total', 'sessions - total'],
    ['Sessions — Total', 'sessions - total'],
    ['（親）ASIN', '(親)asin'],
    ['\uFEFF"Name"', '"name"'],
    ['  Lineitem   quantity\u00A0', 'lineitem quantity'],
    ['宝贝标题 ', '宝贝标题'],
    ['Ｏｒｄｅｒ　ＩＤ', 'order id'],
    ['N.º de venda', 'n.o de venda'],
    ['order_item_1', 'order_item_1'],
    ['', ''],
  ])('undresses %j to %j', (header, name) => {
    expect(columnName(header)).toBe(name);
    expect(columnName(name)).toBe(name);
  });

  it('keeps letters that only look alike, and accents', () => {
    expect(columnName('Título')).toBe('título');
    expect(columnName('ー')).toBe('ー');
  });
});

describe('isNamed', () => {
  it('takes a name without stars as it stands', () => {
    expect(isNamed('price', 'price')).toBe(true);
    expect(isNamed('price (eur)', 'price')).toBe(false);
    expect(isNamed('prices', 'price.')).toBe(false);
  });

  it('lets a star stand for any words, or none', () => {
    expect(isNamed('amount spent (usd)', 'amount spent (*)')).toBe(true);
    expect(isNamed('amount spent ()', 'amount spent (*)')).toBe(true);
    expect(isNamed('amount spent', 'amount spent (*)')).toBe(false);
    expect(isNamed('my amount spent (usd)', 'amount spent (*)')).toBe(false);
    expect(isNamed('attribute 12 value(s)', 'attribute * value(s)')).toBe(true);
    expect(isNamed('units', '*units*')).toBe(true);
  });

  it('takes every other sign for itself', () => {
    expect(isNamed('a.b(c)[d]+?^$|{2}\\x', 'a.b(c)[d]+?^$|{2}\\*')).toBe(true);
    expect(isNamed('axb(c)', 'a.b(*)')).toBe(false);
  });
});
