import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOfflineFiles } from '#workers/build/offline-files-adapter.js';
import { BUILD, expect, test } from './fixtures.ts';
import { untilOfflineReady } from './site.ts';

/** The build with another 404 page, as a next version would have. */
function nextVersion(): { folder: string; version: string } {
  const folder = mkdtempSync(join(tmpdir(), 'debut-next-'));
  cpSync(BUILD, folder, { recursive: true });
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
  const old = await openSite();
  await page.goto(old.url);
  await untilOfflineReady(page);
  await old.close();
  const { folder, version } = nextVersion();
  await openSite({ folder, port: old.port });

  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
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

test('a tab whose database a newer version took asks to be reloaded', async ({ page, context }) => {
  await page.goto('');
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  const other = await context.newPage();
  await other.goto('');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('debut', 1_000);
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
});
