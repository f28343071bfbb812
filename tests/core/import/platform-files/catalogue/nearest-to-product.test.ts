import { expect, it } from 'vitest';
import { nearestToProduct } from '#core/import/platform-files/catalogue/nearest-to-product.ts';

it.each([
  ['Order ID,Amount,Quantity,Category,Sub-Category', 'Sub-Category'],
  ['Invoice ID,Product line,Total', 'Product line'],
  ['Date,Product Category,Gender', 'Product Category'],
  ['订单号,类目,数量', '类目'],
  ['Order ID,Date,Total', null],
  ['', null],
])('of %s is %s', (line, nearest) => {
  expect(nearestToProduct(line.split(','))).toBe(nearest);
});
