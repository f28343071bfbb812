// Adds what orders told and a split test to what an earlier version stored, with the code of the version whose tree this
// folder is in. tests/fixtures/schema/version-17.jsonl and those after it were made with it:
//   npx tsx tests/support/schema/orders-as-then.ts version-16.jsonl version-17.jsonl

import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { database } from '#storage/database/database.ts';
import { saveOrderStudy } from '#storage/data/order-studies.ts';
import { saveSplitTest } from '#storage/plan/split-tests.ts';
import { sampleOrderStudy } from '../order-study.ts';
import { sampleSplitTest } from '../split-test.ts';
import { fromLines, readDatabase, toLines, writeDatabase } from './stored-database.ts';

const DATASET_ID = 1;

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('expected the file to read and the file to write');
await writeDatabase(fromLines(readFileSync(from, 'utf8')));
await database.open();
await saveOrderStudy(DATASET_ID, sampleOrderStudy());
await saveSplitTest(sampleSplitTest({ datasetId: DATASET_ID }));
database.close();
writeFileSync(to, toLines(await readDatabase('debut')));
process.exit(0);
