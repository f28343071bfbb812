import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { NO_BUYER } from '#core/import/baskets/sales-log.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { importOrders } from '#workers/dataset/orders/import-orders.ts';
import { listBuyers } from '#workers/dataset/orders/list-buyers.ts';
import { buyerWorld } from '../../../support/buyer-world.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';

const DAY = 20_000;
const { log } = buyerWorld(4, { buyers: 600, days: 500, launchGap: 4 });
const LAUNCH = { title: 'red mug', category: 'mug', price: 12, day: DAY + 500 };

/** Every tenth buyer has a key that a spreadsheet would run. */
const keyOf = (buyer: number) =>
  buyer % 10 === 0 ? `=cmd|buyer${buyer}` : `buyer${buyer}@example.com`;

const HEADERS =
  'Order ID,Order date,Product ID,Product name,Category,Quantity,Unit price,Customer email';
const ROWS = Array.from(log.order, (order, line) => {
  const { productId, title, category } = log.products[log.product[line]!]!;
  const buyer = log.buyer[line]!;
  const key = buyer === NO_BUYER ? '' : keyOf(buyer);
  const day = isoDate(DAY + log.day[line]!);
  return `A${order},${day},${productId},${title},${category},1,${log.revenue[line]!.toFixed(2)},${key}`;
});
const FILES = [csvFile([HEADERS, ...ROWS].join('\n'), 'orders.csv')];

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
});
afterEach(emptyDatabase);

function asked(mostBuyers: number, files: readonly File[] = FILES) {
  return listBuyers({ datasetId, files, timeZone: null, launch: LAUNCH, mostBuyers }, jobFor());
}

describe('the list of likely buyers', () => {
  it('names past buyers as the file does, likeliest first, and stores nothing', async () => {
    await importOrders(
      { datasetId, files: FILES, timeZone: null, areOfShop: true },
      jobFor(),
      new FileCache(),
    );
    expect((await loadOrderStudy(datasetId))?.buyers?.returning).not.toBeNull();
    const before = await everythingStored();
    const { csv, buyerCount } = await asked(100);
    expect(await everythingStored()).toEqual(before);
    const [heads, ...rows] = Papa.parse<[string, string]>(csv.trim()).data;
    expect(heads).toEqual(['Customer email', 'chance to buy']);
    expect([rows.length, buyerCount]).toEqual([100, 100]);
    const keys = rows.map(([key]) => key.replace(/^'/, ''));
    const known = new Set(Array.from(log.buyer, keyOf));
    expect(new Set(keys).size).toBe(100);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
    expect(rows.filter(([key]) => key.startsWith('='))).toEqual([]);
    expect(rows.some(([key]) => key.startsWith("'=cmd"))).toBe(true);
    const chances = rows.map(([, chance]) => Number(chance));
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances[0]).toBeGreaterThan(chances.at(-1)!);
  });

  it('is refused where nothing was learnt, and where a file names no buyers', async () => {
    await expect(asked(10)).rejects.toMatchObject({ code: 'no-buyers' });
    const nameless = 'Order ID,Order date,Product name,Quantity,Unit price\nA,2026-01-01,Mug,1,9';
    const files = [csvFile(nameless, 'orders.csv')];
    await expect(asked(10, files)).rejects.toMatchObject({ code: 'no-buyers' });
  });
});
