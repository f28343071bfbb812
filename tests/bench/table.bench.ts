// npm run bench:table (after npm run build)
// Imports 100,000 launches into the built app and opens their table in Chromium. Traces what scrolling, sorting and
// searching cost in scripting on the main thread.
// Exits with 1 where the median scroll step takes over 8 ms.

import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { median, quantile } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { generateShop } from '../support/demo-shop/generator.ts';
import { launchesCsv } from '../support/demo-shop/write.ts';
import { scriptingDuring } from './scripting-trace.ts';

const LAUNCHES = 100_000;
const STEPS = 60;
/** Most milliseconds a scroll step: half a frame at 60 Hz. */
const MOST_MS_A_STEP = 8;

const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const site = await serveSite({
  folder: fileURLToPath(new URL('../../build', import.meta.url)),
  port: 0,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const client = await page.context().newCDPSession(page);
  await importLaunches(page);
  const grid = page.getByRole('grid');
  const opening = Date.now();
  await page.reload();
  await grid.getByRole('rowheader').first().waitFor({ timeout: 60_000 });
  console.log(`${LAUNCHES} launches seen ${Date.now() - opening} ms after the page was asked for`);
  await grid.scrollIntoViewIfNeeded();
  await grid.hover();

  const notch = await scrollSteps(page, client, 120);
  report('scroll step, one notch of the wheel (120 px)', notch);
  const jump = await scrollSteps(page, client, 2_000);
  report('scroll step, past every row in sight (2,000 px)', jump);
  const top = await grid.evaluate((element) => element.scrollTop);
  if (top !== STEPS * 2_120) throw new Error(`expected ${STEPS * 2_120} px scrolled, came ${top}`);

  for (const name of ['Title', 'Launch date', 'Units', 'Revenue']) {
    const button = page.getByRole('columnheader', { name }).getByRole('button');
    report(`sort by ${name}`, [await scriptingDuring(page, client, () => button.click())]);
  }
  const filter = page.getByRole('searchbox');
  const keys = [];
  for (const key of 'wool') {
    keys.push(await scriptingDuring(page, client, () => filter.press(key)));
  }
  report('key typed into the search, the first included', keys);
  console.log(`  rows then: ${await grid.getAttribute('aria-rowcount')}`);
  await openWithEveryColumn(page);
  report(
    `one notch with all ${await grid.getAttribute('aria-colcount')} columns shown`,
    await scrollSteps(page, client, 120),
  );
  if (median(notch) > MOST_MS_A_STEP) {
    console.error(`expected at most ${MOST_MS_A_STEP} ms a scroll step, came ${median(notch)}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await site.close();
}

async function importLaunches(page: Page): Promise<void> {
  const csv = launchesCsv(generateShop({ seed: 1, launches: LAUNCHES }).launches);
  await page.goto(site.url);
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'launches.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await page.getByRole('button', { name: 'Import' }).click({ timeout: 60_000 });
  await page.waitForURL(/dataset=/, { timeout: 120_000 });
  await page.goto(`${page.url()}&view=launches`);
  await page.getByRole('grid').waitFor({ timeout: 60_000 });
}

async function openWithEveryColumn(page: Page): Promise<void> {
  const address = new URL(page.url());
  address.searchParams.delete('find');
  for (const name of [...FIELD_NAMES, 'attribute:material']) {
    address.searchParams.append('column', name);
  }
  await page.goto(address.href);
  const grid = page.getByRole('grid');
  await grid.getByRole('rowheader').first().waitFor({ timeout: 60_000 });
  await grid.hover();
}

/** Scrolls and returns the scripting of each step in milliseconds. */
async function scrollSteps(page: Page, client: CDPSession, pixels: number): Promise<number[]> {
  const steps: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    steps.push(await scriptingDuring(page, client, () => page.mouse.wheel(0, pixels)));
  }
  return steps;
}

function report(what: string, times: readonly number[]): void {
  const [middle, late] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(1));
  console.log(`${what}: ${middle} ms scripting, median of ${times.length}; 95 %: ${late} ms`);
}
