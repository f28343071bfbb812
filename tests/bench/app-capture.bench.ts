// npm run bench:app-capture [-- --seed 1] [--launches 2000] [--search-seconds 120] [--rounding alike|own]
//   (after npm run build)
// Compares the plans of the built app with those of `npm run evaluate`. Both read world a from files. Prints how many
// plans are equal, and what each set of plans would really earn. Needs ../shared/bench.
// Capture: 0 is the baseline policy, 1 is the best of the benchmark's stated actions. Plans may use other prices and
// exceed 1. By default both round exp, log and sin alike, so all plans must be equal. With --rounding own, each rounds
// as its engine does, and training amplifies the last bit. Captures may then differ by 0.005. The search time lets the
// search for settings end by itself in both. Exits with 1 where plans or captures differ by more.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from '@playwright/test';
import Papa from 'papaparse';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { planInApp } from './app-capture/plan-in-app.ts';
import { launchWorld, type LaunchWorld } from './launch-world.ts';

const { values: given } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    launches: { type: 'string', default: '2000' },
    'search-seconds': { type: 'string', default: '120' },
    rounding: { type: 'string', default: 'alike' },
  },
});
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORLD_SCRIPT = fileURLToPath(
  new URL('../../../shared/bench/launch-world.mjs', import.meta.url),
);
const ROUND_ALIKE = fileURLToPath(new URL('app-capture/round-alike.js', import.meta.url));
const roundsAlike = given.rounding === 'alike';
const NEW_PRODUCTS = 200;
/** A Monday in the future, because the app plans no past days. The world is the same in every year. */
const FIRST_DAY = dayFromCalendar(2028, 1, 3);
/** The app's default training seed, which the bench does not change in the app. */
const TRAINING_SEED = '1';
const MOST_APART = 0.005;

const SAME_COLUMNS = [
  'launch_date',
  'channel',
  'promotion',
  'price_factor',
  'ad_spend',
  'stock',
] as const;
type PlanRow = Readonly<Record<'product_id' | (typeof SAME_COLUMNS)[number], string>>;

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'app-capture-'));
const [history, products] = [join(folder, 'history.csv'), join(folder, 'new-products.csv')];
try {
  await writeWorld();
  const inNode = rowsOf(await planInNode());
  const inApp = rowsOf(await planInPage());
  await compare(inApp, inNode);
} finally {
  await rm(folder, { recursive: true });
}

async function writeWorld(): Promise<void> {
  await run(process.execPath, [
    ...[WORLD_SCRIPT, '--world', 'a', '--out', folder],
    ...['--seed', given.seed, '--launches', given.launches, '--new', String(NEW_PRODUCTS)],
  ]);
}

async function planInNode(): Promise<string> {
  const out = join(folder, 'plan.csv');
  const script = join(ROOT, 'workers/headless/evaluate.ts');
  const words = [
    ...['--history', history, '--products', products, '--out', out],
    ...['--seed', TRAINING_SEED, '--from', isoDate(FIRST_DAY)],
    ...['--search-seconds', given['search-seconds']],
  ];
  const imports = ['--import', 'tsx', ...(roundsAlike ? ['--import', ROUND_ALIKE] : [])];
  await run(process.execPath, [...imports, script, ...words], { cwd: ROOT });
  return readFile(out, 'utf8');
}

async function planInPage(): Promise<string> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(CHROMIUM_ADVICE);
  const site = await serveSite({ folder: join(ROOT, 'build'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const before = roundsAlike ? await readFile(ROUND_ALIKE, 'utf8') : '';
    return await planInApp(browser, {
      ...{ address: site.url, history, products, before },
      searchSeconds: Number(given['search-seconds']),
      firstDay: FIRST_DAY,
    });
  } finally {
    await browser.close();
    await site.close();
  }
}

function rowsOf(csv: string): PlanRow[] {
  const { data } = Papa.parse<PlanRow>(csv, { header: true, skipEmptyLines: true });
  if (data.length !== NEW_PRODUCTS)
    throw new Error(`expected ${NEW_PRODUCTS} plans, got ${data.length}`);
  return data;
}

async function compare(inApp: readonly PlanRow[], inNode: readonly PlanRow[]): Promise<void> {
  const twins = new Map(inNode.map((row) => [row.product_id, row]));
  const isSame = (row: PlanRow, name: keyof PlanRow) =>
    row[name] === twins.get(row.product_id)?.[name];
  const same = inApp.filter((row) => SAME_COLUMNS.every((name) => isSame(row, name))).length;
  console.log(`${same} of ${inApp.length} plans are the same in the app and in Node`);
  for (const name of SAME_COLUMNS) {
    const equal = inApp.filter((row) => isSame(row, name)).length;
    if (equal < inApp.length) console.log(`  ${name}: ${equal}`);
  }
  const world = await launchWorld({ seed: Number(given.seed), launches: Number(given.launches) });
  const [app, node] = [captureOf(world, inApp), captureOf(world, inNode)];
  const passes = roundsAlike
    ? same === inApp.length && app === node
    : Math.abs(app - node) <= MOST_APART; // NaN fails
  if (!passes) process.exitCode = 1;
  const asked = roundsAlike ? 'all the same' : `at most ${MOST_APART} apart`;
  console.log(
    `capture ${app.toFixed(4)} in the app, ${node.toFixed(4)} in Node: ${passes ? 'PASS' : 'FAIL'} (${asked})`,
  );
}

/** Returns the capture of these plans by their true expected profit. */
function captureOf(world: LaunchWorld, rows: readonly PlanRow[]): number {
  const { habit, oracle } = world.bounds();
  const planned = new Map(world.products.map((product) => [product.id, product]));
  const profits = rows.map((row) =>
    world.trueProfit({
      product: planned.get(row.product_id)!,
      action: {
        launchDay: Date.parse(row.launch_date) / 86_400_000,
        channel: row.channel,
        promotion: row.promotion,
        priceFactor: Number(row.price_factor),
        salePrice: null,
        adSpend: row.ad_spend === '' ? null : Number(row.ad_spend),
        stockUnits: Number(row.stock),
      },
    }),
  );
  return (sum(profits) - habit) / (oracle - habit);
}
