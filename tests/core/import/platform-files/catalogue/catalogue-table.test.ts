import { expect, it } from 'vitest';
import { catalogueTable } from '#core/import/platform-files/catalogue/catalogue-table.ts';
import { catalogueProduct } from '../../../../support/catalogue-product.ts';

it('has a row a product, and nothing where the catalogue does not tell', () => {
  const table = catalogueTable([
    catalogueProduct({ productId: 'tee', title: 'Tee, long', category: 'Shirts', listPrice: 25 }),
    catalogueProduct({ productId: 'cap', title: 'Cap', listPrice: NaN, unitCost: 4.5 }),
  ]);
  const [header, tee, cap] = table.split('\n');
  expect(header).toBe('"product_id","title","category","brand","list_price","unit_cost"');
  expect(tee).toBe('"tee","Tee, long","Shirts","","25",""');
  expect(cap).toBe('"cap","Cap","","","","4.5"');
});
