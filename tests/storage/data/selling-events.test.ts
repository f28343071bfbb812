import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import {
  deleteDataset,
  loadDatasetSummary,
  replaceLaunches,
  saveDataset,
} from '#storage/data/datasets.ts';
import { loadEditedLaunchTitles, saveEventEdit, saveMarket } from '#storage/data/selling-events.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

const table = launchTable([
  { title: 'Mug', day: 19_500 },
  { title: 'Plate', day: 19_400 },
]);
const counts = { rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 };
const dataset = {
  ...{ sample: null, importedAt: 1, table },
  report: { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts },
  ...noSource(),
};
const never = new AbortController().signal;

let id: number;
beforeEach(async () => {
  await emptyDatabase();
  id = (await saveDataset(dataset)).datasetId;
});

const said = async () => (await loadDatasetSummary(id)).events;

it('begins with nothing said', async () => {
  expect(await said()).toBeUndefined();
  expect(await loadEditedLaunchTitles(id)).toEqual(new Set());
});

it('keeps a market, tells what it was, and takes it back', async () => {
  expect(await saveMarket(id, 'GB')).toBeUndefined();
  expect(await saveMarket(id, null)).toBe('GB');
  expect(await said()).toEqual({ market: null });
  expect(await saveMarket(id, undefined)).toBeNull();
  expect(await said()).toEqual({});
});

it('keeps what is said of titles beside it, whatever they are called', async () => {
  await saveMarket(id, 'GB');
  expect(await saveEventEdit(id, 'Mug', ['easter'])).toBeUndefined();
  expect(await saveEventEdit(id, '__proto__', [])).toBeUndefined();
  expect(await saveEventEdit(id, 'toString', ['winter'])).toBeUndefined();
  expect(await saveEventEdit(id, 'Mug', [])).toEqual(['easter']);
  const { market, editsByTitle = {} } = (await said()) ?? {};
  expect(market).toBe('GB');
  expect(Object.entries(editsByTitle).sort()).toEqual([
    ['Mug', []],
    ['__proto__', []],
    ['toString', ['winter']],
  ]);
  expect(await saveEventEdit(id, 'Mug', undefined)).toEqual([]);
  expect(Object.keys((await said())?.editsByTitle ?? {}).sort()).toEqual(['__proto__', 'toString']);
});

it('knows which of these titles launches have', async () => {
  await saveEventEdit(id, 'Plate', []);
  await saveEventEdit(id, 'New vase', ['easter']);
  expect(await loadEditedLaunchTitles(id)).toEqual(new Set(['Plate']));
});

it('stays when launches are read in another way, and goes with the data set', async () => {
  await saveMarket(id, 'JP');
  await replaceLaunches(id, dataset, never);
  expect(await said()).toEqual({ market: 'JP' });
  await deleteDataset(id);
  await expect(saveMarket(id, 'GB')).rejects.toMatchObject({ code: 'dataset-missing' });
});
