// Stores a small shop with the code of an earlier version of the app. It imports, adds products, trains, plans, adopts,
// and saves a calendar, stock on hand and an interrupted training. tests/fixtures/schema/version-*.jsonl were made with
// it: for the last commit of each schema version (git log src/storage/database.ts), its tree was unpacked next to a
// link to node_modules, and this folder was copied into it. There, this command ran:
//   npx tsx tests/support/schema/store-as-then.ts version-07.jsonl
// Modules that a version did not have yet are skipped. Requests name everything that any version asked for.

import 'fake-indexeddb/auto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readDatabase, toLines } from './stored-database.ts';

// The code of twelve versions is called, each with its own types.
/* eslint-disable @typescript-eslint/no-explicit-any */
/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-return */
type Module = Record<string, any>;

const LAUNCHES = 26;
const FIRST_DAY = Date.UTC(2023, 0, 2);
const DAY_MS = 86_400_000;

async function moduleOfThen(path: string): Promise<Module | undefined> {
  return existsSync(path) ? ((await import(`${process.cwd()}/${path}`)) as Module) : undefined;
}

async function needed(path: string): Promise<Module> {
  const module = await moduleOfThen(path);
  if (!module) throw new Error(`expected ${path}, which every version has`);
  return module;
}

function launchesCsv(): string {
  const rows = Array.from({ length: LAUNCHES }, (_, i) => {
    const date = new Date(FIRST_DAY + i * 28 * DAY_MS).toISOString().slice(0, 10);
    const kind = i % 2 ? 'Red mug' : 'Blue bowl';
    const [channel, promotion] = [i % 3 ? 'Shop' : 'Market', i % 4 ? 'None' : 'Ten off'];
    const units = 20 + ((i * 7) % 13) + (i % 2 ? 25 : 0);
    return `P${i},${kind} ${i},Kitchen,${date},${channel},${promotion},${9 + (i % 5)}.50,4,${units}`;
  });
  const header = 'id,title,category,day,channel,promotion,price,cost,units';
  // One row that cannot be read, so that there is a finding.
  return `${header}\n${rows.join('\n')}\nP99,Broken mug,Kitchen,someday,Shop,None,9.50,4,5\n`;
}

async function importShop(job: unknown): Promise<number> {
  const { importFile } = await needed('workers/import-file.ts');
  const reading = (await moduleOfThen('src/core/csv/reading.ts'))?.AS_DETECTED;
  const mapping = {
    fields: {
      ...{ productId: 'id', title: 'title', category: 'category', launchDate: 'day' },
      ...{ channel: 'channel', promotion: 'promotion', listPrice: 'price', unitCost: 'cost' },
      units: 'units',
    },
    attributes: [],
  };
  const file = new File([launchesCsv()], 'launches.csv');
  const asked = { file, reading, mapping, dropColumns: [], dateOrder: null, sample: null };
  return (await importFile({ ...asked, name: 'Spring' }, job)).datasetId as number;
}

async function engineOfThen(): Promise<unknown> {
  const { openEngine } = await needed('src/learning/engine.ts');
  const wasm = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';
  const path = createRequire(import.meta.url).resolve(wasm);
  return openEngine('wasm', {
    wasmBinary: () => Promise.resolve(new Uint8Array(readFileSync(path)).buffer),
    gpu: undefined,
    now: () => performance.now(),
    code: 'then',
    verdicts: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
  });
}

function hostOf(engine: unknown): object {
  const nowhere = () => Promise.reject(new Error('expected no use of the language model'));
  return {
    openEngine: () => Promise.resolve(engine),
    pause: () => Promise.resolve(),
    language: { missing: nowhere, read: nowhere },
    locks: { request: (_: string, __: object, use: (lock: object) => unknown) => use({}) },
    ...{ code: 'then', fitWorkers: 0, startFitWorker: nowhere },
  };
}

async function learnAndPlan(datasetId: number, job: unknown): Promise<any> {
  const { trainModel } = await needed('workers/train-model.ts');
  const { planLaunches } = await needed('workers/plan-launches.ts');
  const settings = (await moduleOfThen('src/core/model/training-settings.ts'))?.AUTOMATIC_SETTINGS;
  const aim = (await moduleOfThen('src/core/launch/aim.ts'))?.USUAL_AIM;
  const host = hostOf(await engineOfThen());
  const asked = { datasetId, compute: 'wasm' };
  const report = await trainModel({ ...asked, seed: 1, settings }, job, host);
  const earliestDay = (FIRST_DAY + LAUNCHES * 28 * DAY_MS) / DAY_MS;
  return { report, ranking: await planLaunches({ ...asked, earliestDay, aim }, job, host) };
}

async function decide(datasetId: number, { report, ranking }: any): Promise<void> {
  const ledger = await moduleOfThen('src/storage/ledger.ts');
  const [first, second] = ranking.plans;
  if (ledger) {
    const { freezePlan } = await needed('src/core/ledger/adopted-plan.ts');
    const { factsOf } = await needed('src/core/ledger/actual.ts');
    const told = { report, adoptedAt: FIRST_DAY };
    await ledger.adoptPlans(datasetId, [freezePlan(first, ranking, told)]);
    await ledger.changeLedger(datasetId, (entries: any[]) => {
      const actual = { ...factsOf({ units: 30 }), recordedAt: FIRST_DAY, source: null };
      return {
        changed: entries.map((each) => ({ ...each, actual: { ...actual, isEarly: false } })),
      };
    });
    await ledger.adoptPlans(datasetId, [freezePlan(second, ranking, told)]);
  }
  const seasons = await moduleOfThen('src/storage/seasons.ts');
  if (seasons) {
    const { usualLimits } = await needed('src/core/season/season-limits.ts');
    const { launchDay, channel, adSpend } = first.action;
    const placed = { productId: first.product.id, week: launchDay, channel, adSpend };
    const season = { datasetId, name: 'Season', madeAt: 1, plannedAt: ranking.plannedAt };
    const placements = [{ ...placed, stockUnits: 5 }];
    const limits = usualLimits(launchDay);
    await seasons.saveCalendar({ ...season, value: 10, bound: null, limits, placements });
  }
  const kind = { productId: 'P1', title: 'Red mug 1', category: 'Kitchen', brand: '' };
  const item = { ...kind, price: 9.5, onHand: 12, weeklyUnits: 3 };
  const asOf = FIRST_DAY / DAY_MS;
  const stock = await moduleOfThen('src/storage/stock.ts');
  await stock?.saveStock(datasetId, { fileName: 'stock.csv', asOf, items: [item] });
  await (await moduleOfThen('src/storage/selling-events.ts'))?.saveMarket?.(datasetId, 'GB');
}

/** Stores what a closed tab leaves of a training in progress. */
async function interrupt(datasetId: number): Promise<void> {
  const runs = await moduleOfThen('src/storage/training-runs.ts');
  const { AUTOMATIC_SETTINGS } = (await moduleOfThen('src/core/model/training-settings.ts')) ?? {};
  const run = { datasetId, startedAt: 1, compute: 'wasm', settings: AUTOMATIC_SETTINGS };
  await runs?.openRun(run, 'then');
  await runs?.saveCheckpoint(datasetId, 5, { value: Float32Array.of(1, 2), fraction: 0.25 });
}

const [out] = process.argv.slice(2);
if (!out) throw new Error('expected the file to write');
const { Job } = await needed('workers/protocol/job.ts');
const job = new Job(new AbortController().signal, () => undefined);
const { saveSetting } = await needed('src/storage/settings.ts');
await saveSetting('usesLanguageModel', false);
const datasetId = await importShop(job);
await saveSetting('currentDatasetId', datasetId);
await saveSetting('currency', 'GBP');
const { addProduct } = await needed('src/storage/products.ts');
for (const title of ['Green mug', 'White bowl']) {
  const kind = { title, category: 'Kitchen', brand: '', attributes: {} };
  await addProduct(datasetId, { ...kind, listPrice: 11, unitCost: 4 });
}
await decide(datasetId, await learnAndPlan(datasetId, job));
await interrupt(datasetId);
writeFileSync(out, toLines(await readDatabase('debut')));
process.exit(0);
