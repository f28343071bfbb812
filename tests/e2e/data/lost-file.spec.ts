// A data set whose file is gone from the database, as a deletion during an import once left it: it is told, saved and restored as it is.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { otherDevice } from '../support/other-device.ts';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: LOCALES.en });

async function loseFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const stored = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('expected a stored database'));
    });
    const change = stored.transaction('sources', 'readwrite');
    change.objectStore('sources').clear();
    await new Promise((resolve) => (change.oncomplete = resolve));
    stored.close();
  });
}

async function expectToldLost(page: Page): Promise<void> {
  await page.goto('./data/');
  await expect(page.getByText(m.data_file_lost_title())).toBeVisible();
  await untilQuiet(page);
  expect(await layoutFaults(page)).toEqual([]);
}

test(
  'a data set without its file says so, and is saved and opened elsewhere with all else',
  { tag: '@whole' },
  async ({ page, browser, site }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.goto('./data/');
    await expect(page.getByRole('heading', { level: 1, name: /400 launches/ })).toBeVisible();
    await expect(page.getByText(m.data_file_lost_title())).toBeHidden();
    await loseFiles(page);
    await expectToldLost(page);

    await page.goto('./settings/');
    await page.getByRole('button', { name: m.settings_project() }).click();
    await page.getByRole('button', { name: m.project_save() }).click();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: m.project_save_now() }).click();
    const buffer = await readFile(await (await started).path());
    const [leftOut] = m.project_left_out_file({ name: '|' }).split('|');
    await expect(page.getByText(leftOut!)).toBeVisible();

    const context = await otherDevice(browser, site.url);
    try {
      const other = await context.newPage();
      await other.goto('./settings/');
      await other.getByRole('button', { name: m.settings_project() }).click();
      const [chooser] = await Promise.all([
        other.waitForEvent('filechooser'),
        other.getByRole('button', { name: m.project_open() }).click(),
      ]);
      await chooser.setFiles({ name: 'a.debut', mimeType: 'application/octet-stream', buffer });
      await expect(other.getByText(/400 launches, 1 model, \d+ plans/)).toBeVisible();
      await expectToldLost(other);
    } finally {
      await context.close();
    }
  },
);
