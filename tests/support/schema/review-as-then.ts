// Adds reviews to what an earlier version stored, and reads them, with the code of the version whose tree this folder is
// in. tests/fixtures/schema/version-13.jsonl and those after it were made with it:
//   npx tsx tests/support/schema/review-as-then.ts version-13-first.jsonl version-13.jsonl

import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { database } from '#storage/database/database.ts';
import { importReviews } from '#workers/dataset/import/import-reviews.ts';
import { readReviews } from '#workers/dataset/reviews/read-reviews.ts';
import { jobFor } from '../csv-file.ts';
import { fromLines, readDatabase, toLines, writeDatabase } from './stored-database.ts';

const DATASET_ID = 1;
const SAID = ['Too small; runs small.', 'A lovely colour.', 'Keeps the tea warm.'];

function reviewsCsv(): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const said = SAID[i % SAID.length]!;
    return `${said},${i % SAID.length === 0 ? 2 : 5},2023-06-0${1 + (i % 9)},P${1 + (i % 2)}`;
  });
  return `body,rating,review_date,product_id\n${rows.join('\n')}\n`;
}

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('expected the file to read and the file to write');
await writeDatabase(fromLines(readFileSync(from, 'utf8')));
await database.open();
const file = new File([reviewsCsv()], 'said.csv');
await importReviews({ file, datasetId: DATASET_ID }, jobFor());
await readReviews({ datasetId: DATASET_ID }, jobFor());
database.close();
writeFileSync(to, toLines(await readDatabase('debut')));
process.exit(0);
