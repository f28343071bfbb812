import Papa from 'papaparse';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../support/database.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { shopRequest } from '../../../support/shop-request.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';
import { storedText } from '../../../support/stored-text.ts';
import { personalHeader } from '#core/import/privacy/personal-headers.ts';
import { database } from '#storage/database/database.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { importExports } from '#workers/dataset/import/import-exports.ts';
import { importOrders } from '#workers/dataset/orders/import-orders.ts';
import { readKeyedLog } from '#workers/dataset/orders/read-keyed-log.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

const { ordersCsv, productsCsv } = shopifyShop({ seed: 3, orders: 1200 });
const FILES = [csvFile(ordersCsv, 'orders.csv'), csvFile(productsCsv, 'products.csv')];
const SHOP = { ...shopRequest(FILES), name: 'My shop' };

/** Values as short as this may stand anywhere by chance: "NY". */
const SHORT = 6;

/** Every value of the personal columns and every order number of the file. */
function identities(csv: string): string[] {
  const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true });
  const columns = meta.fields!.filter((header) => personalHeader(header) !== null);
  const values = [...columns, 'Name'].flatMap((header) => data.map((row) => row[header] ?? ''));
  const told = values.map((value) => value.replace(/^'/, ''));
  return [...new Set(told)].filter((value) => value.length >= SHORT || value.startsWith('#'));
}

const IDENTITIES = identities(ordersCsv);

async function foundInDatabase(): Promise<string[]> {
  const stored = (await storedText()).toLowerCase();
  const asWide = (text: string) => text.replaceAll(/./g, '$&\0');
  const forms = (text: string) => [text, asWide(text)].map((form) => form.toLowerCase());
  return IDENTITIES.filter((each) => forms(each).some((form) => stored.includes(form)));
}

describe('the database', () => {
  beforeEach(emptyDatabase);
  afterAll(emptyDatabase);

  it('is searched for more than a thousand identities, and a stored one is found', async () => {
    expect(IDENTITIES.length).toBeGreaterThan(1200);
    expect(IDENTITIES.some((each) => each.includes('@'))).toBe(true);
    await database.settings.put({ name: 'leak', value: { deep: [IDENTITIES[7]!] } });
    await database.settings.put({
      name: 'bytes',
      value: new TextEncoder().encode(`…${IDENTITIES[9]!}…`),
    });
    expect(await foundInDatabase()).toEqual(
      expect.arrayContaining([IDENTITIES[7]!, IDENTITIES[9]!]),
    );
  });

  it('has no identity of a file of orders, once it is imported and read again', async () => {
    const { datasetId } = await importExports(SHOP, jobFor(), new FileCache());
    await importOrders(
      { datasetId, files: FILES, timeZone: null, areOfShop: true },
      jobFor(),
      new FileCache(),
    );
    const study = (await loadOrderStudy(datasetId))!;
    expect(study.buyers?.buyerCount ?? 0).toBeGreaterThan(500);
    expect(await foundInDatabase()).toEqual([]);
  });

  it('has nothing that counts one by one as buyers do, and no hash of a buyer', async () => {
    const { datasetId } = await importExports(SHOP, jobFor(), new FileCache());
    const study = (await loadOrderStudy(datasetId))!;
    const longest = longestIn(study.buyers);
    expect(longest).toBeLessThan(study.buyers!.buyerCount / 2);
    const job = new ThrottledJob(jobFor());
    const { log, keys } = await readKeyedLog({ files: FILES, timeZone: null }, job);
    expect(keys.filter((key) => key.includes('@')).length).toBe(log.buyerCount);
    const stored = await storedText();
    expect(log.buyerHashes.filter((hash) => stored.includes(hash))).toEqual([]);
  });
});

/** Returns the length of the longest list within a value. */
function longestIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value === null || typeof value !== 'object') return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Math.max(own, ...Object.values(value).map(longestIn));
}
