import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import {
  debutVersion,
  declareVersions,
  withoutNewer,
  type SchemaVersion,
} from '#storage/database/schema-version.ts';

const NAME = 'made-up';
afterEach(() => Dexie.delete(NAME));

const FIRST: SchemaVersion = { tables: { mugs: '++id', notes: 'mugId' } };
/** Colours get a table of their own, and prices count cents. */
const SECOND: SchemaVersion = {
  tables: { colours: 'mugId', notes: null },
  upgrade: async (upgrade) => {
    const mugs = upgrade.table<{ id: number; price: number; colour?: string }>('mugs');
    for (const { id, colour } of await mugs.toArray()) {
      await upgrade.table('colours').add({ mugId: id, colour });
    }
    await mugs.toCollection().modify((mug) => {
      mug.price *= 100;
      delete mug.colour;
    });
  },
};

async function open(versions: readonly SchemaVersion[]): Promise<Dexie> {
  const database = new Dexie(NAME, withoutNewer(versions.length));
  declareVersions(database, versions);
  return database.open();
}

it('brings records of the first version to the form of the second, once', async () => {
  const first = await open([FIRST]);
  expect(debutVersion(first.backendDB())).toBe(1);
  await first.table('mugs').bulkAdd([
    { price: 2, colour: 'red' },
    { price: 3, colour: 'blue' },
  ]);
  first.close();
  for (let times = 0; times < 2; times += 1) {
    const second = await open([FIRST, SECOND]);
    expect(debutVersion(second.backendDB())).toBe(2);
    expect(second.tables.map(({ name }) => name).sort()).toEqual(['colours', 'mugs']);
    expect(await second.table('mugs').toArray()).toEqual([
      { id: 1, price: 200 },
      { id: 2, price: 300 },
    ]);
    expect(await second.table('colours').toArray()).toEqual([
      { mugId: 1, colour: 'red' },
      { mugId: 2, colour: 'blue' },
    ]);
    second.close();
  }
});

it('leaves everything as it was where an upgrade fails', async () => {
  const first = await open([FIRST]);
  await first.table('mugs').add({ price: 2 });
  first.close();
  const upgrade: SchemaVersion['upgrade'] = async (transaction) => {
    await transaction.table('mugs').clear();
    throw new Error('expected to go well');
  };
  await expect(open([FIRST, { tables: {}, upgrade }])).rejects.toThrow('expected to go well');
  const again = await open([FIRST]);
  expect(debutVersion(again.backendDB())).toBe(1);
  expect(await again.table('mugs').toArray()).toEqual([{ id: 1, price: 2 }]);
  again.close();
});

it('runs no upgrade on a database that is new', async () => {
  const upgrade = () => Promise.reject(new Error('expected no upgrade'));
  const database = await open([FIRST, { tables: {}, upgrade }]);
  expect(debutVersion(database.backendDB())).toBe(2);
  database.close();
});
