// Adds demand by week to what an earlier version stored, with the code of the version whose tree this folder is in.
// tests/fixtures/schema/version-15.jsonl and those after it were made with it:
//   npx tsx tests/support/schema/market-as-then.ts version-14.jsonl version-15.jsonl

import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { demandPanel } from '#core/demand/series/demand-panel.ts';
import { changeTermChoices } from '#storage/data/demand.ts';
import { database } from '#storage/database/database.ts';
import { importMarket } from '#workers/dataset/import/import-market.ts';
import { jobFor } from '../csv-file.ts';
import { fromLines, readDatabase, toLines, writeDatabase } from './stored-database.ts';

const DATASET_ID = 1;
/** 2 January 2023. */
const FIRST_DAY = 19_359;
const WEEKS = 60;

const TRENDS = [
  ...['Category: All categories', '', 'Week,mug: (United Kingdom)'],
  ...Array.from(
    { length: WEEKS },
    (_, i) => `${weekOf(i)},${i === 3 ? '<1' : 40 + ((i * 7) % 61)}`,
  ),
].join('\n');
const NICHES = [
  'Customer Need,Top Search Term 1,Search Volume (Past 360 days),Units Sold Lower Bound (Past 360 days)',
  'mugs,mug,120000,5000',
].join('\n');

function weekOf(week: number): string {
  return new Date((FIRST_DAY - 1 + 7 * week) * 86_400_000).toISOString().slice(0, 10);
}

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('expected the file to read and the file to write');
await writeDatabase(fromLines(readFileSync(from, 'utf8')));
await database.open();
for (const [name, text] of [
  ['trends.csv', TRENDS],
  ['niches.csv', NICHES],
] as const) {
  await importMarket({ file: new File([text], name), datasetId: DATASET_ID }, jobFor());
}
await changeTermChoices(DATASET_ID, () => ({ Kitchen: 'mug' }));
// The launches came from a table, which has no weeks; an import of order lines stores them.
const sold = Array.from({ length: 300 }, (_, i) => {
  return { name: 'Kitchen', day: FIRST_DAY + i, units: 1 + (i % 5) };
});
const own = demandPanel(sold, { from: FIRST_DAY, to: FIRST_DAY + 299 });
await database.demand.update(DATASET_ID, { own });
database.close();
writeFileSync(to, toLines(await readDatabase('debut')));
process.exit(0);
