// npm run bench:lighthouse [-- --runs 5] [--pages data,plan] (after npm run build)
// Prints what Lighthouse reports for each page of the built app on its simulated phone. Lighthouse itself comes through
// npx, because it installs 111 MB. Exits with 1 where a score or figure misses its target.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { median } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { filesIn } from '#workers/build/site-files.js';

const LIGHTHOUSE = 'lighthouse@12.2.3';
const MOST_TRIES = 3;
const LEAST_SCORES = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const;

/** Upper limits of medians, in milliseconds; layout shift has no unit. */
const MOST_FIGURES = {
  'largest-contentful-paint': 1800,
  'total-blocking-time': 50,
  'cumulative-layout-shift': 0,
} as const;

type Category = keyof typeof LEAST_SCORES;
const CATEGORIES = Object.keys(LEAST_SCORES) as Category[];

interface LighthouseReport {
  readonly categories: Readonly<
    Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      { title: string; score: number | null; displayValue?: string; numericValue?: number }
    >
  >;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, pages: { type: 'string' } },
});
const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const folder = fileURLToPath(new URL('../../build', import.meta.url));
const reportFile = join(mkdtempSync(join(tmpdir(), 'debut-lighthouse-')), 'report.json');
const site = await serveSite({ folder, port: 0 });
try {
  for (const address of addresses()) await judge(address, Number(values.runs));
} finally {
  await site.close();
}

/** Returns the paths of all pages, or of those given by --pages. The home page is "". */
function addresses(): string[] {
  const pages = filesIn(folder).filter((file) => file.endsWith('index.html'));
  const all = pages.map((path) => path.replace(/index\.html$/, ''));
  const asked = values.pages?.split(',').map((page) => page && `${page}/`);
  return asked ? all.filter((address) => asked.includes(address)) : all;
}

async function judge(address: string, runs: number): Promise<void> {
  const reports: LighthouseReport[] = [];
  while (reports.length < runs) reports.push(await report(new URL(address, site.url).href));
  const scores = CATEGORIES.map((category) => {
    const each = reports.map(({ categories }) =>
      Math.round(100 * (categories[category].score ?? 0)),
    );
    // Only speed differs from run to run. A fault in any run of the others counts.
    const score = category === 'performance' ? median(each) : Math.min(...each);
    return { category, score, each };
  });
  const words = scores.map(({ category, score, each }) =>
    runs > 1 && category === 'performance'
      ? `${category} ${score} (median of ${each.join(', ')})`
      : `${category} ${score}`,
  );
  const figures = Object.entries(MOST_FIGURES).map(([id, most]) => {
    const value = median(reports.map(({ audits }) => audits[id]?.numericValue ?? NaN));
    return { id, most, value, words: `${id} ${value.toFixed(most === 0 ? 3 : 0)}` };
  });
  console.log(`/${address}: ${[...words, ...figures.map((figure) => figure.words)].join(', ')}`);
  for (const { category, score } of scores) {
    if (score >= LEAST_SCORES[category]) continue;
    process.exitCode = 1;
    console.error(`  expected ${category} of at least ${LEAST_SCORES[category]}:`);
    shortcomings(reports.at(-1)!, category).forEach((line) => console.error(`    ${line}`));
  }
  for (const { id, most, value } of figures) {
    if (value <= most) continue;
    process.exitCode = 1;
    console.error(`  expected ${id} of at most ${most}, got ${value}`);
  }
}

/** Runs Lighthouse, again after a failure: a browser too busy to trace a page says nothing about the page. */
async function report(url: string): Promise<LighthouseReport> {
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    try {
      return await tryReport(url);
    } catch (error) {
      console.warn(`${url}: Lighthouse failed, asked again`, String(error).split('\n').at(-2));
    }
  }
  return tryReport(url);
}

async function tryReport(url: string): Promise<LighthouseReport> {
  const words = [
    ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${reportFile}`],
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  await promisify(execFile)('npx', words, {
    env: { ...process.env, CHROME_PATH: executablePath },
  });
  return JSON.parse(readFileSync(reportFile, 'utf8')) as LighthouseReport;
}

/** Returns the audits that cost points. */
function shortcomings({ categories, audits }: LighthouseReport, category: Category): string[] {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]!.title} ${audits[id]!.displayValue ?? ''}`);
}
