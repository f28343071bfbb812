// Where the browser deletes stored data after a while, the data page says once how to keep it.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, openDemoShop } from '../support/main-flow.ts';
import { untilQuiet } from '../support/quiet.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

const notice = (page: Page) => page.getByText(m.data_evicts_title());

async function importLaunches(page: Page): Promise<void> {
  const rows = Array.from(
    { length: 20 },
    (_, i) => `Mug ${i},Kitchen,2024-0${1 + (i % 9)}-15,${5 + (i % 7)},${10 + i}`,
  );
  await page.goto('./');
  await chooseFile(page, {
    content: ['title,category,launch_date,price,units_4w', ...rows].join('\n'),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^20 launches/);
  await untilQuiet(page);
}

test.describe('on an iPhone', () => {
  test.use({ userAgent: IPHONE });

  test.beforeEach(({ context }) =>
    context.addInitScript(() => {
      // An empty page has no storage.
      if (!('storage' in navigator)) return;
      for (const name of ['persist', 'persisted'])
        Object.assign(StorageManager.prototype, { [name]: () => Promise.resolve(false) });
    }),
  );

  test('the first import tells how to keep the data, until it is closed', async ({ page }) => {
    await importLaunches(page);
    await expect(notice(page)).toBeVisible();
    await expect(page.getByText(m.data_evicts_home_screen())).toBeVisible();
    await page.reload();
    await expect(notice(page)).toBeVisible();
    await page.getByRole('button', { name: m.feedback_close() }).click();
    await expect(notice(page)).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^20 launches/);
    await untilQuiet(page);
    await expect(notice(page)).toBeHidden();
  });

  test(
    'a demo shop, which can be opened again, tells nothing of it',
    { tag: '@whole' },
    async ({ page }) => {
      await page.goto('./');
      await openDemoShop(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2,000 launches/);
      await untilQuiet(page);
      await expect(notice(page)).toBeHidden();
    },
  );
});

test('elsewhere, nothing is said', { tag: '@whole' }, async ({ page }) => {
  await importLaunches(page);
  await expect(notice(page)).toBeHidden();
});
