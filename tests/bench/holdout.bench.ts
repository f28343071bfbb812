// npm run bench:holdout [-- FILE.csv …]
// Measures forecast errors on the last 20% by date of real launches, read as the app reads them. Also measures whether
// ranges cover the next fifth of launches as often as a model of the earlier ones reports. Without files, it reads the
// giftware sample, and the launch table of the outside benchmark where that is present.
// Exits with 1 where giftware's reported and actual coverage of 80% or 90% ranges differ by more than 5 percentage
// points. Both coverages are means over the seeds.

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import 'fake-indexeddb/auto';
import { coverage } from '#core/model/blend/conformal-ranges.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { EngineSession } from '#learning/session.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { someLaunches } from '../support/some-launches.ts';
import { asDetected, jobFor, PLAIN_IMPORT } from '../support/csv-file.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';

const SEEDS = [1, 2, 3];
const MOST_POINTS = 0.05;
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
  const next: Held[][] = [];
  for (const seed of SEEDS) {
    const engine = await openNodeEngine();
    const { report: result, blend } = await fitInNode(table, { engine, settings: { seed } });
    next.push(await nextFifth(table, engine, seed));
    engine.dispose();
    const wapes = result.holdout.map(({ method, wape }) => `${method} ${wape.toFixed(3)}`);
    const held = result.coverage.map(
      (range) => `${range.promisedFraction}: ${range.reachedFraction.toFixed(2)}`,
    );
    const shares = Object.values(blend).join(' : ');
    console.log(
      `  seed ${seed}: WAPE ${wapes.join(', ')}; blend ${shares}; held ${held.join(', ')}; ${toldOf(next.at(-1)!)}`,
    );
  }
  for (const [i, { promised }] of next[0]!.entries()) {
    const [told, came] = [
      mean(next.map((own) => own[i]!.told)),
      mean(next.map((own) => own[i]!.came)),
    ];
    const isJudged = path.endsWith('giftware.csv') && promised > 0.5;
    const isKept = Math.abs(told - came) <= MOST_POINTS;
    if (isJudged && !isKept) process.exitCode = 1;
    const verdict = isJudged ? (isKept ? ', PASS' : ', FAIL') : '';
    console.log(
      `  ranges of ${promised}: ${told.toFixed(3)} said, ${came.toFixed(3)} came${verdict}`,
    );
  }
}

/** Returns the coverage that a model of all but the last fifth reports, and its coverage of that fifth. */
async function nextFifth(table: LaunchTable, engine: EngineSession, seed: number): Promise<Held[]> {
  const rows = measuredRows(table, rowsByDate(table));
  const earlier = someLaunches(table, rows.slice(0, Math.round(0.8 * rows.length)));
  const later = rows.slice(earlier.rowCount);
  const model = await fitInNode(earlier, { engine, settings: { seed } });
  const logs = await predictLaunches(model, table, { engine, rows: later });
  const actual = Float64Array.from(later, (row) => table.units[row]!);
  const soldOut = soldOutFlags(table, later);
  return model.report.coverage.map(({ promisedFraction, reachedFraction }) => ({
    promised: promisedFraction,
    told: reachedFraction,
    came: coverage(actual, logs, {
      ...{ residuals: model.residuals, rangeWidth: model.rangeWidth },
      ...{ promisedFraction, soldOut },
    }),
  }));
}

interface Held {
  readonly promised: number;
  readonly told: number;
  readonly came: number;
}

function toldOf(held: readonly Held[]): string {
  const each = held.map(
    ({ promised, told, came }) => `${promised}: ${told.toFixed(2)} → ${came.toFixed(2)}`,
  );
  return `said and held of the next fifth ${each.join(', ')}`;
}
