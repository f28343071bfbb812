import '../../support/database.ts';
import Dexie, { liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { database } from '#storage/database/database.ts';
import type { ModelRecord } from '#storage/database/records.ts';
import { loadModel, saveModel } from '#storage/model/models.ts';
import { loadRanking } from '#storage/plan/plans.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';

/** Puts data set 5 and a model of it into a new database as an older Debut did, and opens it in this one. */
async function storeInVersion(version: number, model: unknown): Promise<void> {
  const report = { name: 'Spring', issues: [] };
  database.close();
  await Dexie.delete('debut');
  const older = new Dexie('debut');
  older.version(version).stores({
    ...{ datasets: '++id', columns: '[datasetId+name+chunk]', models: '++id, datasetId' },
    ...{ products: 'datasetId', plans: 'datasetId', settings: 'name' },
  });
  await older.open();
  await older.table('datasets').add({ id: 5, importedAt: 3, rowCount: 2, report });
  await older.table('plans').add({ datasetId: 5, modelId: 7, plans: [] });
  await older.table('models').add({ id: 7, datasetId: 5, model });
  older.close();
  await database.open();
}

describe('the database', () => {
  it('is called debut and has one table for each thing that is kept', async () => {
    await database.open();
    expect(database.name).toBe('debut');
    expect(database.tables.map(({ name }) => name).sort()).toEqual([
      ...[
        'calendars',
        'checkpoints',
        'columns',
        'datasets',
        'demand',
        'embeddings',
        'evidence',
        'ledger',
        'models',
        'offers',
        'orderStudies',
        'pictureFiles',
        'pictures',
        'plans',
        'products',
        'readingCheckpoints',
        'reviewOutcomes',
        'reviewReadings',
        'reviews',
        'runs',
        'settings',
        'shortlists',
        'sources',
        'splitTests',
        'stock',
        'suppliers',
        'trainings',
      ],
    ]);
  });

  it('numbers a model after the dropped ones anew', async () => {
    await storeInVersion(2, { net: null, trees: [] });
    const report = { modelId: 0, datasetId: 5 };
    const model = { net: null, ridges: [], trees: [], report } as unknown as TrainedModel;
    const saved = await saveModel(model);
    expect(saved.report.modelId).not.toBe(7);
    expect(await loadRanking(5)).toBeUndefined();
    expect(await loadModel(5)).toEqual(saved);
  });

  it('keeps the models of its own version when it opens again', async () => {
    await storeInVersion(2, {});
    await database.models.add({ datasetId: 5, model: { net: null } } as unknown as ModelRecord);
    database.close();
    await database.open();
    expect(await database.models.count()).toBe(1);
  });

  it('lets a page watch what it loads', async () => {
    const seen: (string | undefined)[] = [];
    const query = liveQuery(() => loadSetting('currency'));
    await new Promise<void>((resolve) => {
      query.subscribe((currency) => {
        seen.push(currency);
        if (currency === 'EUR') resolve();
        else void saveSetting('currency', 'EUR');
      });
    });
    expect(seen).toEqual([undefined, 'EUR']);
  });
});
