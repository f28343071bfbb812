// Two tabs do the same at once: nothing is lost, nothing is there twice, and each shows what the other does.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { bundleForBrowser } from '../bench/bundle-for-browser.ts';
import { faultsOf, rowsOf } from '../support/crashes/stored-faults.ts';
import type { StoredInPage } from '../support/crashes/stored-in-page.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { launchesCsv } from '../support/demo-shop/write.ts';
import { fromLines, type StoredDatabase } from '../support/schema/stored-database.ts';
import { expect } from './fixtures.ts';
import { chooseFile } from './main-flow.ts';
import { LOCALES, test } from './stored-project.ts';

declare const storedInPage: StoredInPage;

test.use({ locale: LOCALES.en });

async function storedBy(page: Page): Promise<StoredDatabase> {
  return fromLines(await page.evaluate(() => storedInPage.read()));
}

test('two tabs import, plan and adopt at once, and follow each other', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const entry = fileURLToPath(new URL('../support/crashes/stored-in-page.ts', import.meta.url));
  await context.addInitScript({ content: await bundleForBrowser(entry) });
  const tabs = [page, await context.newPage()];
  const inBoth = (work: (tab: Page, index: number) => Promise<unknown>) =>
    Promise.all(tabs.map(work));

  await inBoth((tab) => tab.goto('./plan/'));
  const again = m.pages_make_again();
  await inBoth((tab) => tab.getByRole('button', { name: again }).click());
  await inBoth((tab) =>
    expect(tab.getByRole('button', { name: again })).toBeVisible({ timeout: 60_000 }),
  );
  const planned = rowsOf(await storedBy(page), 'plans');
  expect(planned).toHaveLength(1);

  const product = page.locator('main ol a[href*="product="]').first();
  const address = await product.evaluate((link: HTMLAnchorElement) => link.href);
  await inBoth((tab) => tab.goto(address));
  const adopt = (tab: Page) => tab.getByRole('button', { name: m.ledger_adopt() });
  await inBoth((tab) => expect(adopt(tab)).toBeVisible());
  await inBoth((tab) => adopt(tab).evaluate((button: HTMLButtonElement) => button.click()));
  await inBoth((tab) => expect(tab.getByText(/^Adopted on /)).toBeVisible());
  const ledger = rowsOf(await storedBy(page), 'ledger');
  expect(ledger.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);

  await inBoth(async (tab, index) => {
    await tab.goto('./data/?import=1');
    const name = ['Autumn.csv', 'Winter.csv'][index]!;
    const { launches } = generateShop({ seed: index + 2, launches: 300 });
    await chooseFile(tab, { name, content: launchesCsv(launches) });
  });
  await inBoth((tab) => tab.getByRole('button', { name: 'Import', exact: true }).click());
  await inBoth((tab) => expect(tab.getByRole('heading', { level: 1 })).toHaveText(/300 launches/));
  const stored = await storedBy(page);
  expect(rowsOf(stored, 'datasets')).toHaveLength(3);
  // No sweep of either took away what the other was bringing in.
  expect(await faultsOf(stored, { isSwept: true })).toEqual([]);

  const [first, second] = tabs as [Page, Page];
  await second.goto('./settings/');
  await expect(second.getByText(/^3 data sets/)).toBeVisible();
  await first.goto('./');
  await chooseFile(first, {
    name: 'Spring.csv',
    content: launchesCsv(generateShop({ seed: 5, launches: 40 }).launches),
  });
  await first.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(second.getByText(/^4 data sets/)).toBeVisible();
});
