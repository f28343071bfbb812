import { everythingStored } from '../support/database.ts';
import Dexie, { liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { TrainingRun } from '#core/runs/training-run.ts';
import { database, type ModelRecord } from '#storage/database.ts';
import { loadModel, saveModel } from '#storage/models.ts';
import { listTrainings, loadTrainingReport } from '#storage/trainings.ts';
import { loadRanking } from '#storage/plans.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

/** What an older Debut kept of data set 5, beside its model and plans. */
const KEPT = {
  datasets: {
    ...{ id: 5, importedAt: 3, rowCount: 2 },
    report: { name: 'Spring', issues: [{ kind: 'ragged-row', sample: '1 | 2' }] },
  },
  columns: { datasetId: 5, name: 'units', chunk: 0, bytes: Uint8Array.of(1, 2).buffer },
  products: { datasetId: 5, products: [{ id: 'mug' }] },
  settings: { name: 'theme', value: 'dark' },
};

/** Puts data set 5 and a model of it into a new database as an older Debut did, and opens it in this one. */
async function storeInVersion(version: number, model: unknown): Promise<void> {
  database.close();
  await Dexie.delete('debut');
  const older = new Dexie('debut');
  older.version(version).stores({
    ...{ datasets: '++id', columns: '[datasetId+name+chunk]', models: '++id, datasetId' },
    ...{ products: 'datasetId', plans: 'datasetId', settings: 'name' },
  });
  await older.open();
  for (const [name, record] of Object.entries(KEPT)) await older.table(name).add(record);
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
        'embeddings',
        'evidence',
        'ledger',
        'models',
        'offers',
        'plans',
        'products',
        'runs',
        'settings',
        'sources',
        'stock',
        'trainings',
      ],
    ]);
  });

  it.each([
    { version: 1, model: { blend: { net: 0.75, ridge: 0.25, median: 0 }, net: null } },
    { version: 2, model: { net: { theta: Float32Array.of(0.1, -2) }, ridge: {}, trees: [] } },
    { version: 3, model: { net: { theta: Uint16Array.of(0x2e66) }, ridge: {}, trees: [] } },
  ])(
    'drops models and plans of version $version and keeps all else',
    async ({ version, model }) => {
      await storeInVersion(version, model);
      const { models, ...rest } = await everythingStored();
      expect(models).toEqual([]);
      const issue = { kind: 'ragged-row', samples: ['1 | 2'], treatment: null };
      const renewed = { ...KEPT.datasets, report: { name: 'Spring', issues: [issue] } };
      const kept = Object.entries({ ...KEPT, datasets: renewed }).map(([k, v]) => [k, [v]]);
      expect(rest).toEqual({
        ...(Object.fromEntries(kept) as object),
        plans: [],
        sources: [],
        embeddings: [],
        runs: [],
        checkpoints: [],
        trainings: [],
        evidence: [],
        ledger: [],
        offers: [],
        calendars: [],
        stock: [],
      });
      expect(await loadModel(5)).toBeUndefined();
      expect(await loadTrainingReport(5)).toBeUndefined();
    },
  );

  it('takes the report out of a model of version 9, which is the one in use', async () => {
    const report = { datasetId: 5, trainedAt: 4 };
    await storeInVersion(9, { net: null, ridges: [], trees: [], report });
    expect(await loadTrainingReport(5)).toEqual({ ...report, modelId: 7 });
    const model = await loadModel(5);
    expect(model).toEqual({
      net: null,
      ridges: [],
      trees: [],
      analogues: undefined,
      report: model!.report,
    });
    const [{ report: kept, ...run }] = (await listTrainings(5)) as [TrainingRun];
    expect(kept.modelId).toBe(7);
    expect(run).toEqual({
      modelId: 7,
      datasetId: 5,
      comparison: null,
      name: '',
      note: '',
      tags: [],
    });
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
