// Adds suppliers' lists to what an earlier version stored, with the code of the version whose tree this folder is in.
// tests/fixtures/schema/version-16.jsonl and those after it were made with it:
//   npx tsx tests/support/schema/suppliers-as-then.ts version-15.jsonl version-16.jsonl

import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { database } from '#storage/database/database.ts';
import { editArticle, loadArticles, changeSupplierRates } from '#storage/plan/suppliers.ts';
import { importSuppliers } from '#workers/dataset/import/import-suppliers.ts';
import { jobFor } from '../csv-file.ts';
import { fromLines, readDatabase, toLines, writeDatabase } from './stored-database.ts';

const DATASET_ID = 1;
const LISTS = {
  'acme.csv':
    'SKU,Name,Size,Cost (USD),MOQ\nA-1,Stoneware mug,S,2.4,48\nA-1,Stoneware mug,L,2.8,48\n',
  'bolt.csv': 'SKU,Name,Cost (GBP),RRP (GBP)\nB-1,Mug stoneware,2.6,9.5\nB-2,Enamel tray,,12\n',
};

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('expected the file to read and the file to write');
await writeDatabase(fromLines(readFileSync(from, 'utf8')));
await database.open();
for (const [name, text] of Object.entries(LISTS)) {
  const file = new File([text], name, { lastModified: Date.UTC(2026, 2, 1) });
  await importSuppliers({ file, datasetId: DATASET_ID }, jobFor());
}
await changeSupplierRates(DATASET_ID, { USD: 0.75 });
const [article] = await loadArticles(DATASET_ID);
await editArticle(DATASET_ID, article!.id, { listPrice: 8.5 });
database.close();
writeFileSync(to, toLines(await readDatabase('debut')));
process.exit(0);
