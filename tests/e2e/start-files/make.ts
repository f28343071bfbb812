import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { START_FILES } from '#core/launch/sample.ts';
import { expect, test } from '../support/fixtures.ts';
import { declineLanguageModel, makePlans, untilTrained } from '../support/main-flow.ts';
import { LOCALES } from '../support/stored-project.ts';

const MOST_BYTES = 1_500_000;

/** A start file must bring no setting to the devices that open it, such as the language model declined. */
async function forgetSettings(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('debut-data');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const change = opening.result.transaction('settings', 'readwrite');
          change.objectStore('settings').clear();
          change.onerror = () => reject(change.error!);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

for (const locale of ['en', 'zh'] as const) {
  test.describe(locale, () => {
    test.use({ locale: LOCALES[locale] });

    test(`the trained demo shop, ${locale}`, async ({ page }) => {
      const word = { locale };
      await page.goto('./workshop/');
      await page.getByRole('button', { name: m.workshop_start({}, word) }).click();
      await expect(page.getByRole('button', { name: m.workshop_end({}, word) })).toBeVisible();
      // Its names are read as words, so that a device without the language model opens its plans at once.
      await declineLanguageModel(page);
      const startedAt = Date.now();
      await page
        .getByRole('link', { name: m.workshop_go({ page: m.pages_model({}, word) }, word) })
        .click();
      await page.getByRole('button', { name: m.data_train({}, word) }).click();
      await untilTrained(page, locale);
      const trainedAt = Date.now();
      await makePlans(page, locale);
      console.log(`${locale}: trained in ${(trainedAt - startedAt) / 1000} s`);
      console.log(`${locale}: planned in ${(Date.now() - trainedAt) / 1000} s`);

      await page.goto('./settings/');
      await forgetSettings(page);
      // Where there is no dialog for where to save, the file is downloaded.
      await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      await page.getByRole('button', { name: m.settings_project({}, word) }).click();
      await page.getByRole('button', { name: m.project_save({}, word) }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: m.project_save_now({}, word) }).click();
      const path = fileURLToPath(
        new URL(`../../../static/samples/${START_FILES[locale]}`, import.meta.url),
      );
      await (await saving).saveAs(path);
      expect(statSync(path).size).toBeLessThanOrEqual(MOST_BYTES);
    });
  });
}
