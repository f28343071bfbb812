import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FilePreview, ImportReport } from '#core/import/columns/import-report.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { AppError } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import type { ImportJobs } from '#state/data/import-launches.ts';
import { ImportSession } from '#state/data/import-session.svelte.ts';
import { inChinese } from '../../support/in-chinese.ts';

const preview: FilePreview = {
  kind: 'launches',
  fileName: 'shop.csv',
  sizeBytes: 100,
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  headers: ['name', 'day', 'sold', 'bought'],
  sampleRows: [],
  mapping: { fields: { title: 'name', launchDate: 'day', units: 'sold' }, attributes: [] },
  fitting: { dates: ['day'], counts: ['sold', 'bought'] },
  matches: {
    title: { header: 'name', confidence: 'sure', reason: 'same-name' },
    launchDate: { header: 'day', confidence: 'guess', reason: 'only-date-column' },
    units: { header: 'sold', confidence: 'sure', reason: 'same-name' },
  },
  personal: [],
  undecidedDates: [],
  facts: new Map(),
  parts: [],
  issues: [],
};
const report: ImportReport = {
  datasetId: 3,
  name: 'shop',
  rowsRead: 10,
  rowsUsed: 10,
  rowsSetAside: 0,
  mapping: preview.mapping,
  issues: [],
};
const file = new File(['name,day,sold'], 'shop.csv');

const storage = { keep: vi.fn(() => Promise.resolve()) };
beforeEach(() => storage.keep.mockClear());

function sessionWith(jobs: Partial<ImportJobs> = {}): ImportSession {
  return new ImportSession(storage, {
    previewFile: () => Promise.resolve(preview),
    importFile: () => Promise.resolve(report),
    importProducts: () => Promise.resolve({ products: [], rowsRead: 0, issues: [] }),
    saveMarket: () => Promise.resolve(undefined),
    deleteDataset: () => Promise.resolve(),
    fetchFile: () => Promise.resolve(new Response('a,b')),
    recallMapping: () => Promise.resolve(null),
    rememberMapping: () => Promise.resolve(),
    ...jobs,
  });
}

function openedOf({ phase }: ImportSession) {
  if (phase.status !== 'mapping') throw new Error(`expected an opened file, got ${phase.status}`);
  return phase.opened;
}

describe('ImportSession', () => {
  it('asks what the columns mean before it imports anything', async () => {
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    const session = sessionWith({ importFile });
    await session.open(file);
    expect(session.phase).toMatchObject({ status: 'mapping', opened: { name: 'shop' } });
    expect(importFile).not.toHaveBeenCalled();
  });

  it('takes a file for what it seems to be, until the seller says that it holds launches', async () => {
    const stock = { ...preview, kind: 'stock' } as const;
    const session = sessionWith({ previewFile: () => Promise.resolve(stock) });
    await session.open(file);
    expect(openedOf(session).kind).toBe('stock');
    session.takeAsLaunches();
    expect(openedOf(session).kind).toBe('launches');
    await session.reread({ ...AS_DETECTED, encoding: 'gb18030' });
    expect(openedOf(session).kind).toBe('launches');
  });

  it('knows launches by a choice of columns that the seller confirmed for such headers', async () => {
    const stock = { ...preview, kind: 'stock' } as const;
    const session = sessionWith({
      previewFile: () => Promise.resolve(stock),
      recallMapping: () => Promise.resolve({ mapping: preview.mapping, matches: preview.matches }),
    });
    await session.open(file);
    expect(openedOf(session).kind).toBe('launches');
  });

  it('does not read a file again of which the preview is known', async () => {
    const previewFile = vi.fn<ImportJobs['previewFile']>(() => Promise.resolve(preview));
    const session = sessionWith({ previewFile });
    await session.open(file, preview);
    expect(openedOf(session).preview).toBe(preview);
    expect(previewFile).not.toHaveBeenCalled();
  });

  it('marks both fields at once when a column is chosen twice, and is not ready until that is settled', async () => {
    const session = sessionWith();
    await session.open(file);
    session.columns.assign('orders', 'sold');
    expect(session.columns.clashing).toEqual(new Set(['orders', 'units']));
    expect(session.columns.isReady).toBe(false);
    session.columns.assign('orders', 'bought');
    expect(session.columns.clashing.size).toBe(0);
    expect(session.columns.isReady).toBe(true);
  });

  it('imports with the columns and the name that were chosen', async () => {
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    const session = sessionWith({ importFile });
    await session.open(file);
    session.columns.assign('title', null);
    session.columns.toggleAttribute('name');
    session.columns.rename('My shop');
    expect(await session.confirm()).toEqual(report);
    expect(importFile.mock.calls[0]![0]).toEqual({
      file,
      name: 'My shop',
      areLaunches: false,
      sample: null,
      mapping: { fields: { launchDate: 'day', units: 'sold' }, attributes: ['name'] },
      reading: AS_DETECTED,
      dropColumns: [],
      dateOrder: null,
    });
    expect(session.phase).toEqual({ status: 'done', report });
    expect(storage.keep).toHaveBeenCalledOnce();
  });

  it('counts outcomes over the days that the seller says, else over those in the header, else four weeks', async () => {
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    const session = sessionWith({ importFile });
    const imported = async (change: (columns: typeof session.columns) => void) => {
      await session.open(file);
      change(session.columns);
      await session.confirm();
      return importFile.mock.lastCall![0].horizonDays;
    };
    expect(await imported(() => undefined)).toBeUndefined();
    expect(await imported((columns) => columns.assign('units', 'seats_8w'))).toBe(56);
    expect(
      await imported((columns) => {
        columns.assign('units', 'seats_8w');
        columns.countDays(84);
        expect(columns.horizonDays).toBe(84);
      }),
    ).toBe(84);
  });

  it('no longer doubts what the seller chose', async () => {
    const session = sessionWith();
    await session.open(file);
    expect(openedOf(session).matches.launchDate?.confidence).toBe('guess');
    session.columns.assign('launchDate', 'bought');
    session.columns.assign('title', null);
    const { launchDate, title } = openedOf(session).matches;
    expect(launchDate).toEqual({ header: 'bought', confidence: 'sure', reason: 'chosen' });
    expect(title).toBeUndefined();
  });

  it('remembers what was confirmed, and proposes what it remembers', async () => {
    const rememberMapping = vi.fn<ImportJobs['rememberMapping']>(() => Promise.resolve());
    const orders = { header: 'bought', confidence: 'sure', reason: 'remembered' } as const;
    const mapping = { fields: { ...preview.mapping.fields, orders: 'bought' }, attributes: [] };
    const session = sessionWith({
      rememberMapping,
      recallMapping: () => Promise.resolve({ mapping, matches: { orders } }),
    });
    await session.open(file);
    expect(openedOf(session)).toMatchObject({ mapping, matches: { orders } });
    await session.confirm();
    expect(rememberMapping).toHaveBeenCalledExactlyOnceWith(preview.headers, mapping);
  });

  it('remembers nothing of an import that failed, and imports where nothing can be remembered', async () => {
    const rememberMapping = vi.fn<ImportJobs['rememberMapping']>(() =>
      Promise.reject(new AppError('storage-failed', 'no')),
    );
    const failing = sessionWith({ rememberMapping, importFile: () => Promise.reject(new Error()) });
    await failing.open(file);
    await failing.confirm();
    expect(rememberMapping).not.toHaveBeenCalled();
    const session = sessionWith({
      rememberMapping,
      recallMapping: () => Promise.reject(new AppError('storage-failed', 'no')),
    });
    await session.open(file);
    expect(openedOf(session).mapping).toEqual(preview.mapping);
    expect(await session.confirm()).toEqual(report);
  });

  describe('of a file with personal data', () => {
    const personal = { header: 'bought', kind: 'name', reason: 'values' } as const;
    const previewFile = () => Promise.resolve({ ...preview, personal: [personal] });

    it('leaves out those columns', async () => {
      const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
      const session = sessionWith({ previewFile, importFile });
      await session.open(file);
      await session.confirm();
      expect(importFile.mock.calls[0]![0].dropColumns).toEqual(['bought']);
    });

    it('stores one that the seller lets in, until it is kept out again', async () => {
      const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
      const session = sessionWith({ previewFile, importFile });
      await session.open(file);
      session.columns.keepPersonal('bought', true);
      session.columns.assign('orders', 'bought');
      session.columns.keepPersonal('bought', false);
      expect(openedOf(session).mapping.fields.orders).toBeUndefined();
      expect(openedOf(session).matches.orders).toBeUndefined();
      session.columns.keepPersonal('bought', true);
      session.columns.toggleAttribute('bought');
      await session.confirm();
      expect(importFile.mock.calls[0]![0]).toMatchObject({
        dropColumns: [],
        mapping: { attributes: ['bought'] },
      });
    });

    it('lets in what it was told to before', async () => {
      const mapping = { ...preview.mapping, attributes: ['bought'] };
      const session = sessionWith({
        previewFile,
        recallMapping: () => Promise.resolve({ mapping, matches: {} }),
      });
      await session.open(file);
      expect(openedOf(session).kept).toEqual(['bought']);
    });
  });

  describe('read in another way', () => {
    const reading = { ...AS_DETECTED, delimiter: ';' };
    const other: FilePreview = {
      ...preview,
      delimiter: ';',
      headers: ['name', 'day', 'sold', 'cost'],
      mapping: { fields: { ...preview.mapping.fields, unitCost: 'cost' }, attributes: [] },
      matches: {
        ...preview.matches,
        unitCost: { header: 'cost', confidence: 'sure', reason: 'same-name' },
      },
    };
    const previewFile: ImportJobs['previewFile'] = ({ reading: { delimiter } }) =>
      Promise.resolve(delimiter === ';' ? other : preview);

    it('keeps what was chosen where the columns stay, and proposes for new ones', async () => {
      const session = sessionWith({ previewFile });
      await session.open(file);
      session.columns.assign('title', null);
      session.columns.assign('orders', 'bought');
      session.columns.rename('My shop');
      await session.reread(reading);
      expect(openedOf(session)).toMatchObject({ name: 'My shop', reading, nextReading: null });
      const { mapping, matches } = openedOf(session);
      expect(mapping.fields).toEqual({ launchDate: 'day', units: 'sold', unitCost: 'cost' });
      expect(Object.keys(matches).sort()).toEqual(Object.keys(mapping.fields).sort());
    });

    it('is not ready until it is shown, and is imported as it was shown', async () => {
      const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
      const session = sessionWith({ previewFile, importFile });
      await session.open(file);
      const rereading = session.reread(reading);
      expect(session.phase.status).toBe('mapping');
      expect(openedOf(session).nextReading).toEqual(reading);
      expect(session.columns.isReady).toBe(false);
      await rereading;
      expect(session.columns.isReady).toBe(true);
      await session.confirm();
      expect(importFile.mock.calls[0]![0].reading).toEqual(reading);
    });

    it('shows the last of several ways', async () => {
      const session = sessionWith({ previewFile });
      await session.open(file);
      await Promise.all([session.reread(reading), session.reread(AS_DETECTED)]);
      expect(openedOf(session)).toMatchObject({ reading: AS_DETECTED, preview });
    });

    it('goes back to the way before, where that fails', async () => {
      const refusal = new AppError('header-only', 'no rows');
      const session = sessionWith({
        previewFile: (request) =>
          request.reading.headerRow === null ? Promise.resolve(preview) : Promise.reject(refusal),
      });
      await session.open(file);
      await session.reread({ ...AS_DETECTED, headerRow: 9 });
      expect(session.phase).toEqual({ status: 'failed', error: refusal });
      session.correct();
      expect(openedOf(session)).toMatchObject({ reading: AS_DETECTED, nextReading: null });
      expect(session.columns.isReady).toBe(true);
    });
  });

  describe('of dates that can be read both ways', () => {
    const undecidedDates = [{ header: 'day', sample: '03/04/2024' }];
    const previewFile = () => Promise.resolve({ ...preview, undecidedDates });

    it('asks which way, and imports as it was answered', async () => {
      const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
      const session = sessionWith({ previewFile, importFile });
      await session.open(file);
      expect(session.columns.undecidedDate).toEqual(undecidedDates[0]);
      session.columns.orderDates('month-first');
      await session.confirm();
      expect(importFile.mock.calls[0]![0].dateOrder).toBe('month-first');
    });

    it('asks only about the column of launch dates, and anew for another one', async () => {
      const session = sessionWith({ previewFile });
      await session.open(file);
      session.columns.orderDates('month-first');
      session.columns.assign('launchDate', 'bought');
      expect(session.columns.undecidedDate).toBeNull();
      session.columns.assign('launchDate', 'day');
      expect(openedOf(session).dateOrder).toBeNull();
    });
  });

  it('asks whether so many rows are launches, and imports them where the seller says so', async () => {
    const density = { launchCount: 900, perMonth: 450, busiestDay: 19_723, onBusiestDay: 200 };
    const doubt = new AppError('launches-implausible', 'many', density);
    const importFile = vi.fn<ImportJobs['importFile']>(({ areLaunches }) =>
      areLaunches ? Promise.resolve(report) : Promise.reject(doubt),
    );
    const session = sessionWith({ importFile });
    await session.open(file);
    expect(session.asksWhetherLaunches).toBe(false);
    expect(await session.confirm()).toBeNull();
    expect(session.asksWhetherLaunches).toBe(true);
    expect(await session.confirm({ areLaunches: true })).toEqual(report);
    expect(session.asksWhetherLaunches).toBe(false);
  });

  it('lets a refused choice of columns be corrected', async () => {
    const refusal = new AppError('mapping-invalid', 'no');
    const session = sessionWith({ importFile: () => Promise.reject(refusal) });
    await session.open(file);
    expect(await session.confirm()).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', error: refusal });
    expect(session.canCorrect).toBe(true);
    session.correct();
    expect(session.phase.status).toBe('mapping');
  });

  it('has nothing to correct when the file itself could not be read', async () => {
    const session = sessionWith({
      previewFile: () => Promise.reject(new AppError('file-empty', 'empty')),
    });
    await session.open(file);
    expect(session.phase.status).toBe('failed');
    expect(session.canCorrect).toBe(false);
  });

  it('shows a sample as read, then as imported, and nothing in between', async () => {
    const session = sessionWith({});
    const shown: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => void shown.push(session.phase.status));
    });
    flushSync();
    await session.importSample('demo-shop');
    flushSync();
    stop();
    expect(shown).toEqual(['idle', 'reading', 'importing', 'done']);
  });

  it('loads the new products of the demo shop with its launches', async () => {
    const importProducts = vi.fn<ImportJobs['importProducts']>(() =>
      Promise.resolve({ products: [], rowsRead: 0, issues: [] }),
    );
    await sessionWith({ importProducts }).importSample('demo-shop');
    expect(importProducts.mock.calls[0]![0]).toMatchObject({ datasetId: 3 });
  });

  it('imports the files of a sample in the language on screen, and keeps the language with them', async () => {
    const fetchFile = vi.fn<ImportJobs['fetchFile']>(() => Promise.resolve(new Response('a,b')));
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    const session = sessionWith({ fetchFile, importFile });
    await inChinese(() => session.importSample('giftware'));
    expect(fetchFile.mock.calls[0]![0]).toMatch(/\/samples\/giftware\.zh\.csv$/);
    expect(importFile.mock.calls[0]![0]).toMatchObject({
      name: '礼品上新',
      sample: 'giftware',
      sampleLanguage: 'zh',
    });
  });

  it('takes every fifth launch for the short demo shop', async () => {
    const lines = ['title,units', ...Array.from({ length: 12 }, (_, i) => `Mug ${i},${i}`)];
    const fetchFile = () => Promise.resolve(new Response(`${lines.join('\r\n')}\r\n`));
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    await sessionWith({ fetchFile, importFile }).importSample('demo-shop', { isShort: true });
    const { file, name } = importFile.mock.calls[0]![0];
    expect(await file.text()).toBe('title,units\r\nMug 0,0\r\nMug 5,5\r\nMug 10,10\r\n');
    expect(name).toBe('Demo shop, short');
  });

  it('keeps where a sample is sold with it, and says nothing of a file', async () => {
    const saveMarket = vi.fn<ImportJobs['saveMarket']>(() => Promise.resolve(undefined));
    const session = sessionWith({ saveMarket });
    await inChinese(() => session.importSample('giftware'));
    expect(saveMarket).toHaveBeenCalledExactlyOnceWith(3, 'GB');
    await session.open(file);
    await session.confirm();
    expect(saveMarket).toHaveBeenCalledOnce();
  });

  it('stores nothing of a sample whose products cannot be fetched', async () => {
    const importFile = vi.fn<ImportJobs['importFile']>(() => Promise.resolve(report));
    const session = sessionWith({
      importFile,
      fetchFile: (address) =>
        address.includes('products')
          ? Promise.reject(new TypeError('offline'))
          : Promise.resolve(new Response('a,b')),
    });
    expect(await session.importSample('demo-shop')).toBeNull();
    expect(session.phase.status).toBe('failed');
    expect(importFile).not.toHaveBeenCalled();
  });

  it('takes a sample away again when its products cannot be stored', async () => {
    const error = new AppError('storage-full', 'no');
    const deleteDataset = vi.fn<ImportJobs['deleteDataset']>(() => Promise.resolve());
    const session = sessionWith({ deleteDataset, importProducts: () => Promise.reject(error) });
    expect(await session.importSample('demo-shop')).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', error });
    expect(deleteDataset).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('takes a sample away again when its market cannot be stored', async () => {
    const deleteDataset = vi.fn<ImportJobs['deleteDataset']>(() => Promise.resolve());
    const saveMarket = () => Promise.reject(new AppError('storage-full', 'no'));
    const session = sessionWith({ deleteDataset, saveMarket });
    expect(await session.importSample('giftware')).toBeNull();
    expect(deleteDataset).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('takes a sample away again when it is cancelled while its products come', async () => {
    const deleteDataset = vi.fn<ImportJobs['deleteDataset']>(() => Promise.resolve());
    let seen: AbortSignal | undefined;
    const session = sessionWith({
      deleteDataset,
      importProducts: (_, options) => {
        seen = options?.signal;
        session.cancel();
        return Promise.resolve({ products: [], rowsRead: 0, issues: [] });
      },
    });
    expect(await session.importSample('demo-shop')).toBeNull();
    expect(seen?.aborted).toBe(true);
    expect(session.phase).toEqual({ status: 'idle' });
    expect(deleteDataset).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('takes a file away again when stopping it crossed its storing', async () => {
    const deleteDataset = vi.fn<ImportJobs['deleteDataset']>(() => Promise.resolve());
    const session = sessionWith({
      deleteDataset,
      importFile: () => {
        session.cancel();
        return Promise.resolve(report);
      },
    });
    await session.open(file);
    expect(await session.confirm()).toBeNull();
    expect(deleteDataset).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('says when a sample cannot be fetched', async () => {
    const session = sessionWith({
      fetchFile: () => Promise.resolve(new Response('', { status: 404 })),
    });
    await session.importSample('giftware');
    expect(session.phase).toMatchObject({ status: 'failed', error: { code: 'file-unreadable' } });
  });

  it('returns to idle when cancelled, whatever still arrives', async () => {
    let report_: ((progress: Progress) => void) | undefined;
    let finish: ((preview: FilePreview) => void) | undefined;
    const session = sessionWith({
      previewFile: (_, options) => {
        report_ = options?.onProgress;
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const opening = session.open(file);
    report_?.({ phase: 'read', done: 50, total: 100 });
    expect(session.fraction).toBeCloseTo(0.3);
    session.cancel();
    report_?.({ phase: 'read', done: 60, total: 100 });
    finish?.(preview);
    await opening;
    expect(session.phase).toEqual({ status: 'idle' });
  });
});
