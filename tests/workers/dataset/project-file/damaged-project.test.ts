// A database that is not whole: what is saved of it can be restored, or nothing is saved and it is said why.

import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LeftOut } from '#core/files/project/project-reports.ts';
import { database } from '#storage/database/database.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { restore, stateButForIds, storeDataset } from '../../../support/project.ts';

let whole: Record<string, unknown[]>;
beforeAll(async () => {
  await emptyDatabase();
  await storeDataset();
  await storeDataset({ name: 'Autumn', launches: 9 });
  whole = await everythingStored();
});
beforeEach(async () => {
  await emptyDatabase();
  for (const [name, rows] of Object.entries(whole)) await database.table(name).bulkAdd(rows);
});

/** Names come from the database itself: a table that is added to it is tried here at once. */
const TABLES = database.tables.map(({ name }) => name);

interface Saved {
  readonly datasetCount: number;
  readonly leftOut: readonly LeftOut[];
}

/** What was saved and restored in an empty database, or the code and the details of what was said instead. */
async function savedAndRestored(): Promise<Saved | { code: unknown; details: unknown }> {
  const damaged = await everythingStored();
  const saving = saveProject({ target: null, passphrase: null }, jobFor());
  const saved = await saving.catch(
    (error: unknown) => error as { code?: string; details: unknown },
  );
  expect(await everythingStored()).toEqual(damaged);
  if (!('file' in saved)) return { code: saved.code, details: saved.details };
  await emptyDatabase();
  const { datasets } = await restore(new File([saved.file!], 'project.debut'));
  expect(datasets).toHaveLength(saved.datasetCount);
  return { datasetCount: saved.datasetCount, leftOut: saved.leftOut };
}

const files = ['Spring', 'Autumn'].map((name) => ({ name, isFileLost: true, lostModelCount: 0 }));
const models = ['Spring', 'Autumn'].map((name) => ({ name, isFileLost: false, lostModelCount: 2 }));

describe('a database of which a table is gone', () => {
  it.each(TABLES)(
    'is saved so that it can be restored, or it is said why not: %s',
    { tags: ['whole'] },
    async (name) => {
      await database.table(name).clear();
      const refused = { code: 'project-damaged', details: { name: 'Spring' } };
      const asExpected: Readonly<Record<string, unknown>> = {
        columns: refused,
        datasets: { datasetCount: 0, leftOut: [] },
        sources: { datasetCount: 2, leftOut: files },
        models: { datasetCount: 2, leftOut: models },
        trainings: { datasetCount: 2, leftOut: models },
      };
      const expected = asExpected[name] ?? { datasetCount: 2, leftOut: [] };
      expect(await savedAndRestored()).toEqual(expected);
    },
  );

  it.each([
    { part: 'all', gone: ['sources', 'columns', 'models'] },
    { part: 'the models and their reports', gone: ['models', 'trainings', 'evidence'] },
  ])('is so where $part are gone', async ({ gone }) => {
    for (const name of gone) await database.table(name).clear();
    expect(await savedAndRestored()).toBeDefined();
  });
});

/** A database is filled, saved and restored many times. */
const WHOLE = { tags: ['whole'], timeout: 60_000 };

describe('a database of which single records are gone', () => {
  it('is saved so that it can be restored, or it is said why not', WHOLE, async () => {
    const losses = fc.array(fc.tuple(fc.constantFrom(...TABLES), fc.nat()), {
      ...{ minLength: 1, maxLength: 4 },
    });
    const law = fc.asyncProperty(losses, async (lost) => {
      await emptyDatabase();
      for (const [name, rows] of Object.entries(whole)) await database.table(name).bulkAdd(rows);
      for (const [name, at] of lost) {
        const keys = await database.table(name).toCollection().primaryKeys();
        if (keys.length > 0) await database.table(name).delete(keys[at % keys.length]!);
      }
      const came = await savedAndRestored();
      if ('code' in came) expect(came.code).toBe('project-damaged');
    });
    await fc.assert(law, { numRuns: 25, seed: 3 });
  });

  it('is not saved without the days of its launches', async () => {
    const keys = await database.columns.toCollection().primaryKeys();
    await database.columns.delete(keys.findLast(([, name]) => name === 'launchDay')!);
    expect(await savedAndRestored()).toEqual({
      ...{ code: 'project-damaged', details: { name: 'Autumn' } },
    });
  });

  it('keeps the models that are whole, and uses the newest of them', async () => {
    const [dataset] = await database.datasets.toArray();
    await database.models.delete(dataset!.modelInUse!);
    expect(await savedAndRestored()).toMatchObject({
      leftOut: [{ name: 'Spring', isFileLost: false, lostModelCount: 1 }],
    });
    const [restored] = await database.datasets.toArray();
    const [first] = await database.models.where({ datasetId: restored!.id }).primaryKeys();
    expect(restored!.modelInUse).toBe(first);
  });

  it('leaves a file out of which a part is gone, as one that cannot be read again', async () => {
    const keys = await database.sources.toCollection().primaryKeys();
    await database.sources.delete(keys.find(([, name]) => name === 'column:price')!);
    const saved = await savedAndRestored();
    expect('leftOut' in saved && saved.leftOut.map(({ isFileLost }) => isFileLost)).toEqual([true]);
    expect((await stateButForIds()).sources).not.toEqual([]);
  });
});
