import '../../support/database.ts';
import Dexie from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, SCHEMA_VERSION } from '#storage/database/database.ts';
import { listDatasets } from '#storage/data/datasets.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';
import { onTabConflict, type TabConflict } from '#storage/database/other-tabs.ts';
import { readDatabase } from '../../support/schema/stored-database.ts';

const told: (TabConflict | null)[] = [];
let forget = (): void => undefined;

beforeEach(async () => {
  await Dexie.delete(database.name);
  told.length = 0;
  await database.open();
  forget = onTabConflict((conflict) => told.push(conflict));
});
afterEach(() => forget());

async function openNewer(): Promise<Dexie> {
  const newer = new Dexie(database.name);
  newer.version(SCHEMA_VERSION + 1).stores({
    ...{ datasets: '++id', columns: '[datasetId+name+chunk]', models: '++id, datasetId' },
    ...{ products: 'datasetId', plans: 'datasetId', settings: 'name', extra: 'id' },
  });
  return newer.open();
}

describe('a newer version in another tab', () => {
  it('gets the database, and this tab is told and writes no more', async () => {
    const newer = await openNewer();
    expect(told).toEqual(['outdated']);
    await expect(listDatasets()).rejects.toMatchObject({ code: 'storage-failed' });
    newer.close();
  });

  it('keeps the database when this tab is opened after it', async () => {
    database.close();
    (await openNewer()).close();
    await expect(database.open()).rejects.toMatchObject({ code: 'storage-failed' });
    expect(told).toEqual(['outdated']);
    await expect(listDatasets()).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('finds its database as it left it after this tab has looked at it', async () => {
    await saveSetting('currency', 'EUR');
    database.close();
    const newer = await openNewer();
    await newer.table('extra').add({ id: 1, kept: 'newer' });
    newer.close();
    const before = await readDatabase(database.name);
    await expect(database.open()).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(saveSetting('currency', 'GBP')).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await readDatabase(database.name)).toEqual(before);
    expect(before.version).toBe(10 * (SCHEMA_VERSION + 1));
  });

  it('is not told to those who stopped listening', () => {
    forget();
    database.on('blocked').fire({ oldVersion: 10, newVersion: 20 });
    expect(told).toEqual([]);
  });
});

describe('the database', () => {
  it('is told to be deleted where another page deleted it, and nothing begins a new one', async () => {
    await Dexie.delete(database.name);
    expect(told).toEqual(['deleted']);
    await expect(saveSetting('currency', 'EUR')).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is told to be deleted where the browser cleared it away', async () => {
    forceCloseDatabase(database.backendDB() as never);
    indexedDB.deleteDatabase(database.name);
    await vi.waitFor(() => expect(told).toEqual(['deleted']));
    await expect(saveSetting('currency', 'EUR')).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is told to be deleted also where the first question about it is lost', async () => {
    vi.spyOn(indexedDB, 'databases').mockReturnValueOnce(new Promise(() => undefined));
    forceCloseDatabase(database.backendDB() as never);
    indexedDB.deleteDatabase(database.name);
    await vi.waitFor(() => expect(told).toEqual(['deleted']));
    vi.restoreAllMocks();
  });

  it('is used again where the browser closed it and it is still there', async () => {
    await saveSetting('currency', 'EUR');
    forceCloseDatabase(database.backendDB() as never);
    await vi.waitFor(() => expect(database.isOpen()).toBe(false));
    await vi.waitFor(async () => expect(await loadSetting('currency')).toBe('EUR'));
    expect(told.filter((conflict) => conflict !== null)).toEqual([]);
  });
});

describe('an older version in another tab', () => {
  it('is told while it blocks this one', () => {
    database.on('blocked').fire({ oldVersion: 10, newVersion: 20 });
    expect(told).toEqual(['blocked']);
  });

  it('is forgotten when this one has got the database', async () => {
    database.close();
    database.on('blocked').fire({ oldVersion: 10, newVersion: 20 });
    await database.open();
    expect(told).toEqual(['blocked', null]);
  });
});
