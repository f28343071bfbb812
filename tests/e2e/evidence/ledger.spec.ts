// A seller adopts plans, and later tells what came of them: by hand, and with a table that is not all right.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const DAY_MS = 86_400_000;
/** Plans look a year ahead; by then the horizon of each is over. */
const LATER_DAYS = 500;

const adoptButton = (page: Page) => page.getByRole('button', { name: m.ledger_adopt() });

async function adoptNext(page: Page, place: number): Promise<string> {
  await page.goto('./plan/');
  await page.locator('main ol a[href*="product="]').nth(place).click();
  await adoptButton(page).click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}

const results = (page: Page) =>
  page.locator(`section:has(> header h2:text-is("${m.ledger_title()}"))`);

test('adopted plans are held to what they promised', async ({ page }) => {
  await page.goto('./evidence/');
  await expect(page.getByText(m.ledger_none())).toBeVisible();

  const first = await adoptNext(page, 0);
  await page.getByRole('button', { name: m.ledger_withdraw(), exact: true }).click();
  await expect(adoptButton(page)).toBeVisible();
  await page.getByRole('button', { name: m.feedback_undo() }).click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();
  const second = await adoptNext(page, 1);

  await page.goto('./evidence/');
  const row = (name: string) => results(page).locator('li', { hasText: name }).first();
  await expect(row(first)).toContainText(/from /);

  await page.clock.setFixedTime(Date.now() + LATER_DAYS * DAY_MS);
  await page.reload();
  await expect(page.getByText('2 results are due.')).toBeVisible();
  await row(first).getByRole('button').click();
  const units = page.getByLabel(m.ledger_form_units(), { exact: true });
  await expect(units).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(m.ledger_form_units_missing())).toBeVisible();
  await expectNoViolations(page, 'ledger');
  await units.fill('1000000');
  await page.keyboard.press('Enter');
  await expect(row(first)).toContainText(m.ledger_above_range());

  const csv = `title,units sold\n${second},-4\nA stranger,7\n${second},0\n${second},1\n`;
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: m.ledger_choose_file() }).click();
  const buffer = Buffer.from(csv);
  await (await chooser).setFiles({ name: 'results.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('Read 4 rows from results.csv. 1 result was entered.')).toBeVisible();
  await expect(
    page.getByText('row 2: −4 units').or(page.getByText('row 2: -4 units')),
  ).toBeVisible();
  await expect(page.getByText(/^A stranger\./)).toBeVisible();
  await expect(row(second)).toContainText(m.ledger_below_range());

  await row(second).getByRole('button').click();
  await page.getByRole('button', { name: m.ledger_take_this() }).click();
  await expect(row(second)).toContainText('1');
  await expect(page.getByText(m.ledger_kept_title())).toBeVisible();
  await untilQuiet(page);
  await expectNoViolations(page, 'ledger');
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await untilQuiet(page);
    expect(await layoutFaults(page)).toEqual([]);
  }
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);

  await page.goto('./model/');
  await expect(page.getByText(/has not seen 2 results of your plans/)).toBeVisible();
});
