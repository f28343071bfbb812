// Two tabs do the same at once: nothing is lost, nothing is there twice, and each shows what the other does.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { bundleForBrowser } from '../../bench/bundle-for-browser.ts';
import { faultsOf, rowsOf } from '../../support/crashes/stored-faults.ts';
import type { StoredInPage } from '../../support/crashes/stored-in-page.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { fromLines, type StoredDatabase } from '../../support/schema/stored-database.ts';
import { expect } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { LOCALES, test } from '../support/stored-project.ts';

declare const storedInPage: StoredInPage;

test.use({ locale: LOCALES.en });

async function storedBy(page: Page): Promise<StoredDatabase> {
  return fromLines(await page.evaluate(() => storedInPage.read()));
}

test(
  'two tabs import, plan and adopt at once, and follow each other',
  { tag: '@whole' },
  async ({ page, context }) => {
    test.setTimeout(120_000);
    const entry = fileURLToPath(
      new URL('../../support/crashes/stored-in-page.ts', import.meta.url),
    );
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
    await inBoth((tab) =>
      expect(tab.getByRole('heading', { level: 1 })).toHaveText(/300 launches/),
    );
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
  },
);

test(
  'undoing in one tab asks before it undoes what the other did',
  { tag: '@whole' },
  async ({ page, context }) => {
    const other = await context.newPage();
    const undo = page.getByRole('button', { name: m.feedback_undo() });
    const row = (tab: Page, name: string) => tab.locator('main li', { hasText: name }).first();
    const enter = async (tab: Page, name: string, units: string) => {
      await row(tab, name).getByRole('button').first().click();
      await tab.getByLabel(m.ledger_form_units(), { exact: true }).fill(units);
      await tab.getByRole('button', { name: m.ledger_form_save() }).click();
      await expect(row(tab, name)).toContainText(units);
    };

    await page.goto('./plan/');
    await page.locator('main ol a[href*="product="]').first().click();
    await page.getByRole('button', { name: m.ledger_adopt() }).click();
    await undo.focus();
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await other.goto('./evidence/');
    await enter(other, name, '333');
    await undo.click();
    const now = m.ledger_version_sold({ units: '333' });
    const asked = (before: string) => page.getByText(m.ledger_undo_asked({ name, now, before }));
    await expect(asked(m.ledger_version_none())).toBeVisible();
    await page.getByRole('button', { name: m.feedback_undo_keep() }).click();
    await expect(row(other, name)).toContainText('333');

    await page.goto('./evidence/');
    await enter(page, name, '111');
    await undo.focus();
    await expect(row(other, name)).toContainText('111');
    await enter(other, name, '222');
    await undo.click();
    await expect(page.getByText(/Now: 222 sold\. After undoing: 333 sold\.$/)).toBeVisible();
    await expect(row(page, name)).toContainText('222');
    await page.getByRole('button', { name: m.feedback_undo_anyway() }).click();
    await expect(row(other, name)).toContainText('333');
  },
);

test('what two tabs change of one calendar is kept, and each shows it within a second @timed', async ({
  page,
  context,
}) => {
  const field = (tab: Page, label: string) => tab.getByLabel(label, { exact: true });
  await page.goto('./calendar/');
  const [weeks, most] = [m.season_limit_weeks(), m.season_limit_most()];
  const isSolved = page.getByRole('button', { name: m.season_adopt() });
  await expect(isSolved).toBeEnabled({ timeout: 60_000 });
  const other = await context.newPage();
  await other.goto('./calendar/');
  for (const tab of [page, other])
    await tab.locator('summary', { hasText: m.season_limits() }).click();
  const change = async (tab: Page, label: string, value: string) => {
    await field(tab, label).fill(value);
    await field(tab, label).blur();
  };
  await change(page, weeks, '22');
  await expect(field(other, weeks)).toHaveValue('22', { timeout: 1_000 });
  await change(other, most, '3');
  await expect(field(page, most)).toHaveValue('3', { timeout: 1_000 });
  await Promise.all([change(page, weeks, '24'), change(other, most, '4')]);
  for (const tab of [page, other]) {
    await expect(field(tab, weeks)).toHaveValue('24');
    await expect(field(tab, most)).toHaveValue('4');
  }
  // Each takes back its own change only.
  await page.getByRole('button', { name: m.feedback_undo() }).click();
  for (const tab of [page, other]) {
    await expect(field(tab, weeks)).toHaveValue('22');
    await expect(field(tab, most)).toHaveValue('4');
  }
});
