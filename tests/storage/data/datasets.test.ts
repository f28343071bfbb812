import { adoptedPlan } from '../../support/adopted-plan.ts';
import { emptyDatabase, everythingStored, fillStorageAfter } from '../../support/database.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#storage/database/database.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { noSource } from '../../support/source.ts';
import { launchTable } from '../../support/launch-table.ts';
import {
  deleteDataset,
  listDatasets,
  loadDatasetSummary,
  loadFileState,
  loadLaunchTable,
  loadOverview,
  loadReading,
  saveDataset,
  type NewDataset,
} from '#storage/data/datasets.ts';
import { adoptPlans } from '#storage/plan/ledger.ts';
import { addProducts, loadProducts } from '#storage/data/products.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';

const table = launchTable([
  { title: 'Mug', material: 'Steel', day: 19_500, channel: 'Web', listPrice: 9.5 },
  { title: 'Plate', material: '', day: 19_400, units: 7 },
]);

function dataset(name: string): NewDataset {
  const mapping = { fields: { launchDate: 'day', units: 'sold' }, attributes: ['material'] };
  const report = { name, mapping, issues: [], rowsRead: 3, rowsUsed: 2, rowsSetAside: 1 };
  return {
    ...{ sample: null, importedAt: 1_700_000_000_000, report, table },
    ...noSource(mapping),
  };
}

beforeEach(emptyDatabase);

describe('data sets', () => {
  it('come back as they were saved', async () => {
    const { datasetId } = await saveDataset(dataset('Spring'));
    expect(await loadLaunchTable(datasetId)).toEqual(table);
  });

  it('are kept apart', async () => {
    const first = await saveDataset(dataset('Spring'));
    const other = { ...table, title: ['Lamp', 'Vase'] };
    const second = await saveDataset({ ...dataset('Autumn'), table: other });
    expect((await loadLaunchTable(first.datasetId)).title).toEqual(['Mug', 'Plate']);
    expect((await loadLaunchTable(second.datasetId)).title).toEqual(['Lamp', 'Vase']);
  });

  it('are listed newest first, with what a list shows', async () => {
    const first = await saveDataset(dataset('Spring'));
    await saveDataset({ ...dataset('Giftware'), sample: 'giftware', sampleLanguage: 'zh' });
    const listed = await listDatasets();
    expect(listed.map(({ name }) => name)).toEqual(['Giftware', 'Spring']);
    expect(listed[0]).toMatchObject({ sample: 'giftware', sampleLanguage: 'zh' });
    expect(listed[1]).toEqual({
      ...{ id: first.datasetId, name: 'Spring', sample: null, report: first },
      ...{ importedAt: 1_700_000_000_000, rowCount: 2 },
      ...{ firstLaunchDay: 19_400, lastLaunchDay: 19_500 },
      recipe: plainRecipe(first.mapping),
    });
    expect(await loadDatasetSummary(first.datasetId)).toEqual(listed[1]);
  });

  it('say what their launches look like together, also where that was not kept with them', async () => {
    const { datasetId } = await saveDataset(dataset('Spring'));
    const kept = await loadOverview(datasetId);
    expect(kept.months.map(({ count }) => count).filter(Boolean)).toEqual([1, 1]);
    await database.datasets.where({ id: datasetId }).modify((record) => {
      delete (record as { overview?: unknown }).overview;
    });
    expect(await loadOverview(datasetId)).toEqual(kept);
  });

  it('say whether their file is kept, was never kept, or is lost', async () => {
    const { datasetId } = await saveDataset(dataset('Spring'));
    expect(await loadFileState(datasetId)).toBe('kept');
    const source = { id: 'gone', headers: ['title'], rowCount: 3, issues: [] };
    await database.datasets.update(datasetId, { source });
    expect(await loadFileState(datasetId)).toBe('lost');
    await database.datasets.where({ id: datasetId }).modify((record) => {
      delete (record as { source?: unknown }).source;
    });
    expect(await loadFileState(datasetId)).toBe('lost');
    await expect(loadReading(datasetId)).rejects.toMatchObject({ code: 'source-lost' });
    await database.datasets.where({ id: datasetId }).modify((record) => {
      delete (record as { recipe?: unknown }).recipe;
    });
    expect(await loadFileState(datasetId)).toBe('never-kept');
    await expect(loadReading(datasetId)).rejects.toMatchObject({ code: 'source-missing' });
  });

  it('that are missing are an error with that name', async () => {
    const missing = { code: 'dataset-missing' };
    await expect(loadLaunchTable(404)).rejects.toMatchObject(missing);
    await expect(loadDatasetSummary(404)).rejects.toMatchObject(missing);
    await expect(addProducts(404, () => [])).rejects.toMatchObject(missing);
  });

  it('go with all that belongs to them, and nothing else', async () => {
    const kept = await saveDataset(dataset('Kept'));
    const before = await everythingStored();
    const { datasetId } = await saveDataset(dataset('Removed'));
    await addProducts(datasetId, () => []);
    await adoptPlans(datasetId, [adoptedPlan()]);
    await saveSetting('currentDatasetId', datasetId);
    await deleteDataset(datasetId);
    expect(await everythingStored()).toEqual(before);
    await saveSetting('currentDatasetId', kept.datasetId);
    await deleteDataset(datasetId);
    expect(await loadSetting('currentDatasetId')).toBe(kept.datasetId);
    expect(await loadProducts(datasetId)).toEqual([]);
  });
});

describe('saving a data set', () => {
  let freeStorage = (): void => undefined;
  afterEach(() => freeStorage());

  it('tells how far it is', async () => {
    const steps: [number, number][] = [];
    await saveDataset(dataset('Spring'), { onChunk: (done, total) => steps.push([done, total]) });
    expect(steps.at(-1)).toEqual([7, 7]); // columns that are empty take no room
    expect(steps).toHaveLength(7);
  });

  it('leaves everything as it was when it is stopped half-way', async () => {
    await saveDataset(dataset('Earlier'));
    const before = await everythingStored();
    const stop = new AbortController();
    const saving = saveDataset(dataset('Stopped'), {
      stop: stop.signal,
      onChunk: (done) => done === 4 && stop.abort(),
    });
    await expect(saving).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everythingStored()).toEqual(before);
  });

  it('leaves everything as it was when the storage is full', async () => {
    await saveDataset(dataset('Earlier'));
    const before = await everythingStored();
    freeStorage = fillStorageAfter(6);
    await expect(saveDataset(dataset('Large'))).rejects.toMatchObject({ code: 'storage-full' });
    freeStorage();
    expect(await everythingStored()).toEqual(before);
    await expect(saveDataset(dataset('Smaller'))).resolves.toMatchObject({ name: 'Smaller' });
  });
});
