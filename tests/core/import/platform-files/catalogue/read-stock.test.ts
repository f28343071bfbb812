import { expect, it } from 'vitest';
import { readStock } from '#core/import/platform-files/catalogue/read-stock.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { columnTexts } from '../../../../support/order-lines.ts';

it('adds up the locations of each product and SKU', () => {
  const found = recognisedAs('stock', {
    ...{ productId: 'Handle', sku: 'SKU', title: 'Title', onHand: 'Available' },
  });
  const rows = textRows({
    Handle: ['mug', 'mug', 'tee', 'tee', 'plate', 'mug', '', '', ''],
    SKU: ['', '', 'S', 'L', '', '', '', '', ''],
    Title: ['Mug', 'Mug', 'Tee', 'Tee', 'Plate', 'Mug', 'Bowl', 'Bowl', ''],
    Available: ['5', '3', '2', '-1', 'not stocked', 'not stocked', '1,040', '1', '7'],
  });
  const stock = readStock(rows, found);
  expect(columnTexts(stock.productId)).toEqual(['mug', 'tee', 'tee', 'plate', '']);
  expect(columnTexts(stock.sku)).toEqual(['', 'S', 'L', '', '']);
  expect(columnTexts(stock.title)).toEqual(['Mug', 'Tee', 'Tee', 'Plate', 'Bowl']);
  expect([...stock.onHand]).toEqual([8, 2, -1, NaN, 1041]);
});
