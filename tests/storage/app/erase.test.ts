import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase, everythingStored } from '../../support/database.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { eraseAll } from '#storage/app/erase.ts';
import { onStopBroadcast } from '#storage/app/stop-broadcast.ts';
import { whileNobodyStores, whileStoring } from '#storage/database/work-lock.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';
import { tabLocks } from '../../support/tab-locks.ts';

beforeEach(emptyDatabase);
afterEach(() => vi.unstubAllGlobals());

const SCOPE = 'https://shop.example/';

describe('deleting everything', () => {
  it('leaves no row in any table', async () => {
    await database.settings.put({ name: 'currency', value: 'EUR' });
    await database.products.put({ datasetId: 1, products: [] });
    await database.columns.put({
      datasetId: 1,
      name: 'units',
      chunk: 0,
      bytes: new ArrayBuffer(8),
    });
    await eraseAll(SCOPE);
    const rows = Object.values(await everythingStored()).flat();
    expect(rows).toEqual([]);
  });

  it('leaves no data set whose file it took while that was read', async () => {
    const source = { id: 'one', headers: ['title'], rowCount: 2, issues: [] };
    const bytes = new ArrayBuffer(8);
    await database.sources.put({ sourceId: 'one', name: 'title', part: 0, bytes });
    const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [] };
    const counts = { rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 };
    const dataset = { ...noSource(), source, sample: null, importedAt: 1 };
    const save = () =>
      saveDataset({ ...dataset, report: { ...report, ...counts }, table: launchTable([{}, {}]) });
    expect(await save()).toMatchObject({ datasetId: 1 });
    await eraseAll(SCOPE);
    await expect(save()).rejects.toMatchObject({ code: 'erased-meanwhile' });
    expect(Object.values(await everythingStored()).flat()).toEqual([]);
  });
});

describe('deleting everything while another tab works', () => {
  const currency = { name: 'currency', value: 'EUR' };
  beforeEach(async () => {
    vi.stubGlobal('navigator', { locks: tabLocks() });
    await database.settings.put(currency);
  });

  /** Work that goes on until it is ended. */
  function working() {
    let end: () => void = () => undefined;
    const over = whileStoring(() => new Promise<void>((resolve) => (end = resolve)));
    return { end: () => end(), over };
  }

  it('asks all tabs to stop, and waits until they have', async () => {
    const { end, over } = working();
    let isAsked = false;
    const unhear = onStopBroadcast(() => (isAsked = true));
    let isErased = false;
    const erased = eraseAll(SCOPE).then(() => (isErased = true));
    await vi.waitFor(() => expect(isAsked).toBe(true));
    expect(isErased).toBe(false);
    expect(await database.settings.toArray()).toEqual([currency]);
    end();
    await Promise.all([over, erased]);
    expect(await database.settings.count()).toBe(0);
    unhear();
  });

  it('is refused, and nothing is deleted, where work does not stop in time', async () => {
    const { end, over } = working();
    const erasing = eraseAll(SCOPE, { patienceMs: 20 });
    await expect(erasing).rejects.toMatchObject({ code: 'work-elsewhere' });
    expect(await database.settings.toArray()).toEqual([currency]);
    end();
    await over;
    await eraseAll(SCOPE);
    expect(await database.settings.count()).toBe(0);
  });

  it('keeps work that begins meanwhile waiting until all is deleted', async () => {
    const { end, over } = working();
    const erased = eraseAll(SCOPE);
    await vi.waitFor(async () => {
      const { pending = [] } = await navigator.locks.query();
      expect(pending).toHaveLength(1);
    });
    const later = whileStoring(() => database.settings.count());
    end();
    expect(await later).toBe(0);
    await Promise.all([over, erased]);
  });

  it('fails with what went wrong, not with another tab, where deleting itself fails', async () => {
    const failing = whileNobodyStores(1_000, () => Promise.reject(new Error('it failed')));
    await expect(failing).rejects.toThrow('it failed');
  });

  it('waits for nobody where the browser has no locks and no channels', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('BroadcastChannel', undefined);
    const { end, over } = working();
    const unhear = onStopBroadcast(() => undefined);
    await eraseAll(SCOPE);
    expect(await database.settings.count()).toBe(0);
    unhear();
    end();
    await over;
  });
});
