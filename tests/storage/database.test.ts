import '../support/database.ts';
import Dexie, { liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import { database } from '#storage/database.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

describe('the database', () => {
  it('is called debut and has one table for each thing that is kept', async () => {
    await database.open();
    expect(database.name).toBe('debut');
    expect(database.tables.map(({ name }) => name).sort()).toEqual([
      ...['columns', 'datasets', 'models', 'plans', 'products', 'settings'],
    ]);
  });

  it('opens the models of version 1, which had no trees and no level', async () => {
    database.close();
    await Dexie.delete('debut');
    const older = new Dexie('debut');
    older.version(1).stores({
      ...{ datasets: '++id', columns: '[datasetId+name+chunk]', models: '++id, datasetId' },
      ...{ products: 'datasetId', plans: 'datasetId', settings: 'name' },
    });
    await older.open();
    const blend = { net: 0.75, ridge: 0.25, median: 0 };
    const model = { blend, report: { blend, seed: 3 } };
    await older.table('models').add({ datasetId: 5, model });
    older.close();
    await database.open();
    const blendNow = { ...blend, trees: 0 };
    const modelNow = { trees: [], level: 0, blend: blendNow, report: { blend: blendNow, seed: 3 } };
    expect(await database.models.toArray()).toEqual([{ id: 1, datasetId: 5, model: modelNow }]);
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
