// npm run samples:screenshots (after npm run build)
// Takes the pictures that browsers show where they offer to install the app: a plan for the demo shop. The manifests
// name these files.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import {
  makePlans,
  openDemoShop,
  startQuickTraining,
  untilTrained,
} from '../e2e/support/main-flow.ts';
import { sawTour } from './saw-tour.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SIZES = { wide: { width: 1_280, height: 800 }, narrow: { width: 400, height: 800 } } as const;

const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const site = await serveSite({ folder: inRoot('build'), port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ locale: 'en-GB', viewport: SIZES.wide });
  await sawTour(page.context());
  await page.goto(site.url);
  await openDemoShop(page);
  await startQuickTraining(page);
  await untilTrained(page);
  await makePlans(page);
  await page.locator('main ol a[href*="product="]').first().click();
  await page.locator('circle.typical').waitFor({ timeout: 60_000 });
  mkdirSync(inRoot('static/screenshots'), { recursive: true });
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: inRoot(`static/screenshots/plan-${name}.png`) });
  }
} finally {
  await browser.close();
  await site.close();
}
