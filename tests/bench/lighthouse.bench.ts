// npm run bench:lighthouse (after npm run build): what Lighthouse says of the built app on its simulated phone, the home page
// five times for a steady figure of its performance. Lighthouse itself comes through npx: it installs 111 MB.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '#core/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-chromium.js';
import { serveSite } from '#workers/build/serve.js';
import { filesIn } from '#workers/build/site-files.js';

const LIGHTHOUSE = 'lighthouse@12.2.3';
const HOME_RUNS = 5;
const MOST_TRIES = 3;
const LEAST_SCORES = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const;

type Category = keyof typeof LEAST_SCORES;
const CATEGORIES = Object.keys(LEAST_SCORES) as Category[];

interface LighthouseReport {
  readonly categories: Readonly<
    Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { title: string; score: number | null; displayValue?: string }>
  >;
}

const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const folder = fileURLToPath(new URL('../../build', import.meta.url));
const reportFile = join(mkdtempSync(join(tmpdir(), 'debut-lighthouse-')), 'report.json');
const site = await serveSite({ folder, port: 0 });
try {
  for (const path of filesIn(folder).filter((file) => file.endsWith('index.html'))) {
    const address = path.replace(/index\.html$/, '');
    await judge(address, address === '' ? HOME_RUNS : 1);
  }
} finally {
  await site.close();
}

async function judge(address: string, runs: number): Promise<void> {
  const reports: LighthouseReport[] = [];
  while (reports.length < runs) reports.push(await report(new URL(address, site.url).href));
  const scores = CATEGORIES.map((category) => {
    const each = reports.map(({ categories }) =>
      Math.round(100 * (categories[category].score ?? 0)),
    );
    // Only speed differs from run to run; one fault in any run is a fault.
    const score = category === 'performance' ? median(each) : Math.min(...each);
    return { category, score, each };
  });
  const words = scores.map(({ category, score, each }) =>
    runs > 1 && category === 'performance'
      ? `${category} ${score} (median of ${each.join(', ')})`
      : `${category} ${score}`,
  );
  console.log(`/${address}: ${words.join(', ')}`);
  for (const { category, score } of scores) {
    if (score >= LEAST_SCORES[category]) continue;
    process.exitCode = 1;
    console.error(`  expected ${category} of at least ${LEAST_SCORES[category]}:`);
    shortcomings(reports.at(-1)!, category).forEach((line) => console.error(`    ${line}`));
  }
}

/** A browser too busy to trace a page says nothing about it, and is asked again. */
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

/** The audits that cost points. */
function shortcomings({ categories, audits }: LighthouseReport, category: Category): string[] {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]!.title} ${audits[id]!.displayValue ?? ''}`);
}
