import { emptyDatabase, everythingStored, fillStorageAfter } from '../../../support/database.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingKey } from '#core/import/csv/treatments.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';
import { database } from '#storage/database/database.ts';
import { listDatasets, loadFileState, loadLaunchTable } from '#storage/data/datasets.ts';
import { fillInSheet } from '#workers/dataset/import/fill-in-sheet.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { rebuildDataset } from '#workers/dataset/import/rebuild-dataset.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';

const ROWS = Array.from({ length: 12 }, (_, i) => `Mug ${i},0${1 + (i % 9)}/03/2024,${10 + i}`);
const TEXT = ['title,launch date,units', ...ROWS, ROWS[3]].join('\n');

async function importIt(text = TEXT) {
  const file = csvFile(text);
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const report = await importFile(
    {
      ...asDetected(file),
      mapping,
      dropColumns: [],
      dateOrder: null,
      name: 'Spring',
      sample: null,
      areLaunches: true,
    },
    jobFor(),
  );
  return { report, recipe: plainRecipe(mapping) };
}

const KEEP_REPEATS = findingKey({ kind: 'duplicate-row', field: null, column: null });

beforeEach(emptyDatabase);

describe('rebuildDataset', () => {
  it('reads the stored file in another way, and back again', async () => {
    const { report, recipe } = await importIt();
    const { datasetId } = report;
    expect(report).toMatchObject({ rowsRead: 13, rowsUsed: 12, rowsSetAside: 1 });
    const before = await everythingStored();
    const kept = { ...recipe, treatments: { [KEEP_REPEATS]: false } };
    const rebuilt = await rebuildDataset({ datasetId, base: recipe, recipe: kept }, jobFor());
    const read = { datasetId, name: 'Spring', rowsUsed: 13, rowsSetAside: 0 };
    expect(rebuilt).toMatchObject({
      ...{ status: 'rebuilt', report: read, before: recipe, after: kept },
    });
    expect((await loadLaunchTable(datasetId)).rowCount).toBe(13);
    expect((await listDatasets())[0]).toMatchObject({ rowCount: 13, recipe: kept });
    const { sources } = await everythingStored();
    expect({ ...before, sources }).toEqual(before);
    await rebuildDataset({ datasetId, base: kept, recipe }, jobFor());
    expect(await everythingStored()).toEqual(before);
  });

  it('knows how old a launch was when its file was imported, however late that file is read again', async () => {
    const rows = ROWS.map((_, i) => `Mug ${i},2024-03-${String(i + 1).padStart(2, '0')},${10 + i}`);
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2024, 3, 8, 12));
    try {
      const { report, recipe } = await importIt(['title,launch date,units', ...rows].join('\n'));
      expect(report).toMatchObject({ rowsRead: 12, rowsUsed: 11 });
      now.mockReturnValue(Date.UTC(2025, 3, 8, 12));
      const { datasetId } = report;
      const again = await rebuildDataset({ datasetId, base: recipe, recipe }, jobFor());
      expect(again).toMatchObject({ report: { rowsUsed: 11, issues: report.issues } });
    } finally {
      now.mockRestore();
    }
  });

  it('takes the order of day and month that the seller chose', async () => {
    const { report, recipe } = await importIt();
    const { datasetId } = report;
    const before = (await loadLaunchTable(datasetId)).launchDay;
    const monthFirst = { ...recipe, dateOrder: 'month-first' } as const;
    await rebuildDataset({ datasetId, base: recipe, recipe: monthFirst }, jobFor());
    const after = (await loadLaunchTable(datasetId)).launchDay;
    expect(after[0]).toBe(19_725); // 3 January instead of 1 March
    expect(before[0]).toBe(19_783);
  });

  it('leaves everything as it was when the storage is full', async () => {
    const { report, recipe } = await importIt();
    const before = await everythingStored();
    const freeStorage = fillStorageAfter(2);
    const kept = { ...recipe, treatments: { [KEEP_REPEATS]: false } };
    const { datasetId } = report;
    const rebuilding = rebuildDataset({ datasetId, base: recipe, recipe: kept }, jobFor());
    await expect(rebuilding).rejects.toMatchObject({ code: 'storage-full' });
    freeStorage();
    expect(await everythingStored()).toEqual(before);
  });

  it.each([
    { what: 'the file', isGone: () => true },
    { what: 'a part of a column', isGone: (name: string) => name === 'column:units' },
    { what: 'what tells repeated rows', isGone: (name: string) => name === 'fingerprints' },
  ])('says that the file is gone where $what is, and leaves the launches', async ({ isGone }) => {
    const { report, recipe } = await importIt();
    await database.sources.filter(({ name }) => isGone(name)).delete();
    const before = await everythingStored();
    const { datasetId } = report;
    expect(await loadFileState(datasetId)).toBe('lost');
    const lost = { code: 'source-lost' };
    const kept = { ...recipe, treatments: { [KEEP_REPEATS]: false } };
    const request = { datasetId, base: recipe, recipe: kept };
    await expect(rebuildDataset(request, jobFor())).rejects.toMatchObject(lost);
    const filling = fillInSheet({ datasetId, words: [] as never }, jobFor());
    await expect(filling).rejects.toMatchObject(lost);
    expect(await everythingStored()).toEqual(before);
  });
});

describe('rebuildDataset in two tabs', () => {
  const stored = async () => (await listDatasets())[0]!.recipe!;

  it('keeps what both change, one after the other from what it saw, or at once', async () => {
    const { report, recipe } = await importIt();
    const { datasetId } = report;
    const base = recipe;
    const kept = { ...base, treatments: { [KEEP_REPEATS]: false } };
    const filled = (cells: Record<number, string>) => ({ ...base, fillIns: { channel: cells } });
    await rebuildDataset({ datasetId, base, recipe: filled({ 3: 'Web' }) }, jobFor());
    await rebuildDataset({ datasetId, base, recipe: kept }, jobFor());
    const both = { ...kept, fillIns: { channel: { 3: 'Web' } } };
    expect(await stored()).toEqual(both);
    expect((await loadLaunchTable(datasetId)).rowCount).toBe(13);

    const rated = { ...base, currencyRates: { EUR: 1.08 } };
    await Promise.all(
      [rated, filled({ 4: 'Fair' })].map((each) =>
        rebuildDataset({ datasetId, base, recipe: each }, jobFor()),
      ),
    );
    const all = { ...both, ...rated, treatments: kept.treatments };
    expect(await stored()).toEqual({ ...all, fillIns: { channel: { 3: 'Web', 4: 'Fair' } } });
    const { channel } = await loadLaunchTable(datasetId);
    expect(channel.filter((name) => name !== '').sort()).toEqual(['Fair', 'Web']);
  });

  it('undoes its own, and nothing where the other changed the same, unless it is told to', async () => {
    const { report, recipe } = await importIt();
    const { datasetId } = report;
    const fill = (base: Recipe, cells: Record<number, string>) =>
      rebuildDataset(
        { datasetId, base, recipe: { ...base, fillIns: { channel: cells } } },
        jobFor(),
      );
    await fill(recipe, { 3: 'Web', 4: 'Web' });
    const filled = await stored();
    await fill(filled, { 3: 'Web', 4: 'Web', 5: 'Fair' });
    const undo = { datasetId, base: filled, recipe, isUndo: true };
    await rebuildDataset(undo, jobFor());
    expect(await stored()).toEqual({ ...recipe, fillIns: { channel: { 5: 'Fair' } } });

    await fill(await stored(), { 3: 'Shop', 5: 'Fair' });
    const before = await everythingStored();
    expect(await rebuildDataset(undo, jobFor())).toEqual({
      status: 'disputed',
      now: await stored(),
      undone: { ...recipe, fillIns: { channel: { 5: 'Fair' } } },
      paths: ['fillIns.channel.3'],
    });
    expect(await everythingStored()).toEqual(before);
    await rebuildDataset({ ...undo, isUndo: false }, jobFor());
    expect(await stored()).toEqual({ ...recipe, fillIns: { channel: { 5: 'Fair' } } });
  });
});
