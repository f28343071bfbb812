// npm run bench:holdout [-- FILE.csv …]: how far predictions miss on the last 20 % by date of real launches, read the way the
// app reads them. Without files: the giftware sample, and the launch tables of the outside benchmark where they are present.

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import 'fake-indexeddb/auto';
import { loadLaunchTable } from '#storage/datasets.ts';
import { importFile } from '#workers/import-file.ts';
import { previewFile } from '#workers/preview-file.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { asDetected, jobFor, PLAIN_IMPORT } from '../support/csv-file.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';

const SEEDS = [1, 2, 3];
const given = process.argv.slice(2);
const usual = ['static/samples/giftware.csv', '../shared/bench/online_retail_launches.csv'];

for (const path of given.length > 0 ? given : usual) {
  if (existsSync(path)) await report(path);
  else console.log(`${path}: skipped, it is not here`);
}

async function report(path: string): Promise<void> {
  const file = new File([readFileSync(path)], basename(path));
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const request = { file, mapping, name: file.name, ...PLAIN_IMPORT };
  const { datasetId, rowsUsed } = await importFile(request, jobFor());
  const table = await loadLaunchTable(datasetId);
  console.log(`${path}: ${rowsUsed} launches`);
  for (const seed of SEEDS) {
    const engine = await openNodeEngine();
    const { report: result, blend } = await fitInNode(table, { engine, settings: { seed } });
    engine.dispose();
    const wapes = result.holdout.map(({ method, wape }) => `${method} ${wape.toFixed(3)}`);
    const held = result.coverage.map(
      (range) => `${range.promisedFraction}: ${range.reachedFraction.toFixed(2)}`,
    );
    const shares = Object.values(blend).join(' : ');
    console.log(
      `  seed ${seed}: WAPE ${wapes.join(', ')}; blend ${shares}; held ${held.join(', ')}`,
    );
  }
}
