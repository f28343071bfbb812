import { emptyDatabase } from '../../../support/database.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { importOrders } from '#workers/dataset/orders/import-orders.ts';
import { csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';

const LAUNCHES = Array.from({ length: 12 }, (_, i) => `Mug ${i},2024-0${1 + (i % 9)}-05,${5 + i}`);
const orderFile = (title: (line: number) => string) => {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `A${i >> 1},2024-0${1 + (i % 9)}-1${i % 9},${title(i)},1,9.5`,
  );
  return csvFile(['Order ID,Order date,Product name,Quantity,Unit price', ...lines].join('\n'));
};

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const mapping = {
    fields: { title: 'Title', launchDate: 'Day', units: 'Units' },
    attributes: [],
  };
  const file = csvFile(['Title,Day,Units', ...LAUNCHES].join('\n'));
  const request = { ...PLAIN_IMPORT, file, mapping, name: 'Mugs', reading: AS_DETECTED };
  ({ datasetId } = await importFile(request, jobFor()));
});
afterEach(emptyDatabase);

const read = (file: File, areOfShop = false) =>
  importOrders({ datasetId, files: [file], timeZone: null, areOfShop }, jobFor(), new FileCache());

it('says how many lines are of launches, and what the others are', async () => {
  await read(orderFile((line) => (line % 3 === 0 ? `Bowl ${line % 4}` : `Mug ${line % 12}`)));
  expect((await loadOrderStudy(datasetId))?.ofLaunches).toEqual({
    lineCount: 40,
    otherTitles: expect.arrayContaining(['Bowl 0', 'Bowl 1', 'Bowl 2', 'Bowl 3']) as string[],
  });
});

it('asks whose orders they are where hardly any is of a launch, and believes the answer', async () => {
  const foreign = orderFile((line) => (line === 7 ? 'Mug 3' : `Watering can ${line % 5}`));
  await expect(read(foreign)).rejects.toMatchObject({
    code: 'orders-of-other-shop',
    details: { lineCount: 1, all: 60 },
  });
  expect(await loadOrderStudy(datasetId)).toBeNull();
  await read(foreign, true);
  expect((await loadOrderStudy(datasetId))?.ofLaunches).toMatchObject({ lineCount: 1 });
});
