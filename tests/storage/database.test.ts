import '../support/database.ts';
import Dexie, { liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import { roundToHalf } from '#core/half-floats.ts';
import { database } from '#storage/database.ts';
import { loadModel } from '#storage/models.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

/** Puts the model of data set 5 into a new database as an older Debut did, and opens it in this one. */
async function storeInVersion(version: number, model: unknown): Promise<void> {
  database.close();
  await Dexie.delete('debut');
  const older = new Dexie('debut');
  older.version(version).stores({
    ...{ datasets: '++id', columns: '[datasetId+name+chunk]', models: '++id, datasetId' },
    ...{ products: 'datasetId', plans: 'datasetId', settings: 'name' },
  });
  await older.open();
  await older.table('models').add({ datasetId: 5, model });
  older.close();
  await database.open();
}

describe('the database', () => {
  it('is called debut and has one table for each thing that is kept', async () => {
    await database.open();
    expect(database.name).toBe('debut');
    expect(database.tables.map(({ name }) => name).sort()).toEqual([
      ...['columns', 'datasets', 'models', 'plans', 'products', 'settings'],
    ]);
  });

  it('opens the models of version 1, which had no trees and no level', async () => {
    const blend = { net: 0.75, ridge: 0.25, median: 0 };
    await storeInVersion(1, { blend, net: null, report: { blend, seed: 3 } });
    const blendNow = { ...blend, trees: 0 };
    const [record] = await database.models.toArray();
    expect(record).toMatchObject({ id: 1, datasetId: 5 });
    expect(record!.model).toMatchObject({ trees: [], level: 0, blend: blendNow, net: null });
    expect(record!.model.report).toMatchObject({ blend: blendNow, seed: 3 });
  });

  it('packs the models of version 2, which were stored at full precision', async () => {
    const net = { offsets: [0.5], theta: Float32Array.of(0.1, -2) };
    const trees = [
      {
        ...{ base: 1.25, depth: 1, column: Int32Array.of(3, 3) },
        threshold: Float32Array.of(0.1, 0.1),
        leaf: Float32Array.of(0.1, 1, 2, 3),
      },
    ];
    await storeInVersion(2, { net, trees, report: { datasetId: 5 } });
    const [record] = await database.models.toArray();
    expect(record!.model.net).toEqual({ offsets: [0.5], theta: Uint16Array.of(0x2e66, 0xc000) });
    expect(record!.model.trees[0]!.threshold).toEqual(Float32Array.of(0.1));
    const model = await loadModel(5);
    expect(model!.net!.theta).toEqual(roundToHalf(net.theta));
    expect(model!.trees).toEqual([{ ...trees[0], leaf: roundToHalf(trees[0]!.leaf) }]);
    expect(model!.report.modelId).toBe(1);
    expect(model!.report.storedBytes).toBeGreaterThan(0);
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
