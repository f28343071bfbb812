// npm run bench:import [-- --duckdb NODE_MODULES] or [-- --large-shops] (after npm run build, to measure the page)
// Measures how fast a million rows are imported, compared with PapaParse alone on the same bytes in the same run. Both
// run in a worker of headless Chromium. --duckdb also times DuckDB-WASM, which is installed in that folder. At the end,
// or alone with --large-shops, it measures what a million rows of Parquet cost. It also checks that the script for
// warehouses makes the launches that Debut derives from these tables and from Complete Journey.
// Needs the Online Retail tables in ../shared/data/online-retail. Exits with 1 where a target is missed.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { median, sum } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { bundleForBrowser } from './bundle-for-browser.ts';
import { bundleDuckdb, runDuckdb, serveDuckdb } from './import/duckdb.ts';
import type { Timed } from './import/bench.worker.ts';
import { importOnPage } from './import/page.ts';
import { measureParquet } from './import/parquet.ts';
import { compareWarehouse } from './import/warehouse.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/online-retail', import.meta.url));
const NAMES = ['online_retail_II_year_2009-2010.csv', 'online_retail_2010-2011.csv'];
const ROUNDS = 5;
let columnRate = NaN;
/** Least rows a second, as a share of PapaParse alone. */
const LEAST_RATIO = 0.45;
const MOST_STORED_SHARE = 0.5;

if (process.argv[2] === '--large-shops') process.exit((await tryLargeShops()) ? 0 : 1);
const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
if (!existsSync(FOLDER)) throw new Error(`expected the Online Retail tables in ${FOLDER}`);
const modules = process.argv[2] === '--duckdb' ? process.argv[3] : undefined;
const folder = await mkdtemp(join(tmpdir(), 'import-bench-'));
const files = await Promise.all(NAMES.map(unpacked));
const server = createServer((request, response) => {
  if (modules && serveDuckdb(request.url ?? '', response, { modules, folder })) return;
  const isWorker = request.url === '/bench.js';
  response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
  if (isWorker) createReadStream(join(folder, 'bench.js')).pipe(response);
  else response.end('<!doctype html><input type="file" multiple>');
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await bundleWorker();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await freshPage();
  await compare(page);
  await page.close();
  if (modules) await compareDuckdb(modules);
  await measureMemory();
  await measurePage();
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
if (!(await tryLargeShops())) process.exitCode = 1;

async function tryLargeShops(): Promise<boolean> {
  const fits = await measureParquet();
  return (await compareWarehouse()) && fits;
}

async function compare(page: Page): Promise<void> {
  const bytes = sum(files.map((file) => statSync(file).size));
  const rates: Record<'papaparse' | 'columns' | 'launches', number[]> = {
    ...{ papaparse: [], columns: [], launches: [] },
  };
  let stored = { columns: 0, launches: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    for (const task of ['papaparse', 'columns', 'launches'] as const) {
      const timed = await run(page, task);
      const rows = sum(timed.map((each) => each.rows));
      rates[task].push(rows / sum(timed.map((each) => each.ms / 1000)));
      if (task !== 'papaparse')
        stored = { ...stored, [task]: sum(timed.map((each) => each.storedBytes)) };
      if (round === 0)
        console.log(
          `${task}: ${rows} rows, ${timed.map((t) => t.ms.toFixed(0)).join(' + ')} ms at first`,
        );
    }
  }
  const [alone, columns, launches] = [rates.papaparse, rates.columns, rates.launches].map(
    median,
  ) as [...[number, number, number]];
  columnRate = columns;
  const perSecond = (rate: number) => `${Math.round(rate / 1000)} thousand rows a second`;
  console.log(`${(bytes / 1e6).toFixed(1)} MB, medians of ${ROUNDS} rounds:`);
  console.log(`  PapaParse alone, results thrown away: ${perSecond(alone)}`);
  console.log(
    `  bytes → coded columns → stored: ${perSecond(columns)}, ${(columns / alone).toFixed(2)} of PapaParse`,
  );
  console.log(
    `  and read as launches, stored too: ${perSecond(launches)}, ${(launches / alone).toFixed(2)} of PapaParse`,
  );
  for (const task of ['columns', 'launches'] as const)
    console.log(`  stored, ${task}: ${((100 * stored[task]) / bytes).toFixed(0)} % of the CSV`);
  if (columns / alone < LEAST_RATIO || stored.launches / bytes > MOST_STORED_SHARE) {
    console.error(
      `expected at least ${LEAST_RATIO} of PapaParse and ${MOST_STORED_SHARE} of the CSV`,
    );
    process.exitCode = 1;
  }
}

async function compareDuckdb(installed: string): Promise<void> {
  await bundleDuckdb(installed, folder);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await freshPage();
    const { rows, ms } = await runDuckdb(page);
    rates.push((1000 * rows) / ms);
    await page.close();
  }
  const rate = median(rates);
  console.log(
    `  DuckDB-WASM, read_csv into a table in the file system: ${Math.round(rate / 1000)} thousand rows a second; our columns ${(columnRate / rate).toFixed(2)} of it`,
  );
}

/** Measures an import in the built app, if there is one. */
async function measurePage(): Promise<void> {
  const app = fileURLToPath(new URL('../../build', import.meta.url));
  if (!existsSync(app)) {
    console.log('  the page was not measured: run npm run build first');
    return;
  }
  const figures = await importOnPage(browser, { build: app, path: files[1]! });
  const cancelled = figures.cancelMs.map((ms) => `${Math.round(ms)} ms`).join(', ');
  console.log(
    `  in the app, ${figures.importSeconds.toFixed(1)} s: longest task on the main thread ${Math.round(figures.longestTaskMs)} ms (0: none over 50); gone after Cancel in ${cancelled}`,
  );
}

/**
 * Measures the renderer's peak memory while it stores the columns of one table, and of four times as much. Each runs in
 * a fresh page.
 */
async function measureMemory(): Promise<void> {
  for (const times of [1, 4]) {
    const page = await freshPage();
    const before = await residentMegabytes();
    let most = 0;
    const watch = setInterval(
      () => void residentMegabytes().then((now) => (most = Math.max(most, now))),
      50,
    );
    const [timed] = await run(page, 'columns', times);
    clearInterval(watch);
    const megabytes = (times * statSync(files[1]!).size) / 1e6;
    console.log(
      `  ${megabytes.toFixed(0)} MB in one file, ${timed!.rows} rows: at most ${Math.round(most - before)} MB more in the renderer`,
    );
    await page.close();
  }
}

async function freshPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
  await page.locator('input').setInputFiles(files);
  return page;
}

/** Returns the resident memory of all renderers together, in MiB. */
async function residentMegabytes(): Promise<number> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return sum(renderers.map(({ id }) => residentOf(id)));
}

function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0; // it has just ended
  }
}

/**
 * Runs a task on each file in one new worker. Only its compiled code can be warm from earlier runs in the browser.
 * `times` repeats the last file so often within one file.
 */
function run(page: Page, task: string, times?: number): Promise<Timed[]> {
  return page.evaluate(
    async ({ name, times }) => {
      const given = [...document.querySelector('input')!.files!];
      const last = given.at(-1)!;
      const chosen = times ? [new File(new Array<File>(times).fill(last), last.name)] : given;
      const timed: Timed[] = [];
      const worker = new Worker('/bench.js', { type: 'module' });
      for (const file of chosen) {
        timed.push(
          await new Promise<Timed>((resolve, reject) => {
            let result: Timed;
            worker.onmessage = ({ data }: MessageEvent<Timed | 'cleared'>) => {
              if (data === 'cleared') resolve(result);
              else result = data;
            };
            worker.onerror = (event) => reject(new Error(event.message));
            worker.postMessage({ task: name, file });
          }),
        );
      }
      worker.terminate();
      return timed;
    },
    { name: task, times },
  );
}

async function unpacked(name: string): Promise<string> {
  const to = join(folder, name);
  await pipeline(
    createReadStream(join(FOLDER, `${name}.gz`)),
    createGunzip(),
    createWriteStream(to),
  );
  return to;
}

async function bundleWorker(): Promise<void> {
  const entry = fileURLToPath(new URL('./import/bench.worker.ts', import.meta.url));
  const code = await bundleForBrowser(entry);
  await writeFile(join(folder, 'bench.js'), code);
}
