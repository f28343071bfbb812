// npm run bench:large-plan [-- --products 5000] [--launches 2000] [--seed 1] (after npm run build)
// Measures how long the built app takes to plan this many new products of the demo shop and to find their calendar.
// Also measures the peak memory of its page and workers. Exits with 1 where planning takes over 90 s or 1 GB.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { m } from '#messages';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { generateShop } from '../support/demo-shop/generator.ts';
import { launchesCsv, newProductsCsv } from '../support/demo-shop/write.ts';
import { sawTour } from '../support/saw-tour.ts';
import {
  addProducts,
  importHistory,
  makePlans,
  openPlan,
  train,
} from './app-capture/plan-in-app.ts';
import { peakOfRenderers } from './peak-of-renderers.ts';

const { values: given } = parseArgs({
  options: {
    products: { type: 'string', default: '5000' },
    launches: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const MOST_SECONDS = 90;
const MOST_BYTES = 1e9;
const CALENDAR_WITHIN_MS = 240_000;
const STEP_WITHIN_MS = 600_000;

const folder = await mkdtemp(join(tmpdir(), 'large-plan-'));
const [history, products] = [join(folder, 'history.csv'), join(folder, 'new-products.csv')];
try {
  const shop = generateShop({
    seed: Number(given.seed),
    launches: Number(given.launches),
    newProducts: Number(given.products),
  });
  await writeFile(history, launchesCsv(shop.launches));
  await writeFile(products, newProductsCsv(shop.newProducts));
  await measure();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(CHROMIUM_ADVICE);
  const build = fileURLToPath(new URL('../../build', import.meta.url));
  const site = await serveSite({ folder: build, port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await measureIn(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureIn(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  await sawTour(context);
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_WITHIN_MS);
  const lap = async (name: string, work: () => Promise<void>) => {
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    const bytes = await peakOfRenderers(browser);
    console.log(`${name}: ${seconds.toFixed(1)} s, at most ${Math.round(bytes / 1e6)} MB so far`);
    return { seconds, bytes };
  };
  await page.goto(address);
  await page.waitForLoadState('networkidle'); // a file chosen before the page listens is lost
  await importHistory(page, history);
  await lap('learning', () => train(page, 0));
  await openPlan(page);
  await lap('reading the new products', () => addProducts(page, products));
  const planning = await lap('planning', () => makePlans(page));
  await lap('the calendar', () => findCalendar(page));
  const holds = planning.seconds <= MOST_SECONDS && planning.bytes <= MOST_BYTES;
  if (!holds) process.exitCode = 1;
  console.log(`${given.products} products in 90 s and 1 GB: ${holds ? 'PASS' : 'FAIL'}`);
}

async function findCalendar(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: m.pages_calendar() })
    .first()
    .click();
  await page.waitForURL(/\/calendar\//);
  await page.getByRole('heading', { level: 1, name: /: [\d,]+ launches/ }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: CALENDAR_WITHIN_MS });
}
