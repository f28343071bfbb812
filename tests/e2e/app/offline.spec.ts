import type { Download, Page } from '@playwright/test';
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';
import { makePlans, openDemoShop, startQuickTraining, untilTrained } from '../support/main-flow.ts';
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
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  await page.goto(server.url);
  await openDemoShop(page);
  await startQuickTraining(page);
  await untilTrained(page);
  await makePlans(page);
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
