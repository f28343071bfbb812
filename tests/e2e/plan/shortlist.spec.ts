import { Buffer } from 'node:buffer';
import Papa from 'papaparse';
import { m } from '#messages';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { shopProducts } from '../../support/shop-table.ts';
import { expect } from '../support/fixtures.ts';
import { test } from '../support/stored-project.ts';

test.use({ locale: 'en-GB' });

const ARTICLES = 40;

/** A supplier's list of the demo shop's kind, with a title above its headers. */
function supplierList(): Buffer {
  const products = shopProducts(generateShop({ seed: 5, newProducts: ARTICLES }));
  const rows = products.map(({ title, category, unitCost, listPrice }, i) => [
    ...[`N-${i + 1}`, title, category, unitCost!.toFixed(2), listPrice!.toFixed(2)],
    ...[[12, 24, 60][i % 3], [6, 12][i % 2], '15-20 days'],
  ]);
  const headers = ['Item No', 'Name', 'Category', 'Cost', 'RRP', 'MOQ', 'Pack', 'Lead time'];
  const table = [['Northwind Home, wholesale price list'], headers, ...rows];
  return Buffer.from(Papa.unparse(table));
}

test('a supplier’s list becomes a shortlist, and what is chosen becomes new products', async ({
  page,
}) => {
  test.slow();
  await page.goto('./plan/shortlist/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(m.shortlist_start());
  const list = { name: 'northwind.csv', mimeType: 'text/csv', buffer: supplierList() };
  await page.locator('input[type=file]').first().setInputFiles(list);
  await page.getByRole('button', { name: m.shortlist_rank() }).click();
  const chosen = page.getByRole('region', { name: m.shortlist_chosen() });
  await expect(chosen).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`of ${ARTICLES} articles`);
  await expect(page.getByRole('row', { name: m.shortlist_compare_best() })).toBeVisible();

  // At most three may be chosen; then one is left out for good.
  const most = page.getByRole('spinbutton', { name: m.shortlist_limit_articles() });
  await most.fill('3');
  await most.blur();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^[123] of/);
  const [first] = await chosen.getByRole('heading', { level: 4 }).allTextContents();
  await page
    .getByRole('button', { name: m.shortlist_chosen_bar_of({ title: first!.trim() }) })
    .click();
  await expect(page.getByRole('region', { name: m.shortlist_barred() })).toContainText(
    first!.trim(),
  );
  await expect(chosen.getByRole('heading', { level: 4, name: first!.trim() })).toHaveCount(0);

  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const titles = await chosen.getByRole('heading', { level: 4 }).allTextContents();
  await page.getByRole('button', { name: /^Plan th/ }).click();
  await expect(page.getByText(/added to the new products/)).toBeVisible();
  await page.goto('./plan/');
  for (const title of titles) await expect(page.getByText(title.trim()).first()).toBeVisible();

  // What the seller decided outlasts a reload.
  await page.goto('./plan/shortlist/');
  await expect(page.getByRole('region', { name: m.shortlist_barred() })).toContainText(
    first!.trim(),
  );
});
