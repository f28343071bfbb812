import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { isService, unlikeIds } from '#core/import/derivation/non-products.ts';

describe('isService', () => {
  it.each([
    ...['POSTAGE', ' Postage ', 'Shipping', 'Shipping Protection', 'Route Package Protection'],
    ...['Gift Card', 'Gift Card - $25.00', 'E-Gift Card', 'Gift Certificate (50)', 'Tip'],
    ...['Test', 'TEST PRODUCT', 'Test order 3', 'AMAZON FEE', 'Bank Charges', 'Manual', 'Adjust'],
    ...['Discount', 'Donation £1', 'Custom amount', 'Deposit', 'Versandkosten', 'Gutschein 20 €'],
    ...['Gastos de envío', 'Carte cadeau', '送料', 'ギフトカード', 'テスト商品'],
    ...['Tagessumme', 'TOTAL', 'Subtotal', '合计'],
    ...['补差价', '邮费专拍', '测试商品勿拍', '差价链接'],
  ])('is true of %s', (title) => {
    expect(isService(title)).toBe(true);
  });

  it.each([
    ...[
      'Mug',
      '',
      'Tipi Tent',
      'Tip-Top Kettle Descaler Tablets Pack',
      'Testing Kit',
      'Manually Ground Coffee',
    ],
    ...['Adjustable Strap', 'Shipping Container Model Kit Large', 'Gift Cards Holder In Oak Wood'],
    ...['Test Tube Rack', 'Deposit Box', 'Manual Coffee Grinder', 'Shipping Container Kit'],
    ...[
      'Gift Cardholder',
      'Tip Jar',
      'Test Tube Vase Set Of 6',
      'Portobello Mug',
      'Deposits',
      'Versandhaus',
    ],
    ...['Summer', 'Total Eclipse Poster', 'Summer Tee'],
    ...['不锈钢保温杯运费险赠送大容量便携水杯', '红色杯子'],
  ])('is not of “%s”', (title) => {
    expect(isService(title)).toBe(false);
  });

  it('knows letters of full width', () => {
    expect(isService('ＰＯＳＴＡＧＥ')).toBe(true);
  });
});

describe('unlikeIds', () => {
  const flagged = (cells: readonly string[]) => {
    const ids = codedColumn(cells);
    return ids.texts.filter((_, i) => unlikeIds(ids)[i] === 1);
  };
  const goods = Array.from({ length: 38 }, (_, i) => `${22500 + i}`);

  it('are those that begin with no such number as nearly all others do', () => {
    expect(flagged([...goods, 'POST', 'gift_0001_20'])).toEqual(['POST', 'gift_0001_20']);
    expect(flagged([...goods, '22501A', '123'])).toEqual(['123']);
  });

  it('are none where one line in twenty and more is unlike', () => {
    expect(flagged([...goods.slice(0, 38), 'POST', 'DOT', 'M'])).toEqual([]);
  });

  it('weighs ids by their lines', () => {
    const often = Array.from({ length: 95 }, () => '22501');
    expect(flagged([...often, 'A', 'B', 'C', 'D', 'E'])).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(flagged([...often.slice(1), 'A', 'B', 'C', 'D', 'E'])).toEqual([]);
  });

  it('are none where ids are short numbers or words', () => {
    expect(flagged([...Array.from({ length: 40 }, (_, i) => `${100 + i}`), 'POST'])).toEqual([]);
    expect(flagged([...Array.from({ length: 40 }, (_, i) => `MUG-${i}`), '12345'])).toEqual([]);
  });

  it('never are longer numbers, nor lines without an id', () => {
    expect(flagged([...goods, '1234567'])).toEqual([]);
    expect(flagged([...goods, ...Array.from({ length: 40 }, () => ''), 'POST'])).toEqual(['POST']);
  });

  it('are none among no ids', () => {
    expect(flagged([])).toEqual([]);
    expect(flagged(['', ''])).toEqual([]);
  });
});
