import { describe, expect, it } from 'vitest';
import type { MergedCells } from '#core/import/suppliers/fill-merged.ts';
import { readSupplierList } from '#core/import/suppliers/read-supplier-list.ts';
import { fixtureList, listOf, recordsOf } from '../../../support/supplier-list.ts';

const kinds = (list: { readonly issues: readonly { readonly kind: string }[] }) =>
  list.issues.map(({ kind }) => kind);
const euro = (amount: number) => ({ amount, currency: 'EUR' });
const yuan = (amount: number) => ({ amount, currency: 'CNY' });

describe('a list of 1688', () => {
  const list = listOf(fixtureList('list-1688.csv'));
  const [mug, bowl, small, large, bottle] = list.items;

  it('is of the company that a line above names, without its contact', () => {
    expect(list.supplier).toBe('义乌市晴川工艺品有限公司');
    expect(JSON.stringify(list)).not.toMatch(/王小姐|138/);
  });

  it('gives each article once, in its section, with colours as variants', () => {
    expect(list.items).toHaveLength(5);
    expect(mug).toMatchObject({
      ...{ row: 5, sku: 'QC-1001', title: '陶瓷马克杯 350ml', category: '陶瓷杯系列' },
      ...{ variants: ['白色', '蓝色'], cost: yuan(12.5), minimumOrder: 100, packSize: 24 },
      ...{ leadTimeDays: 0, material: '陶瓷', barcodes: ['6901234567892', '6901234567908'] },
    });
  });

  it('reads a price ladder at the minimum order', () => {
    expect(bowl).toMatchObject({
      cost: yuan(9.8),
      minimumOrder: 50,
      packSize: 36,
      leadTimeDays: 20,
    });
  });

  it('keeps sizes that are other articles apart, and counts cartons', () => {
    expect(small).toMatchObject({
      ...{ title: '茉莉香薰蜡烛, 30ml', cost: { amount: 5.2, currency: 'CNY' } },
      ...{ minimumOrder: 96, leadTimeDays: 21, category: '香薰系列' },
    });
    expect(large).toMatchObject({ title: '茉莉香薰蜡烛, 50ml', minimumOrder: 48 });
  });

  it('says which costs are missing, and skips subtotals, repeated headers, notes and page numbers', () => {
    expect(bottle).toMatchObject({ cost: null, minimumOrder: 1000, leadTimeDays: 28 });
    expect(list.rowsRead).toBe(6);
    expect(list.issues.map(({ kind, rows }) => ({ kind, rows }))).toEqual([
      { kind: 'total-row', rows: [8] },
      { kind: 'missing-cost', rows: [13] },
    ]);
  });
});

describe('a list with a title, groups, headers and units in rows above each other', () => {
  const list = listOf(fixtureList('three-header-rows.csv'));

  it('takes the supplier from the title, and currencies from the units and from cells', () => {
    expect(list.supplier).toBe('Northwind Home Ltd');
    expect(list.currency).toBe('USD');
    expect(list.items.map(({ cost }) => cost)).toEqual([
      { amount: 3.2, currency: 'USD' },
      { amount: 4.1, currency: 'USD' },
      euro(2.8),
      null,
    ]);
  });

  it('reads terms, retail prices, sections and colours', () => {
    expect(list.items.map(({ title, category }) => [title, category])).toEqual([
      ['Soy wax candle 30 ml', 'CANDLES'],
      ['Soy wax candle 50 ml', 'CANDLES'],
      ['Stoneware mug', 'MUGS'],
      ['Enamel mug', 'MUGS'],
    ]);
    expect(list.items[2]).toMatchObject({
      ...{ variants: ['Sand', 'Sage'], listPrice: { amount: 8.5, currency: 'USD' } },
      ...{ minimumOrder: 144, packSize: 36, leadTimeDays: 21, barcodes: ['6901234567892'] },
    });
    expect(list.items[3]).toMatchObject({ minimumOrder: 5000 });
    expect(kinds(list)).toEqual(['total-row', 'missing-cost']);
  });
});

describe('currencies mixed in one file', () => {
  it('are those of cells, else of the column of currencies, else of the header', () => {
    const inCells = listOf(
      'SKU,Name,Cost\nA,Red lamp,€3.20\nB,Blue lamp,US$ 4\nC,Old lamp,¥12.5\n',
    );
    expect(inCells.items.map(({ cost }) => cost)).toEqual([
      euro(3.2),
      { amount: 4, currency: 'USD' },
      { amount: 12.5, currency: '¥' },
    ]);
    const inColumn = listOf(
      'SKU,Name,Cost,Currency\nA,Red lamp,3.2,EUR\nB,Blue lamp,4,usd\nC,Old lamp,5,美元\n',
    );
    expect(inColumn.items.map(({ cost }) => cost?.currency)).toEqual(['EUR', 'USD', 'USD']);
    const inHeader = listOf('SKU,Name,Cost (USD)\nA,Red lamp,3.2\nB,Blue lamp,$4\n');
    expect(inHeader.items.map(({ cost }) => cost?.currency)).toEqual(['USD', 'USD']);
  });

  it('of a Chinese list are yuan where it does not say, and that is told', () => {
    const list = listOf('货号,品名,单价\nA1,红色台灯,12.5\n');
    expect(list.currency).toBe('CNY');
    expect(list.issues).toMatchObject([
      { kind: 'assumed-currency', rowCount: 1, samples: ['CNY'] },
    ]);
  });

  it('of a list with two columns of prices are the shop’s', () => {
    const records = recordsOf('SKU,Name,Price USD,Price EUR\nA,Red lamp,4,3.5\n');
    const sheet = { records, merged: [], fileName: 'a.csv', sheet: '', addedAt: 1, savedAt: 1 };
    const cost = (currency: string) =>
      readSupplierList(sheet, { attributes: [], currency })?.items[0]?.cost;
    expect(cost('EUR')).toEqual(euro(3.5));
    expect(cost('USD')).toEqual({ amount: 4, currency: 'USD' });
  });
});

describe('price ladders', () => {
  it('in columns give the price of the minimum order', () => {
    const list = listOf(
      '货号,商品名称,起订量,≥1件,≥100件,≥500件\nA1,红色台灯,100,12,11,9\nA2,蓝色台灯,,12,11,9\n',
    );
    expect(list.items).toMatchObject([
      { cost: { amount: 11 }, minimumOrder: 100 },
      { cost: { amount: 12 }, minimumOrder: 1 },
    ]);
  });

  it('under a header of their group need no sign', () => {
    const list = listOf('Item,Name,Price (EUR),,\n,,1-99,100-499,500+\nA1,Red lamp,12,11,9\n');
    expect(list.items).toMatchObject([{ cost: { amount: 12 }, minimumOrder: 1 }]);
  });

  it('in rows of one number give the smallest quantity', () => {
    const list = listOf('SKU,Name,MOQ,Price\nA1,Red lamp,500,9\nA1,Red lamp,100,11\n');
    expect(list.items).toMatchObject([{ cost: { amount: 11 }, minimumOrder: 100 }]);
    expect(kinds(list)).toContain('price-ladder');
  });
});

describe('merged cells', () => {
  const records = recordsOf(
    [
      'Category,Item No,Name,Size,Price (EUR),MOQ',
      'Shirts,LS-1-S,Linen shirt,S,12,50',
      ',LS-1-M,,M,12,',
      ',LS-1-L,,L,13,',
      'Bags,BG-1,Canvas bag,,6,30',
    ].join('\n'),
  );
  const down = (left: number): MergedCells => ({ top: 1, bottom: 3, left, right: left });
  const sheet = { records, fileName: 'a.xlsx', sheet: '', addedAt: 1, savedAt: 1 };
  const reader = { attributes: [], currency: null };

  it('are filled down: variants of one article, at the highest cost', () => {
    const list = readSupplierList({ ...sheet, merged: [down(0), down(2), down(5)] }, reader)!;
    expect(list.items).toMatchObject([
      {
        ...{ title: 'Linen shirt', sku: 'LS-1', category: 'Shirts', variants: ['S', 'M', 'L'] },
        ...{ cost: { amount: 13 }, minimumOrder: 50 },
      },
      { title: 'Canvas bag', category: 'Bags', variants: [] },
    ]);
    expect(kinds(list)).toContain('variant-costs');
  });

  it('lost in a CSV are filled down where rows name another variant', () => {
    expect(readSupplierList({ ...sheet, merged: [] }, reader)!.items).toEqual(
      readSupplierList({ ...sheet, merged: [down(0), down(2), down(5)] }, reader)!.items,
    );
  });
});

describe('other rows', () => {
  it('without a title are told, and are not variants of the row above', () => {
    const list = listOf('SKU,Name,Cost\nA,Red lamp,3\nB,,4\n');
    expect(list.items).toHaveLength(1);
    expect(list.issues).toMatchObject([
      { kind: 'missing-title', rows: [3] },
      { kind: 'assumed-currency' },
    ]);
  });

  it('that repeat one are told', () => {
    const list = listOf('SKU,Name,Cost\nA,Red lamp,3\nA,Red lamp,3\n');
    expect(list.items).toHaveLength(1);
    expect(kinds(list)).toContain('duplicate-row');
  });

  it('with wide text below are notes', () => {
    const note =
      'Our minimum order value is two hundred euros and everything ships from our own warehouse';
    expect(listOf(`SKU,Name,Cost\nA,Red lamp,3\n${note}\n`).items).toHaveLength(1);
  });
});

describe('personal details', () => {
  it('in columns are never read', () => {
    const list = listOf(
      'SKU,Name,Cost,Contact person,Phone\nA,Red lamp,3,Jane Doe,+44 20 7946 0958\nB,Old lamp,4,Jane Doe,+44 20 7946 0958\n',
    );
    expect(kinds(list).filter((kind) => kind === 'personal-column-dropped')).toHaveLength(2);
    expect(JSON.stringify(list)).not.toMatch(/Jane|7946/);
  });
});

describe('a table that is no list', () => {
  it.each(['a,b,c\n1,2,3\n', 'Launch date,Units\n2024-01-01,3\n', ''])('gives none: %j', (csv) => {
    const records = recordsOf(csv);
    const sheet = { records, merged: [], fileName: 'a.csv', sheet: '', addedAt: 1, savedAt: 1 };
    expect(readSupplierList(sheet, { attributes: [], currency: null })).toBeNull();
  });
});

describe('reading', () => {
  it('again gives the same', () => {
    for (const name of ['list-1688.csv', 'three-header-rows.csv'])
      expect(listOf(fixtureList(name))).toEqual(listOf(fixtureList(name)));
  });
});

describe('headers', () => {
  it.each([
    ['SKU,Product Name / 产品名称,FOB Ningbo (USD),MOQ per colour', 4, 100],
    ['Item No. 货号,Description 品名,Unit Price 单价(USD),MOQ 起订量', 4, 100],
    ['Ref,Bezeichnung,EK-Preis (USD),Mindestbestellmenge', 4, 100],
  ])('are known as %s', (header, amount, minimumOrder) => {
    const { items } = listOf(`${header}\nA1,Red lamp,4,100\n`);
    expect(items).toMatchObject([
      { sku: 'A1', title: 'Red lamp', cost: { amount, currency: 'USD' }, minimumOrder },
    ]);
  });

  it('of cartons say nothing of an article’s size', () => {
    const { items } = listOf(
      '货号,品名,尺寸（cm）,外箱尺寸,单价\nA,红色台灯,10*10*30,60*50*40,12\n',
    );
    expect(items).toMatchObject([{ title: '红色台灯', measure: '10*10*30' }]);
  });

  it('of totals, samples and freight are no costs', () => {
    const { items } = listOf(
      'SKU,Name,Total price,Sample price,Shipping cost,Unit price\nA,Red lamp,900,9,5,3\n',
    );
    expect(items[0]!.cost?.amount).toBe(3);
    expect(listOf('SKU,Name,Total price\nA,Red lamp,900\n').items[0]!.cost).toBeNull();
  });

  it('merged over the row of units keep its units', () => {
    const records = recordsOf('Item No,Name,Price,MOQ\n,,(USD),pcs\nA1,Red lamp,4,100\n');
    const down = (left: number): MergedCells => ({ top: 0, bottom: 1, left, right: left });
    const sheet = { merged: [down(0), down(1)], fileName: 'a', sheet: '', addedAt: 1, savedAt: 1 };
    const list = readSupplierList({ records, ...sheet }, { attributes: [], currency: null })!;
    expect(list.items).toMatchObject([{ cost: { amount: 4, currency: 'USD' } }]);
  });

  it('that repeat below each section leave the first its own', () => {
    const list = listOf(
      'CANDLES\nSKU,Name,Cost\nA,Red candle,3\n\nMUGS\nSKU,Name,Cost\nB,Old mug,4\n',
    );
    expect(list.items.map(({ category }) => category)).toEqual(['CANDLES', 'MUGS']);
  });
});

describe('measures', () => {
  it('of sides stand in the title only where they tell articles apart', () => {
    const list = listOf(
      'SKU,Name,Size,Cost\nA,Oak tray,30 x 20 cm,9\nB,Oak tray,40 x 30 cm,12\nC,Ash tray,10 x 10 cm,4\n',
    );
    expect(list.items.map(({ title, measure }) => [title, measure])).toEqual([
      ['Oak tray, 30 x 20 cm', ''],
      ['Oak tray, 40 x 30 cm', ''],
      ['Ash tray', '10 x 10 cm'],
    ]);
  });
});

describe('costs of packs', () => {
  it('are divided by their units; of a carton of unknown size none is known', () => {
    const list = listOf(
      'SKU,Name,Cost,Pack\nA,Red lamp,$24/dozen,\nB,Old lamp,$36/ctn,12\nC,Tin lamp,$36/ctn,\n',
    );
    expect(list.items.map(({ cost }) => cost?.amount)).toEqual([2, 3, undefined]);
    const inHeader = listOf('SKU,Name,Price per dozen\nA,Red lamp,24\n');
    expect(inHeader.items[0]!.cost?.amount).toBe(2);
  });
});

describe('what a list must not be taken for', () => {
  it('keeps no contact of the suppliers in its rows', () => {
    const list = listOf(
      [
        '品名,单价,供应商',
        '陶瓷杯,12.5,义乌晴川 王小姐 13800138000',
        '玻璃杯,8,晴川工艺 电话 13900001111',
        '毛毯,20,13700002222',
        'Oak tray,9,"Bolt Ltd, Mr. Wang"',
        'Ash tray,7,Acme Ltd Tel: +44 20 7946 0958',
      ].join('\n'),
      { fileName: 'list.csv' },
    );
    expect(list.items.map(({ supplier }) => supplier)).toEqual([
      ...['义乌晴川', '晴川工艺', 'list', 'Bolt Ltd', 'Acme Ltd'],
    ]);
  });

  it('drops each of two columns with one header that hold personal details', () => {
    const rows = ['Item,Price,Contact,Contact', 'Mug,3,a@b.co,c@d.co', 'Tray,4,e@f.co,g@h.co'];
    const sheet = {
      ...{ records: recordsOf(rows.join('\n')), merged: [], fileName: 'a.csv', sheet: '' },
      ...{ addedAt: 1, savedAt: 1 },
    };
    const list = readSupplierList(sheet, { attributes: ['Contact'], currency: null })!;
    expect(JSON.stringify(list)).not.toContain('@');
  });

  it('takes no placeholder and no wrong check digit for a barcode', () => {
    const list = listOf(
      'Name,Price,EAN\nMug,3,00000000\nTray,4,5012345678901\nBowl,5,5012345678900\nJar,5,036000291452',
    );
    expect(list.items.map(({ barcodes }) => barcodes)).toEqual([
      ...[[], [], ['5012345678900'], ['36000291452']],
    ]);
  });

  it('makes no number of 1001 and 1002 that is of neither', () => {
    const list = listOf('Item no,Name,Colour,Price\n1001,Mug,red,3\n1002,Mug,blue,3');
    expect(list.items).toMatchObject([{ sku: '1001', variants: ['red', 'blue'] }]);
  });

  it('compares no costs of variants in other currencies', () => {
    const list = listOf('Name,Colour,Price\nMug,red,€3\nMug,blue,US$ 3.2');
    expect(list.items.map(({ title, cost }) => ({ title, cost }))).toEqual([
      { title: 'Mug, red', cost: euro(3) },
      { title: 'Mug, blue', cost: { amount: 3.2, currency: 'USD' } },
    ]);
  });

  it('takes no least value of an order for units', () => {
    const header = (name: string) => listOf(`Name,Price,${name}\nMug,3,500`).items[0]!.minimumOrder;
    expect(header('MOQ')).toBe(500);
    for (const name of ['Minimum order value', 'MOQ (USD)', '起批金额'])
      expect(header(name)).toBeNull();
  });
});

describe('a Chinese list with a few costs in dollars', () => {
  const list = listOf('品名,单价\n陶瓷杯,12.5\n玻璃杯,8\n毛毯,$3.50\n木托盘,9');

  it('has its bare numbers in yuan, and says so', () => {
    expect(list.currency).toBe('CNY');
    expect(list.issues).toMatchObject([{ kind: 'assumed-currency', rowCount: 3 }]);
  });

  it('means US dollars', () => {
    expect(list.items[2]!.cost).toEqual({ amount: 3.5, currency: 'USD' });
  });
});

it('takes a lowest price as the cost, and says so', () => {
  const list = listOf('Name,Price\nMug,from €3\nTray,€4');
  expect(list.items.map(({ cost }) => cost)).toEqual([euro(3), euro(4)]);
  expect(list.issues).toMatchObject([{ kind: 'lowest-price', rows: [2], samples: ['from €3'] }]);
});

it.each([
  ['品名,价格,起批量', '陶瓷杯,¥12-15,≥2件', '玻璃杯,¥8,≥5件'],
  ['Name,FOB price,EXW price', 'Mug,12-15,10-14', 'Tray,8,7'],
  ['Name,Price,MOQ', 'Mug,from $15,100+', 'Tray,$8,50+'],
])('takes a first article with ranges for no header: %s', (...rows) => {
  const list = listOf(rows.join('\n'));
  expect(list.items.map(({ cost }) => cost?.amount)).toEqual([15, 8]);
});

it.each([
  ['Order ID,Item,Price,Quantity', '1,Mug,9,1', '2,Vase,19,1'],
  ['Order date,Product name,SKU,Unit price', '2026-01-01,Mug,A,9', '2026-01-02,Vase,B,19'],
  ['订单编号,商品名称,单价', '1,陶瓷杯,25', '2,玻璃杯,19'],
])('takes no prices of orders for costs: %s', (...rows) => {
  expect(() => listOf(rows.join('\n'))).toThrow('expected a list, got none');
});

it('reads a list whose articles have an order number', () => {
  expect(listOf('Order no,Name,Price\n77,Mug,3').items).toMatchObject([{ title: 'Mug' }]);
});

it('says that a bare $ is taken for the dollars of the shop, unless these are US dollars', () => {
  const sheet = {
    ...{ records: recordsOf('Name,Price\nMug,$3'), merged: [], fileName: 'a.csv', sheet: '' },
    ...{ addedAt: 1, savedAt: 1 },
  };
  const found = (currency: string | null) =>
    kinds(readSupplierList(sheet, { attributes: [], currency })!);
  expect(found('AUD')).toEqual(['assumed-currency']);
  for (const other of ['USD', 'EUR', null]) expect(found(other)).toEqual([]);
});
