// npm run bench:slider (after npm run build)
// Plans the demo shop in the built app and opens one plan in Chromium. Traces what one input of each slider costs in
// scripting on the main thread. Exits with 1 where the median is above 8 ms.

import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { median, quantile } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { scriptingDuring } from './scripting-trace.ts';

const INPUTS = 40;
/** Most milliseconds an input: half a frame at 60 Hz. */
const MOST_MS = 8;

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
  await openPlan(page);
  const all: number[] = [];
  for (const slider of await page.locator('input[type=range]').all()) {
    const name = await slider.getAttribute('aria-label');
    await slider.focus();
    const times = await inputs(page, client);
    report(name ?? 'slider', times);
    all.push(...times);
  }
  report('all sliders', all);
  if (median(all) > MOST_MS) {
    console.error(`expected at most ${MOST_MS} ms an input, came ${median(all)}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await site.close();
}

async function openPlan(page: Page): Promise<void> {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Try the demo shop' }).click();
  await page.waitForURL(/dataset=/, { timeout: 60_000 });
  const train = { name: 'Train the model' };
  await page.getByRole('link', train).or(page.getByRole('button', train)).first().click();
  await page.getByRole('link', { name: 'Plan new products' }).click({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Make plans' }).click();
  await page.locator('main ol a[href*="product="]').first().click({ timeout: 60_000 });
  await page.locator('input[type=range]').first().waitFor({ timeout: 30_000 });
  await page.getByText('A typical launch').first().waitFor({ timeout: 30_000 });
}

/** Returns the scripting of each input in milliseconds. Inputs move to and fro around the slider's position. */
async function inputs(page: Page, client: CDPSession): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < INPUTS; i++) {
    const key = i % 8 < 4 ? 'ArrowLeft' : 'ArrowRight';
    times.push(await scriptingDuring(page, client, () => page.keyboard.press(key)));
  }
  return times;
}

function report(what: string, times: readonly number[]): void {
  const [middle, late] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(1));
  console.log(
    `${what}: ${middle} ms scripting an input, median of ${times.length}; 95 %: ${late} ms`,
  );
}
