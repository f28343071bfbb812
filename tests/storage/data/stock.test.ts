import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import { loadStock, saveStock } from '#storage/data/stock.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';
import { stockItem } from '../../support/stock-item.ts';

const listOf = (...titles: string[]) => ({
  ...{ fileName: 'stock.csv', asOf: 20_000 },
  items: titles.map((title) => stockItem({ title })),
});

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  ({ datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, report, table: launchTable([{}]), ...noSource() },
  }));
});

describe('what is in stock', () => {
  it('is the list that was said last, and the one before comes back', async () => {
    expect(await loadStock(datasetId)).toBeNull();
    expect(await saveStock(datasetId, listOf('Mug'))).toBeNull();
    expect(await saveStock(datasetId, listOf('Jug', 'Pot'))).toEqual(listOf('Mug'));
    expect(await loadStock(datasetId)).toEqual(listOf('Jug', 'Pot'));
  });

  it('can be taken away and put back', async () => {
    await saveStock(datasetId, listOf('Mug'));
    const before = await saveStock(datasetId, null);
    expect(await loadStock(datasetId)).toBeNull();
    await saveStock(datasetId, before);
    expect(await loadStock(datasetId)).toEqual(listOf('Mug'));
  });

  it('goes with its data set, and is kept for no other', async () => {
    await saveStock(datasetId, listOf('Mug'));
    await deleteDataset(datasetId);
    expect(await loadStock(datasetId)).toBeNull();
    await expect(saveStock(datasetId, listOf('Mug'))).rejects.toMatchObject({
      code: 'dataset-missing',
    });
  });
});
