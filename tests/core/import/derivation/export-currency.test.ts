import { expect, it } from 'vitest';
import { exportCurrency } from '#core/import/derivation/export-currency.ts';
import { recogniseExport } from '#core/import/platform-files/recognise-export.ts';

const DOUYIN = '主订单编号,选购商品,商品数量,商品单价,订单提交时间';
const XIAOHONGSHU = '订单号,SKU名称,SKU件数,订单创建时间';
const SHOPIFY = 'Name,Created at,Lineitem name,Lineitem quantity,Lineitem price';
const PRODUCTS = 'Handle,Title,Variant Price';

function currencyOf(...files: readonly string[]) {
  return exportCurrency(files.map((headers) => recogniseExport(headers.split(','))!));
}

it.each([
  { says: 'that of the platforms', files: [DOUYIN, XIAOHONGSHU, PRODUCTS], currency: 'CNY' },
  { says: 'none where shops of a platform count in several', files: [SHOPIFY], currency: null },
  { says: 'none where a file of sales tells none', files: [DOUYIN, SHOPIFY], currency: null },
  { says: 'none of nothing', files: [], currency: null },
])('is $says', ({ files, currency }) => {
  expect(currencyOf(...files)).toBe(currency);
});
