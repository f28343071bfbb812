import { expect, it } from 'vitest';
import { supplierName } from '#core/import/suppliers/supplier-name.ts';

const nameOf = (linesAbove: readonly (readonly string[])[], fileName = 'a.csv', sheet = '') =>
  supplierName({ linesAbove, fileName, sheet });

it.each([
  [[['Supplier: Acme Homewares']], 'Acme Homewares'],
  [[['Supplier:', 'Acme Homewares']], 'Acme Homewares'],
  [[['供应商：晴川工艺 电话：13800138000']], '晴川工艺'],
  [[['Price list of Bolt & Sons Ltd. – spring 2026']], 'Bolt & Sons Ltd.'],
  [[['', '广州市花都区晴川皮具厂', '']], '广州市花都区晴川皮具厂'],
  [[['义乌市晴川工艺品有限公司 报价单']], '义乌市晴川工艺品有限公司'],
  [[['Northwind Co., Ltd  Tel: +44 20 7946 0958']], 'Northwind Co., Ltd'],
])('takes the name from lines above: %j', (lines, name) => {
  expect(nameOf(lines)).toBe(name);
});

it('else takes that of the sheet, or of the file without words for a list', () => {
  expect(nameOf([], 'lists.xlsx', 'Acme')).toBe('Acme');
  expect(nameOf([], 'Acme_price list 2026-03.xlsx', 'Sheet2')).toBe('Acme');
  expect(nameOf([['Spring offers']], '晴川 报价单2026.csv')).toBe('晴川');
  expect(nameOf([], 'price list.csv')).toBe('price list');
});
