// Orders of a shop are read, and pages say what they tell.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { shopifyShop } from '../../support/shopify-shop/shopify-shop.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const shop = shopifyShop({ seed: 7, orders: 6_000 });
const FILES = [
  { name: 'orders_export.csv', mimeType: 'text/csv', buffer: Buffer.from(shop.ordersCsv) },
  { name: 'products_export.csv', mimeType: 'text/csv', buffer: Buffer.from(shop.productsCsv) },
];

async function importShop(page: Page): Promise<string> {
  await page.goto('./');
  await untilAnswering(page);
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles(FILES);
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  return new URL(page.url()).searchParams.get('dataset')!;
}

test('the orders of a shop tell what goes together and who comes back', async ({ page }) => {
  test.setTimeout(120_000);
  const dataset = await importShop(page);
  await page.goto(`./data/?dataset=${dataset}&view=orders`);
  await expect(page.getByText(/order lines in [\d,]+ orders/)).toBeVisible();
  await expect(page.getByText(/buyers were told apart/)).toBeVisible();
  await page.getByRole('link', { name: m.together_page() }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(m.together_page());
  await expect(page.getByRole('heading', { name: m.together_pairs_title() })).toBeVisible();
  expect(await layoutFaults(page)).toEqual([]);
  await expectNoViolations(page, 'what goes together');
  await page.goto(`./plan/buyers/?dataset=${dataset}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
  expect(await layoutFaults(page)).toEqual([]);
  await expectNoViolations(page, 'buyers');
});

test(
  'a split test is set up, its list written and its results read',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(120_000);
    const dataset = await importShop(page);
    await page.goto(`./plan/buyers/?dataset=${dataset}`);
    await page.getByText(m.split_open()).click();
    await page.getByRole('button', { name: m.split_begin() }).click();
    const chosen = page.waitForEvent('filechooser');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: m.split_save_list() }).click();
    await (await chosen).setFiles(FILES);
    const stream = await (await saved).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    const rows = text.trim().split('\r\n');
    expect(rows[0]).toMatch(/Email,group$/);
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.slice(1).every((row) => /@example\.com,(send|hold out)$/.test(row))).toBe(true);
  },
);

test('what orders told is removed, and put back', { tag: '@whole' }, async ({ page }) => {
  const dataset = await importShop(page);
  await page.goto(`./data/?dataset=${dataset}&view=orders`);
  const file = FILES.map(({ name }) => name).join(', ');
  await page.getByRole('button', { name: m.data_remove_file({ file }) }).click();
  await expect(page.getByRole('heading', { name: m.orders_title_none() })).toBeVisible();
  await page.getByRole('button', { name: m.feedback_undo() }).click();
  await expect(page.getByText(/order lines in [\d,]+ orders/)).toBeVisible();
});
