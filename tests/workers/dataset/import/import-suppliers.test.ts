import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadSuppliers } from '#storage/plan/suppliers.ts';
import { importSuppliers } from '#workers/dataset/import/import-suppliers.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { noSource } from '../../../support/source.ts';
import { fixtureList } from '../../../support/supplier-list.ts';
import { sheetsFile, workbookFile } from '../../../support/workbook.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 3, rowsUsed: 3, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const { source, recipe } = noSource();
  const launches = ['Linen shirt', 'Linen dress', 'Linen skirt'].map((title) => ({
    ...{ title, category: 'Clothing', units: 10 },
  }));
  ({ datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, source },
    report: { ...report, currencies: { main: 'EUR', others: [] } },
    recipe: { ...recipe, currencyRates: { USD: 0.9 } },
    table: launchTable([...launches, { title: 'Candle', category: 'Candles', units: 10 }]),
  }));
});

const importOf = (file: File, job = jobFor()) => importSuppliers({ file, datasetId }, job);

describe('importSuppliers', () => {
  it('reads a CSV, and spells categories as past launches do', async () => {
    const account = await importOf(csvFile(fixtureList('three-header-rows.csv'), 'northwind.csv'));
    expect(account).toEqual({
      ...{ fileName: 'northwind.csv', listCount: 1, rowsRead: 4, itemCount: 4, otherTables: [] },
    });
    const { articles, lists } = await loadSuppliers(datasetId);
    expect(lists).toMatchObject([{ supplier: 'Northwind Home Ltd', sheet: '' }]);
    expect(articles.map(({ category, unitCost }) => [category, unitCost])).toEqual([
      ['Candles', 2.88],
      ['Candles', 3.69],
      ['MUGS', 2.8],
      ['MUGS', null],
    ]);
  });

  it('reads the sheets of a workbook as lists of several suppliers, with their merged cells', async () => {
    const file = sheetsFile(
      [
        {
          name: 'Acme',
          merged: ['A1:F1', 'A3:A5', 'C3:C5', 'F3:F5'],
          rows: [
            ['Spring price list'],
            ['Range', 'Item No', 'Name', 'Size', 'Price (USD)', 'MOQ'],
            ['Tops', 'LS-1-S', 'Linen shirt', 'S', 10, 600],
            ['', 'LS-1-M', '', 'M', 10],
            ['', 'LS-1-L', '', 'L', 11],
            ['', 'SC-1', 'Silk scarf', '', 4, 20],
          ],
        },
        { name: 'Pictures', rows: [['Photo']] },
        {
          name: 'Terms',
          rows: [
            ['Payment', '30 days'],
            ['Port', 'Ningbo'],
          ],
        },
        {
          name: 'Old',
          isHidden: true,
          rows: [
            ['SKU', 'Name', 'Cost'],
            ['X', 'Old lamp', 1],
          ],
        },
        {
          name: '晴川',
          rows: [
            ['货号', '商品名称', '单价（元）', '起批量'],
            ['Q1', '亚麻衬衫', 55, '100件'],
          ],
        },
      ],
      'suppliers.xlsx',
    );
    const account = await importOf(file);
    expect(account).toMatchObject({
      listCount: 2,
      rowsRead: 5,
      otherTables: ['Pictures', 'Terms'],
    });
    const { articles, lists, issues, money } = await loadSuppliers(datasetId);
    expect(lists.map(({ supplier, sheet }) => [supplier, sheet])).toEqual([
      ['Acme', 'Acme'],
      ['晴川', '晴川'],
    ]);
    expect(articles).toMatchObject([
      {
        ...{ title: 'Linen shirt', category: 'Tops', variants: ['S', 'M', 'L'], unitCost: 9.9 },
        offers: [{ sku: 'LS-1', minimumOrder: 600 }],
      },
      { title: 'Silk scarf', offers: [{ minimumOrder: 20 }], unitCost: 3.6 },
      { title: '亚麻衬衫', unitCost: null },
    ]);
    expect(money).toMatchObject({
      main: 'EUR',
      others: [{ currency: 'CNY' }, { currency: 'USD' }],
    });
    expect(issues.map((each) => each.map(({ kind }) => kind))).toEqual([
      ['large-minimum'],
      ['rate-missing'],
    ]);
  });

  it('reads the currency in which a workbook shows bare numbers, unless the header names one', async () => {
    const dollars = (value: number) => ({ value, format: '[$$-409]#,##0.00' });
    const euros = (value: number) => ({ value, format: '_-* #,##0.00\\ [$€-407]_-' });
    const rows = [
      ['SKU', 'Name', 'Cost', 'RRP (GBP)', 'MOQ'],
      ['A', 'Red lamp', dollars(4), dollars(9), 100],
      ['B', 'Old vase', euros(3), euros(9), 100],
      ['C', 'Tin mug', dollars(2), 9, 100],
    ];
    await importOf(workbookFile(rows, 'a.xlsx'));
    const { lists } = await loadSuppliers(datasetId);
    const [list] = lists;
    expect(list!.items.map(({ cost }) => cost?.currency)).toEqual(['USD', 'EUR', 'USD']);
    expect(list!.items.map(({ listPrice }) => listPrice?.currency)).toEqual(['GBP', 'GBP', 'GBP']);
    expect(list!.items.map(({ minimumOrder }) => minimumOrder)).toEqual([100, 100, 100]);
    expect(list!.issues).toEqual([]);
  });

  it('proposes a category by the words of the title', async () => {
    await importOf(
      workbookFile(
        [
          ['SKU', 'Name', 'Cost'],
          ['A', 'Linen trousers', 8],
        ],
        'a.xlsx',
      ),
    );
    const { articles, issues } = await loadSuppliers(datasetId);
    expect(articles).toMatchObject([{ category: 'Clothing', isCategoryProposed: true }]);
    expect(issues).toMatchObject([[{ kind: 'proposed-category', rows: [2] }]]);
  });

  it('takes the place of the same file read before', async () => {
    const file = csvFile('SKU,Name,Cost\nA,Red lamp,3\nB,Old vase,4\n', 'a.csv');
    await importOf(file);
    const first = await loadSuppliers(datasetId);
    await importOf(file);
    const again = await loadSuppliers(datasetId);
    expect(again.articles).toEqual(first.articles);
    expect(again.lists).toHaveLength(1);
  });

  it('refuses a file without a list, and stores nothing', async () => {
    await importOf(csvFile('SKU,Name,Cost\nA,Red lamp,3\n', 'a.csv'));
    await expect(importOf(csvFile('day,units\n2024-01-01,3\n', 'b.csv'))).rejects.toMatchObject({
      code: 'no-supplier-list',
    });
    expect((await loadSuppliers(datasetId)).lists).toHaveLength(1);
  });
});
