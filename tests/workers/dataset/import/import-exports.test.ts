import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { shopRequest } from '../../../support/shop-request.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';
import { storedText } from '../../../support/stored-text.ts';
import { launchesOfExports } from '#core/import/marketing/launches-of-exports.ts';
import { loadDemand } from '#storage/data/demand.ts';
import { listDatasets, loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { loadReviews } from '#storage/data/reviews.ts';
import { database } from '#storage/database/database.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { previewExports } from '#workers/dataset/import/preview-exports.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { importExports } from '#workers/dataset/import/import-exports.ts';

const { ordersCsv, productsCsv, truth } = shopifyShop({ seed: 1, orders: 1800 });
const PRODUCTS = csvFile(productsCsv, 'products_export.csv');
const FILES = [csvFile(ordersCsv, 'orders_export.csv'), PRODUCTS];

function importShop(files: readonly File[] = FILES, job = jobFor()) {
  const request = { ...shopRequest(files), name: 'My shop' };
  return importExports(request, job, new FileCache());
}

describe('an import of the exports of a shop', () => {
  let report: Awaited<ReturnType<typeof importShop>>;
  beforeAll(async () => {
    await emptyDatabase();
    report = await importShop();
  });

  it('stores the launches that a shop on Shopify knows of', async () => {
    const { launches } = truth;
    expect(report).toMatchObject({ name: 'My shop', rowsUsed: launches.length, rowsSetAside: 0 });
    const table = await loadLaunchTable(report.datasetId);
    const stored = launches.map((_, i) => ({
      ...{ handle: table.productId[i], title: table.title[i], launchDay: table.launchDay[i] },
      ...{ category: table.category[i], brand: table.brand[i], channel: table.channel[i] },
      ...{ units28: table.units[i], orders28: table.orders[i] },
    }));
    expect(stored).toEqual(
      launches.map(({ handle, title, launchDay, category, brand, channel, units28, orders28 }) => ({
        ...{ handle, title, launchDay, category, brand, channel, units28, orders28 },
      })),
    );
  });

  it('stores units by week, of which the first four weeks are those of the horizon', async () => {
    const { weeklyUnits = [], units, rowCount } = await loadLaunchTable(report.datasetId);
    expect(weeklyUnits).toHaveLength(12);
    for (let row = 0; row < rowCount; row++)
      expect(weeklyUnits.slice(0, 4).reduce((all, week) => all + week[row]!, 0)).toBe(units[row]);
    const lastKnown = weeklyUnits[11]!.filter((pieces) => !Number.isNaN(pieces)).length;
    expect(lastKnown).toBeGreaterThan(100);
    expect(lastKnown).toBeLessThan(rowCount);
    expect(report.mapping.attributes).toEqual([]);
    expect(report.issues.map(({ kind }) => kind)).not.toContain('columns-not-used');
  });

  it('stores demand by week, from every line, with the data set', async () => {
    const { datasetId } = report;
    const { own, files } = await loadDemand(datasetId);
    const request = shopRequest(FILES);
    const { joined } = await new FileCache().openShop(request, new ThrottledJob(jobFor()));
    expect(own).toEqual(launchesOfExports(joined, request).demand!());
    expect(own!.weekCount).toBeGreaterThan(26);
    const total = own!.series.flatMap(({ units }) => [...units]).filter((each) => each > 0);
    expect(total.length).toBeGreaterThan(own!.series.length);
    expect(files).toEqual([]);
  });

  it('stores what came back, to the piece where the money given back is of one line', async () => {
    const table = await loadLaunchTable(report.datasetId);
    const known = truth.launches.map(({ returns28 }) => returns28);
    const isUnclear = new Set(
      truth.orders
        .filter(({ fate, lines }) => fate.kind === 'partly-refunded' && lines.length > 1)
        .flatMap(({ lines }) => lines.map(({ goods }) => goods?.product.handle)),
    );
    const clear = truth.launches.flatMap(({ handle }, i) => (isUnclear.has(handle) ? [] : [i]));
    expect(clear.length).toBeGreaterThan(100);
    expect(clear.map((i) => table.returns[i])).toEqual(clear.map((i) => known[i]));
    const total = table.returns.reduce((sum, pieces) => sum + pieces, 0);
    const all = known.reduce((sum, pieces) => sum + pieces, 0);
    expect(Math.abs(total - all) / all).toBeLessThan(0.1);
  });

  it('stores nothing of buyers, and nothing of single orders', async () => {
    const stored = await storedText();
    expect(stored).toContain(truth.launches[0]!.handle);
    expect(ordersCsv).toContain('buyer1@example.com');
    for (const personal of ['@example', 'Example Street', 'Exampleton', '#1001'])
      expect(stored, personal).not.toContain(personal);
    expect(stored).not.toMatch(/buyer ?\d/i);
  });
});

describe('importExports', () => {
  const small = shopifyShop({ seed: 1, orders: 600 });
  const SMALL = [
    csvFile(small.ordersCsv, 'orders_export.csv'),
    csvFile(small.productsCsv, 'products_export.csv'),
  ];
  beforeEach(emptyDatabase);

  it('stores what the orders tell with the launches, or neither', async () => {
    const { datasetId } = await importShop(SMALL);
    expect((await loadOrderStudy(datasetId))?.fileNames).toEqual(SMALL.map(({ name }) => name));
    await emptyDatabase();
    const refuse = () => {
      throw new Error('full');
    };
    database.orderStudies.hook('creating', refuse);
    await expect(importShop(SMALL)).rejects.toThrow();
    database.orderStudies.hook('creating').unsubscribe(refuse);
    expect(await listDatasets()).toEqual([]);
  });

  it('counts outcomes over the days that were chosen, and keeps how many', async () => {
    const request = shopRequest(SMALL);
    const settings = { ...request.settings, horizonDays: 56 };
    const longer = { ...request, settings, name: 'Longer' };
    const { datasetId } = await importExports(longer, jobFor(), new FileCache());
    const [table, usual] = [
      await loadLaunchTable(datasetId),
      await loadLaunchTable((await importShop(SMALL)).datasetId),
    ];
    const unitsOf = new Map(table.productId.map((id, i) => [id, table.units[i]!]));
    const both = [...usual.productId.keys()].filter((i) => unitsOf.has(usual.productId[i]!));
    expect(both.length).toBeGreaterThan(30);
    expect(both.every((i) => unitsOf.get(usual.productId[i]!)! >= usual.units[i]!)).toBe(true);
    const { recipe } = await loadDatasetSummary(datasetId);
    expect(recipe).toMatchObject({ horizonDays: 56, soldOnly: true });
  });

  it('stores as many launches as were shown, also where each variant is one, and what each variant sold', async () => {
    for (const level of ['product', 'variant'] as const) {
      const request = { ...shopRequest([SMALL[0]!], { level }), name: 'My shop' };
      const shown = await previewExports(request, jobFor(), new FileCache());
      const report = await importExports(request, jobFor(), new FileCache());
      expect(report).toMatchObject({ rowsUsed: shown.account!.launchCount, rowsSetAside: 0 });
    }
    const headers = (await database.datasets.toArray()).map(({ source }) => source!.headers);
    expect(headers.map((own) => own.includes('variant_units'))).toEqual([true, false]);
  });

  it(
    'keeps why pieces came back, where a report of returns is beside the orders',
    { tags: ['whole'] },
    async () => {
      const [title, other] = [small.truth.launches[0]!.title, small.truth.launches[1]!.title];
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      const returns = [
        'return-date,order-id,sku,asin,product-name,quantity,detailed-disposition,reason,customer-comments',
        `2024-06-01,114-7654321-1234567,A,B01,${quoted(title)},2,SELLABLE,APPAREL_TOO_SMALL,Runs small`,
        `2024-06-03,114-7654321-7654321,B,B02,${quoted(other)},1,DEFECTIVE,DEFECTIVE,`,
      ].join('\n');
      const file = csvFile(returns, 'returns.csv');
      const { datasetId } = await importShop([SMALL[0]!, file]);
      const lists = await loadReviews(datasetId);
      expect(lists).toMatchObject([
        {
          ...{ fileName: 'returns.csv', kind: 'return', account: { rows: 2, read: 2 } },
          reviews: [
            { text: 'Runs small', reason: 'APPAREL_TOO_SMALL', units: 2 },
            { text: '', reason: 'DEFECTIVE', units: 1 },
          ],
        },
      ]);
      const { reviews } = lists[0]!;
      expect(reviews[0]!.names).toContain(title);
      expect(await storedText()).not.toContain('114-7654321');
      const alone = await importShop([SMALL[0]!]);
      expect(await loadReviews(alone.datasetId)).toEqual([]);
    },
  );

  it('reads the files anew for another import', { tags: ['whole'] }, async () => {
    const cache = new FileCache();
    const request = { ...shopRequest(SMALL), name: 'My shop' };
    await importExports(request, jobFor(), cache);
    await importExports({ ...request, name: 'Again' }, jobFor(), cache);
    const [first, second] = await listDatasets();
    expect([first!.name, second!.name].toSorted()).toEqual(['Again', 'My shop']);
    expect(first!.rowCount).toBe(second!.rowCount);
  });
});

describe('an import of exports that cannot work', () => {
  beforeEach(emptyDatabase);
  const few = shopifyShop({ seed: 3, orders: 40 });

  it('says how many launches there are of how many it needs', async () => {
    await expect(importShop([csvFile(few.ordersCsv)])).rejects.toMatchObject({
      code: 'too-few-launches',
      details: {
        ...{ rowsUsed: few.truth.launches.length, minimum: 8 },
        rowsRead: few.truth.orders.reduce((count, { lines }) => count + lines.length, 0),
      },
    });
    expect(few.truth.launches.length).toBeLessThan(8);
    expect(await listDatasets()).toEqual([]);
  });

  it('finds no launches where no file says what was sold', async () => {
    await expect(importShop([PRODUCTS])).rejects.toMatchObject({
      ...{ code: 'too-few-launches', details: { rowsUsed: 0, rowsRead: 0 } },
    });
  });

  it.each(['read', 'type', 'store'])(
    'leaves nothing when it is stopped in phase %s',
    async (at) => {
      const before = await everythingStored();
      const stop = new AbortController();
      const job = jobFor(({ phase }) => phase === at && stop.abort(), stop.signal);
      await expect(importShop(FILES, job)).rejects.toMatchObject({ name: 'AbortError' });
      expect(await everythingStored()).toEqual(before);
    },
  );
});
