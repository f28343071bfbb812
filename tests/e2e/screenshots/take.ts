import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makePlans, openDemoShop, startTraining } from '../support/main-flow.ts';
import { LOCALES } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const MOST_BYTES = 150_000;

test.use({
  locale: LOCALES.en,
  colorScheme: 'light',
  viewport: DESK,
  contextOptions: { reducedMotion: 'reduce' },
});

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await untilQuiet(page);
  const path = join(import.meta.dirname, `${name}.png`);
  await page.screenshot({ path });
  expect(statSync(path).size, name).toBeLessThanOrEqual(MOST_BYTES);
}

/**
 * Makes a project as a seller would, with default settings and all launches. Tests train more quickly, on fewer
 * launches.
 */
async function makeProject(page: Page): Promise<void> {
  await page.goto('./');
  await openDemoShop(page);
  await startTraining(page);
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({ timeout: 480_000 });
  await makePlans(page);
}

async function open(page: Page, path: string, finding: RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(finding, { timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
}

test('data, model, plan, calendar and evidence, and a plan on a phone', async ({ page }) => {
  await makeProject(page);
  await open(page, './data/', /2,000 launches/);
  await shoot(page, 'data');
  await open(page, './model/', /\d+%/);
  await shoot(page, 'model');
  await open(page, './calendar/', /: \d+ launches/);
  await shoot(page, 'calendar');
  await open(page, './evidence/', /ranges covered/);
  await shoot(page, 'evidence');

  await open(page, './plan/', /30 plans/);
  await page.locator('main a[href*="product="]').first().click();
  await page.locator('input[type=range]').first().waitFor();
  await shoot(page, 'plan');
  await page.setViewportSize(PHONE);
  await shoot(page, 'phone');
});
