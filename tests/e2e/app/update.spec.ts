import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOfflineFiles } from '#workers/build/offline-files-adapter.js';
import type { RunningSite } from '#workers/build/serve.js';
import type { Page } from '@playwright/test';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { failingHost } from '../support/failing-host.ts';
import { BUILD, expect, test } from '../support/fixtures.ts';
import {
  chooseFile,
  declineLanguageModel,
  searchNothing,
  setNumber,
} from '../support/main-flow.ts';
import { untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

const NODES = '_app/immutable/nodes';

/** The build with another 404 page, as a next version would have, and without some files. */
function nextVersion(without: readonly string[] = []): { folder: string; version: string } {
  const folder = mkdtempSync(join(tmpdir(), 'debut-next-'));
  cpSync(BUILD, folder, { recursive: true });
  for (const path of without) rmSync(join(folder, path));
  const edit = (path: string, from: string, to: string) => {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  };
  const list = JSON.parse(readFileSync(join(BUILD, 'precache.json'), 'utf8')) as {
    version: string;
  };
  edit('404.html', 'There is no page', 'There is still no page');
  edit('service-worker.js', list.version, '__PRECACHE_VERSION__');
  return { folder, version: writeOfflineFiles(folder).version };
}

test('a new version waits until the user agrees, then replaces the old one', async ({
  page,
  openSite,
}) => {
  const old = await openOld(page, openSite);
  await old.close();
  const { folder, version } = nextVersion();
  await openSite({ folder, port: old.port });

  await lookForUpdate(page);
  const agree = page.getByRole('button', { name: 'Update now' });
  await expect(agree).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toHaveLength(2);

  await agree.click();
  await expect(agree).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => caches.keys()).catch(() => []))
    .toEqual([expect.stringContaining(version)]);
  rmSync(folder, { recursive: true });
});

/** The app as it was, kept for use without its host. */
async function openOld(page: Page, openSite: () => Promise<RunningSite>): Promise<RunningSite> {
  const old = await openSite();
  await page.goto(old.url);
  await untilOfflineReady(page);
  return old;
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

async function keptVersions(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys()).catch(() => []);
  // The language model has one of its own.
  return names.filter((name) => name.startsWith('debut http'));
}

test(
  'a tab of the version before goes on with its own scripts, which go when it does',
  { tag: '@whole' },
  async ({ page, context, openSite }) => {
    const old = await openOld(page, openSite);
    const other = await context.newPage();
    await other.goto(old.url);
    await untilOfflineReady(other);
    await old.close();
    // The next version has other scripts: one that has not been loaded yet is not among them.
    const [script] = readdirSync(join(BUILD, NODES)).slice(-1);
    const { folder, version } = nextVersion([join(NODES, script!)]);
    await openSite({ folder, port: old.port });

    await lookForUpdate(page);
    const isOld = page.locator('html[data-old]');
    await page.evaluate(() => (document.documentElement.dataset.old = ''));
    await page.getByRole('button', { name: 'Update now' }).click();
    // The app loads the page again by itself.
    await expect(isOld).toHaveCount(0);
    await expect(other.getByRole('button', { name: 'Update now' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Update now' })).toBeHidden();
    expect(await keptVersions(other)).toHaveLength(2);
    const load = (address: string) => import(address).then((module: object) => Object.keys(module));
    expect(await other.evaluate(load, `${old.url}${NODES}/${script!}`)).toContain('component');

    await other.close();
    await page.reload();
    await expect
      .poll(() => keptVersions(page))
      .toEqual([expect.stringContaining(version) as unknown as string]);
    rmSync(folder, { recursive: true });
  },
);

test(
  'a new version that was agreed to waits for a training in another tab, which is kept',
  { tag: '@whole' },
  async ({ page, context, openSite }) => {
    test.setTimeout(120_000);
    const old = await openOld(page, openSite);
    await chooseFile(page, { content: launchesCsv(generateShop({ launches: 120 }).launches) });
    await page.getByRole('button', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/120 launches/);
    await declineLanguageModel(page);
    await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();
    await searchNothing(page);
    await setNumber(page, 'Epochs', '60');
    const other = await context.newPage();
    await other.goto(`${old.url}settings/`);
    await old.close();
    const { folder, version } = nextVersion();
    await openSite({ folder, port: old.port });
    await lookForUpdate(other);
    const agree = other.getByRole('button', { name: 'Update now' });
    await expect(agree).toBeVisible();

    await page.getByRole('button', { name: 'Train the model' }).click();
    await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible({ timeout: 30_000 });
    await agree.click();
    await expect(
      other.getByRole('status').filter({ hasText: 'when the current work is done' }),
    ).toBeVisible();
    expect(await keptVersions(page)).toHaveLength(2);
    await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible();

    await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({
      timeout: 60_000,
    });
    // The tab that agreed opens anew; the one that trained has its model, and is asked.
    const again = page.getByRole('button', { name: 'Update now' });
    await expect(again).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible();
    await again.click();
    await expect(again).toBeHidden();
    await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible();
    await expect.poll(() => keptVersions(page)).toEqual([expect.stringContaining(version)]);
    rmSync(folder, { recursive: true });
  },
);

test.describe('an update whose host goes away', () => {
  test.use({ expectProblems: true }); // what could not be fetched

  test(
    'leaves the old version whole, offline too, and succeeds later',
    { tag: '@whole' },
    async ({ page, openSite }) => {
      const old = await openOld(page, openSite);
      const before = await keptVersions(page);
      await old.close();
      const { folder, version } = nextVersion();
      const whole = await openSite({ folder });
      // The list, the script and some of the files.
      const failing = await failingHost(whole, { port: old.port, answers: 40 });
      await lookForUpdate(page);
      await expect.poll(() => failing.refused()).toBeGreaterThan(0);
      await page.waitForFunction(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.installing === null && registration.waiting === null;
      });
      await failing.close();

      expect(await keptVersions(page)).toEqual(before);
      for (const path of ['', 'data/', 'settings/']) {
        await page.goto(old.url + path);
        await page.reload();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
      await expect(page.getByRole('button', { name: 'Update now' })).toBeHidden();

      await openSite({ folder, port: old.port });
      await lookForUpdate(page);
      await page.getByRole('button', { name: 'Update now' }).click();
      await expect.poll(() => keptVersions(page)).toEqual([expect.stringContaining(version)]);
      rmSync(folder, { recursive: true });
    },
  );
});

async function importShop(page: Page): Promise<void> {
  await page.goto('');
  await chooseFile(page, { content: launchesCsv(generateShop({ launches: 120 }).launches) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/120 launches/);
}

test(
  'a tab whose database a newer version took asks to be reloaded',
  { tag: '@whole' },
  async ({ page, context }) => {
    await importShop(page);
    const other = await context.newPage();
    await other.goto('');
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('debut-data', 1_000);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await expect(page.getByText('Debut was updated in another tab.')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
  },
);

const DELETIONS: readonly { says: string; remove: (page: Page) => Promise<void> }[] = [
  {
    says: 'another page deleted',
    remove: async (page) => {
      const other = await page.context().newPage();
      await other.goto('');
      await other.evaluate(
        () =>
          new Promise<void>((resolve) => {
            indexedDB.deleteDatabase('debut-data').onsuccess = () => resolve();
          }),
      );
    },
  },
  {
    says: 'the browser cleared away',
    remove: async (page) => {
      const browser = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    },
  },
];
for (const { says, remove } of DELETIONS) {
  test(
    `a tab whose database ${says} says so, and starts fresh`,
    { tag: '@whole' },
    async ({ page }) => {
      await importShop(page);
      await remove(page);
      await expect(page.getByText('the browser deleted Debut’s data here')).toBeVisible();
      await expect(page.getByText('Debut was updated')).toBeHidden();
      await expect(page.getByRole('alert')).toHaveCount(0);
      const reloaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Reload' }).click();
      await reloaded;
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('120 launches')).toHaveCount(0);
      await expect(page.getByText('the browser deleted Debut’s data here')).toBeHidden();
    },
  );
}
