// Everything is deleted in one tab while another brings in a file: nothing of either is left.
import { fileURLToPath } from 'node:url';
import { m } from '#messages';
import { bundleForBrowser } from '../../bench/bundle-for-browser.ts';
import { rowsOf } from '../../support/crashes/stored-faults.ts';
import type { StoredInPage } from '../../support/crashes/stored-in-page.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { fromLines } from '../../support/schema/stored-database.ts';
import { expect } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { LOCALES, test } from '../support/stored-project.ts';

declare const storedInPage: StoredInPage;

test.use({ locale: LOCALES.en });

test('deleting everything ends an import in another tab and leaves nothing of it', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const entry = fileURLToPath(new URL('../../support/crashes/stored-in-page.ts', import.meta.url));
  await context.addInitScript({ content: await bundleForBrowser(entry) });
  const other = await context.newPage();
  await page.goto('./data/?import=1');
  const { launches } = generateShop({ seed: 2, launches: 5_000 });
  await chooseFile(page, { name: 'Autumn.csv', content: launchesCsv(launches) });
  const importing = page.getByRole('button', { name: 'Import', exact: true });
  await expect(importing).toBeEnabled();

  await other.goto('./settings/');
  await other.getByRole('button', { name: m.settings_delete_all() }).click();
  const dialog = other.getByRole('alertdialog');
  const agree = dialog.getByRole('button', { name: m.settings_delete_all() });
  await expect(agree).toBeVisible();
  await importing.click();
  await agree.click();
  await expect(other).not.toHaveURL(/settings/);

  const read = async () => fromLines(await page.evaluate(() => storedInPage.read()));
  const stored = await read();
  const left = ['datasets', 'sources', 'columns', 'models'].map((name) => rowsOf(stored, name));
  expect(left.flat()).toEqual([]);
});
