import { readdirSync, readFileSync } from 'node:fs';
import '../../support/database.ts';
import Dexie, { liveQuery } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { database, SCHEMA_VERSION } from '#storage/database/database.ts';
import { listDatasets, loadLaunchTable } from '#storage/data/datasets.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { loadReviewReading } from '#storage/data/reviews.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadLedger } from '#storage/plan/ledger.ts';
import { loadRanking } from '#storage/plan/plans.ts';
import { faultsOf } from '../../support/crashes/stored-faults.ts';
import { restore, savedFile, stateButForIds } from '../../support/project.ts';
import { fromLines, writeDatabase } from '../../support/schema/stored-database.ts';

describe('the database', () => {
  it('is called debut-data and has one table for each thing that is kept', async () => {
    await database.open();
    expect(database.name).toBe('debut-data');
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

  it('takes the place of what builds before the first release stored', async () => {
    await database.delete({ disableAutoOpen: false });
    const unreleased = new Dexie('debut');
    unreleased.version(18).stores({ datasets: '++id', gone: 'id' });
    await unreleased.open();
    await unreleased.table('datasets').add({ rows: 'of another form' });
    unreleased.close();
    expect(await listDatasets()).toEqual([]);
    await vi.waitFor(async () => {
      expect(await indexedDB.databases()).toEqual([{ name: database.name, version: 10 }]);
    });
  });

  it('lets a page watch what it loads', async () => {
    const seen: (string | undefined)[] = [];
    const query = liveQuery(() => loadSetting('currency'));
    await new Promise<void>((resolve) => {
      const watching = query.subscribe((currency) => {
        seen.push(currency);
        if (currency !== 'EUR') return void saveSetting('currency', 'EUR');
        watching.unsubscribe();
        resolve();
      });
    });
    expect(seen).toEqual([undefined, 'EUR']);
  });
});

const FOLDER = 'tests/fixtures/schema';
const fixtures = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ file, stored: fromLines(readFileSync(`${FOLDER}/${file}`, 'utf8')) }));

it('has what every version stored at hand', () => {
  const versions = Array.from({ length: SCHEMA_VERSION }, (_, i) => 10 * (i + 1));
  expect(fixtures.map(({ stored }) => stored.version)).toEqual(versions);
});

// What each version stored, opened by the app of today.
describe.each(fixtures)('what is stored in $file', ({ stored }) => {
  beforeEach(async () => {
    database.close();
    await Dexie.delete(database.name);
    await writeDatabase(stored);
    await database.open();
  });

  it('has no faults', async () => {
    expect(await faultsOf(stored, { isSwept: true })).toEqual([]);
  });

  it('is read as it was written', async () => {
    const [dataset] = await listDatasets();
    const id = dataset!.id;
    const table = await loadLaunchTable(id);
    expect([...table.units.slice(0, 3)]).toEqual([20, 52, 21]);
    expect(table.units).toHaveLength(26);
    expect((await loadModel(id))?.report.datasetId).toBe(id);
    expect((await loadRanking(id))?.plans).toHaveLength(2);
    expect((await loadLedger(id)).map(({ actual }) => actual?.units ?? null)).toEqual([30, null]);
    expect((await loadReviewReading(id))?.launch).toHaveLength(13);
    expect((await loadOrderStudy(id))?.associations.orderCount).toBe(1200);
  });

  it('leaves in a project file and comes back the same', async () => {
    const caches = ['checkpoints', 'runs', 'reviewReadings', 'reviewOutcomes'];
    await Promise.all(caches.map((name) => database.table(name).clear()));
    const before = await stateButForIds();
    const file = await savedFile();
    await Promise.all(database.tables.map((each) => each.clear()));
    await restore(file);
    expect(await stateButForIds()).toEqual(before);
  });
});
