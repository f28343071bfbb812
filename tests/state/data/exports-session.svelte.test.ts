import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import {
  USUAL_DERIVATION,
  type DerivationAccount,
} from '#core/import/derivation/derivation-settings.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import { ExportsSession, type ExportsJobs } from '#state/data/exports-session.svelte.ts';

const account: DerivationAccount = {
  ...{ linesRead: 100, linesCounted: 100, productCount: 60, launchCount: 50 },
  linesSetAside: {
    ...{ cancelled: 0, 'no-date': 0, 'no-quantity': 0, 'no-product': 0, 'not-a-product': 0 },
    ...{ 'no-title': 0, 'no-price': 0, bulk: 0, pending: 0 },
  },
  productsSetAside: { 'seen-before': 10, 'too-recent': 0, 'beside-gap': 0, 'unlike-title': 0 },
  ...{
    bulkLines: 0,
    pendingLines: 0,
    soldOutCount: 0,
    relistings: 0,
    firstRead: 19_000,
    lastRead: 19_500,
    firstDay: 19_000,
    lastDay: 19_500,
  },
};
const preview: ExportsPreview = {
  files: [
    {
      ...{ name: 'orders.csv', sizeBytes: 10, rowCount: 100, tableKind: null },
      found: { formatId: 'shopify-orders', platform: 'Shopify', kind: 'order-lines' },
      account: null,
    },
  ],
  ...{ problems: [], account, lack: null, reports: [], largest: [], gaps: [] },
  rolledUp: { launchCount: 0, variantCount: 0, largest: [] },
};
const report: ImportReport = {
  ...{ datasetId: 3, name: 'Shopify', rowsRead: 50, rowsUsed: 50, rowsSetAside: 0 },
  ...{ mapping: { fields: {}, attributes: [] }, issues: [] },
};
const orders = new File(['Name'], 'orders.csv');
const products = new File(['Handle'], 'products.csv');

const storage = { keep: vi.fn(() => Promise.resolve()) };
beforeEach(() => storage.keep.mockClear());

function sessionWith(jobs: Partial<ExportsJobs> = {}): ExportsSession {
  const { previewExports = () => Promise.resolve(preview) } = jobs;
  return new ExportsSession(storage, {
    openFiles: async (...asked) => ({ kind: 'exports', preview: await previewExports(...asked) }),
    previewExports,
    importExports: () => Promise.resolve(report),
    ...jobs,
  });
}

function shopOf({ phase }: ExportsSession) {
  if (phase.status !== 'choosing') throw new Error(`expected a shop, got ${phase.status}`);
  return phase.shop;
}

describe('ExportsSession', () => {
  it('leaves files alone of which none is an export', async () => {
    const previewExports = vi.fn<ExportsJobs['previewExports']>();
    const session = sessionWith({
      previewExports,
      openFiles: () => Promise.resolve({ kind: 'table', preview: null }),
    });
    expect(await session.open([orders, products])).toEqual({ kind: 'table', preview: null });
    expect(session.phase).toEqual({ status: 'idle' });
    expect(previewExports).not.toHaveBeenCalled();
  });

  it('takes all files together where one is an export, and names the shop after the platform', async () => {
    const session = sessionWith();
    expect(await session.open([orders, products])).toBeNull();
    expect(shopOf(session)).toMatchObject({
      ...{ files: [orders, products], name: 'Shopify', settings: USUAL_DERIVATION },
      ...{ timeZone: null, isChanging: false },
    });
    expect(session.isReady).toBe(true);
  });

  it.each(['reviews', 'market'] as const)(
    'waits with files of %s until they are put',
    async (kind) => {
      const session = sessionWith({ openFiles: () => Promise.resolve({ kind }) });
      expect(await session.open([orders])).toBeNull();
      expect(session.phase).toEqual({ status: kind, files: [orders] });
      session.cancel();
      expect(session.phase).toEqual({ status: 'idle' });
    },
  );

  it('finds the launches anew by what the seller decides, and keeps it for more files', async () => {
    const previewExports = vi.fn<ExportsJobs['previewExports']>(() => Promise.resolve(preview));
    const session = sessionWith({ previewExports });
    await session.open([orders]);
    session.rename('My shop');
    await session.decide({ burnInDays: 30 });
    await session.tellDaysBy('Asia/Shanghai');
    await session.add([products]);
    expect(previewExports.mock.lastCall?.[0]).toMatchObject({
      files: [orders, products],
      timeZone: 'Asia/Shanghai',
      settings: { ...USUAL_DERIVATION, burnInDays: 30 },
    });
    expect(shopOf(session).name).toBe('My shop');
  });

  it('keeps what was said of reports, one file and one match after the other', async () => {
    const previewExports = vi.fn<ExportsJobs['previewExports']>(() => Promise.resolve(preview));
    const session = sessionWith({ previewExports });
    await session.open([orders]);
    const [march, april] = [
      { from: 0, until: 30 },
      { from: 31, until: 60 },
    ];
    await session.sayOfReports({ days: { 'march.csv': march } });
    await session.sayOfReports({ days: { 'april.csv': april } });
    await session.sayOfReports({ matches: { Spring: false } });
    await session.sayOfReports({ matches: { Mugs: true }, restHadNoAds: true });
    await session.add([products]);
    expect(previewExports.mock.lastCall?.[0].reportChoice).toEqual({
      days: { 'march.csv': march, 'april.csv': april },
      matches: { Spring: false, Mugs: true },
      restHadNoAds: true,
    });
  });

  it('is not ready while launches are found anew, and keeps a name typed meanwhile', async () => {
    let answer: (found: ExportsPreview) => void = () => undefined;
    const previewExports = vi
      .fn<ExportsJobs['previewExports']>(() => new Promise((resolve) => (answer = resolve)))
      .mockResolvedValueOnce(preview);
    const session = sessionWith({ previewExports });
    await session.open([orders]);
    const changing = session.decide({ level: 'variant' });
    expect(session.isReady).toBe(false);
    session.rename('Typed');
    answer({ ...preview, account: { ...account, launchCount: 44 } });
    await changing;
    expect(shopOf(session)).toMatchObject({ name: 'Typed', isChanging: false });
    expect(shopOf(session).preview.account?.launchCount).toBe(44);
    expect(session.isReady).toBe(true);
  });

  it.each([
    ['a file lacks a column', { problems: [{ kind: 'no-sales' }] }],
    ['no file has lines of orders', { account: null }],
    ['there are too few launches', { account: { ...account, launchCount: 2 } }],
  ] as const)('is not ready where %s', async (_, found) => {
    const session = sessionWith({
      previewExports: () => Promise.resolve({ ...preview, ...found }),
    });
    await session.open([orders]);
    expect(session.isReady).toBe(false);
  });

  it('imports what is shown', async () => {
    const importExports = vi.fn<ExportsJobs['importExports']>(() => Promise.resolve(report));
    const session = sessionWith({ importExports });
    await session.open([orders]);
    session.rename('  ');
    expect(await session.confirm()).toEqual(report);
    expect(importExports.mock.calls[0]![0]).toMatchObject({
      files: [orders],
      name: 'orders.csv',
      settings: USUAL_DERIVATION,
    });
    expect(session.phase).toEqual({ status: 'idle' });
    expect(storage.keep).toHaveBeenCalledOnce();
  });

  it('shows what failed, and is idle again once that is closed', async () => {
    const error = new Error('no');
    const session = sessionWith({ previewExports: () => Promise.reject(error) });
    expect(await session.open([orders])).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', error });
    session.cancel();
    expect(session.phase).toEqual({ status: 'idle' });
  });

  it('forgets an answer that comes after it was cancelled', async () => {
    let answer: (found: ExportsPreview) => void = () => undefined;
    const session = sessionWith({
      previewExports: () => new Promise((resolve) => (answer = resolve)),
    });
    const opening = session.open([orders]);
    await vi.waitFor(() => expect(session.phase.status).toBe('reading'));
    session.cancel();
    answer(preview);
    await opening;
    expect(session.phase).toEqual({ status: 'idle' });
  });
});
