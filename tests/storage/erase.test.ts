import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, everythingStored } from '../support/database.ts';
import { database } from '#storage/database.ts';
import { saveDataset } from '#storage/datasets.ts';
import { eraseAll } from '#storage/erase.ts';
import { launchTable } from '../support/launch-table.ts';
import { noSource } from '../support/source.ts';

beforeEach(emptyDatabase);

describe('deleting everything', () => {
  it('leaves no row in any table', async () => {
    await database.settings.put({ name: 'currency', value: 'EUR' });
    await database.products.put({ datasetId: 1, products: [] });
    await database.columns.put({
      datasetId: 1,
      name: 'units',
      chunk: 0,
      bytes: new ArrayBuffer(8),
    });
    await eraseAll('https://shop.example/');
    const rows = Object.values(await everythingStored()).flat();
    expect(rows).toEqual([]);
  });

  it('leaves no data set whose file it took while that was read', async () => {
    const source = { id: 'one', headers: ['title'], rowCount: 2, issues: [] };
    const bytes = new ArrayBuffer(8);
    await database.sources.put({ sourceId: 'one', name: 'title', part: 0, bytes });
    const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [] };
    const counts = { rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 };
    const dataset = { ...noSource(), source, sample: null, importedAt: 1 };
    const save = () =>
      saveDataset({ ...dataset, report: { ...report, ...counts }, table: launchTable([{}, {}]) });
    expect(await save()).toMatchObject({ datasetId: 1 });
    await eraseAll('https://shop.example/');
    await expect(save()).rejects.toMatchObject({ code: 'erased-meanwhile' });
    expect(Object.values(await everythingStored()).flat()).toEqual([]);
  });
});
