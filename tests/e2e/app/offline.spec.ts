import type { Download, Page } from '@playwright/test';
import { m } from '#messages';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';
import { pagePaths, startServerProcess, untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

async function downloadOf(page: Page, press: () => Promise<void>): Promise<Download> {
  const started = page.waitForEvent('download');
  await press();
  const download = await started;
  expect(await download.failure()).toBeNull();
  return download;
}

async function planProducts(page: Page, titles: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: m.pages_plan_new() }).click();
  for (const title of titles) {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('List price').fill('25');
    await page.getByRole('button', { name: 'Add this product' }).click();
  }
  await page.getByRole('button', { name: m.pages_make_plans() }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2 plans/, { timeout: 60_000 });
}

async function takeSeason(page: Page): Promise<Download> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Calendar/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/: \d+ launches/, {
    timeout: 60_000,
  });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const csv = page.getByRole('menuitem', { name: 'Season as CSV' });
  return downloadOf(page, () => csv.click());
}

async function saveProject(page: Page): Promise<Download> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Settings/ })
    .click();
  await page.getByRole('button', { name: m.settings_project() }).click();
  await page.getByRole('button', { name: m.project_save() }).click();
  const save = page.getByRole('button', { name: m.project_save_now() });
  return downloadOf(page, () => save.click());
}

test('every page opens, and the whole main job is done, after the server is gone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  // The browser's own dialog cannot be answered by a test.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const server = await startServerProcess();
  await page.goto(server.url);
  await untilOfflineReady(page);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();

  for (const path of pagePaths()) {
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  await page.goto(server.url);
  await chooseFile(page, { content: launchesCsv(generateShop({ launches: 240 }).launches) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/240 launches/);
  await startQuickTraining(page);
  await untilTrained(page);
  await planProducts(page, ['Linen throw', 'Reed basket']);
  await page.locator('main ol a[href*="product="]').first().click();
  await page.getByRole('button', { name: m.ledger_adopt() }).click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();
  expect((await takeSeason(page)).suggestedFilename()).toMatch(/\.csv$/);
  expect((await saveProject(page)).suggestedFilename()).toMatch(/\.debut$/);
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
});

test.describe('an unknown address', () => {
  test.use({ expectProblems: true });

  test('gets the not-found page, offline too', async ({ page }) => {
    const server = await startServerProcess();
    await page.goto(server.url);
    await untilOfflineReady(page);
    await server.stop();
    const answer = await page.goto(`${server.url}no/such/page/`);
    expect(answer?.status()).toBe(404);
    const home = page.getByRole('link', { name: 'Go to the home page' });
    await expect(home).toHaveAttribute('href', server.url);
  });
});
