// A seller's names, read by the language model: fetched from the app's own host, kept, done without where that is wished or cannot be helped.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languageFiles } from '#core/model/text/files.generated.ts';
import { LANGUAGE_FOLDER } from '#workers/build/language/build-language.js';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';
import { startServerProcess, untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

const READ = { withLanguageModel: true } as const;

/** How the model page says that names are read. */
const namesRead = (page: Page) => page.locator('dt', { hasText: 'Names read' }).locator('+ dd');

async function openSmallShop(page: Page): Promise<void> {
  const { launches } = generateShop({ launches: 60 });
  await chooseFile(page, { content: launchesCsv(launches) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/60 launches/);
}

async function openSettings(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Settings/ })
    .click();
}

/** What a training asked the host for. */
function watchFetches(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (request.url().includes(LANGUAGE_FOLDER)) asked.push(new URL(request.url()).pathname);
  });
  return asked;
}

test('the language model comes once, reads a shop’s names, and does so again offline', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const server = await startServerProcess();
  await page.goto(server.url);
  await untilOfflineReady(page);
  await openSmallShop(page);
  await startQuickTraining(page, 'en', READ);
  await untilTrained(page);
  await expect(namesRead(page)).toHaveText('by meaning');

  await openSettings(page);
  await expect(page.getByText('It is on this device and takes up 7.3 MB.')).toBeVisible();
  await server.stop();
  await page.goto(server.url);
  await openSmallShop(page);
  await startQuickTraining(page, 'en', READ);
  await untilTrained(page);
  await expect(namesRead(page)).toHaveText('by meaning');

  await openSettings(page);
  await page.getByRole('button', { name: 'Remove it from this device' }).click();
  await expect(page.getByText(/^It is not on this device/)).toBeVisible();
});

test(
  'a seller who does not want to wait goes on without, and can change that',
  { tag: '@whole' },
  async ({ page, openSite }) => {
    test.setTimeout(120_000);
    const site = await openSite();
    await page.context().route(`**/${languageFiles.weights.name}`, () => undefined);
    await page.goto(site.url);
    await openSmallShop(page);
    await startQuickTraining(page, 'en', READ);
    await expect(page.getByText(/^Downloading the language model/)).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Train without the language model' }).click();
    await untilTrained(page);
    await expect(namesRead(page)).toHaveText('by letters only');
    await expect(page.getByText('The language model is off.')).toBeVisible();

    await page.context().unroute(`**/${languageFiles.weights.name}`);
    await openSettings(page);
    const use = page.getByRole('checkbox', { name: /^Read names with the language model/ });
    await expect(use).not.toBeChecked();
    await use.check();
    await page.getByRole('navigation').getByRole('link', { name: /Model/ }).first().click();
    await page.getByRole('button', { name: 'Train again' }).click();
    await expect(namesRead(page)).toHaveText('by meaning', { timeout: 60_000 });
  },
);

test.describe('a host that is not as it was built', () => {
  test.use({ expectProblems: true });
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'debut-site-'));
    cpSync(BUILD, folder, { recursive: true });
  });
  test.afterEach(() => rmSync(folder, { recursive: true }));

  const weights = () => join(folder, LANGUAGE_FOLDER, languageFiles.weights.name);

  test(
    'never has an altered model used, nor keeps training from going on',
    { tag: '@whole' },
    async ({ page, openSite }) => {
      const bytes = readFileSync(weights());
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(weights(), bytes);
      const site = await openSite({ folder });
      await page.goto(site.url);
      await openSmallShop(page);
      await startQuickTraining(page, 'en', READ);
      await untilTrained(page);
      await expect(page.getByText(/is not the original/)).toBeVisible();
      await expect(namesRead(page)).toHaveText('by letters only');
      await openSettings(page);
      await expect(page.getByText(/^It is not on this device/)).toBeVisible();
    },
  );

  test(
    'may lack the model, in a folder of its own too',
    { tag: '@whole' },
    async ({ page, openSite }) => {
      rmSync(weights());
      const site = await openSite({ folder, basePath: '/some/shop' });
      const asked = watchFetches(page);
      await page.goto(site.url);
      await openSmallShop(page);
      await startQuickTraining(page, 'en', READ);
      await untilTrained(page);
      await expect(page.getByText(/could not be downloaded/)).toBeVisible();
      expect(asked).toContain(`/some/shop/${LANGUAGE_FOLDER}/${languageFiles.weights.name}`);
    },
  );
});
