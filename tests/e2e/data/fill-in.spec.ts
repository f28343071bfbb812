// What exports of orders do not tell, sellers know: they fill it in, and it counts as if their file had said it.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults, lengthenTexts } from '../support/layout-faults.ts';
import { chooseFile } from '../support/main-flow.ts';
import { smallTargets } from '../support/touch-targets.ts';

test.use({ locale: 'en-GB' });

/** Sixty launches, the last ones largest; a tenth has its cost, every third was sold under its list price. */
const launches = Array.from({ length: 60 }, (_, i) => {
  const day = new Date(Date.UTC(2024, 0, 3 + 5 * i)).toISOString().slice(0, 10);
  const [price, cost] = [10 + (i % 7), i % 10 === 0 ? 4 : ''];
  const paid = i % 3 === 0 ? price * 0.8 : price;
  return [`Mug ${i}`, 'Mugs', day, price, paid.toFixed(2), cost, 20 + i].join(',');
});
const HEADER = 'title,category,launch_date,list_price,sale_price,unit_cost,units';
const csv = [HEADER, ...launches.toReversed()].join('\n');

async function openSheet(page: Page): Promise<void> {
  await page.goto('./');
  await chooseFile(page, { name: 'shop.csv', content: csv });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('tab', { name: m.data_view_fill() }).click();
  await expect(cell(page, 'Channel', 'Mug 59')).toBeVisible();
}

const cell = (page: Page, column: string, product: string) =>
  page
    .getByRole('textbox', { name: m.fill_cell({ column, product }), exact: true })
    .or(page.getByRole('combobox', { name: m.fill_cell({ column, product }), exact: true }));

/** As a spreadsheet's copied cells arrive. */
async function paste(page: Page, column: string, product: string, text: string): Promise<void> {
  await cell(page, column, product).evaluate((input, block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    const event = { clipboardData, bubbles: true, cancelable: true };
    input.dispatchEvent(new ClipboardEvent('paste', event));
  }, text);
}

const apply = (page: Page, count: number) =>
  page.getByRole('button', { name: m.fill_apply({ count, text: String(count) }) });

test('cells are pasted, filled in, seen among the launches, and undone', async ({ page }) => {
  await openSheet(page);
  const channels = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'Fair' : 'Web'}\tGift`);
  await paste(page, 'Channel', 'Mug 59', `${channels.join('\r\n')}\r\n`);
  await expect(page.getByText(m.fill_pasted({ count: 80, text: '80' }))).toBeVisible();
  await expect(cell(page, 'Channel', 'Mug 58')).toHaveValue('Fair');
  await expect(cell(page, 'Promotion', 'Mug 58')).toHaveValue('Gift');

  // Nothing typed is lost on the way round.
  await page.getByRole('tab', { name: 'Columns' }).click();
  await page
    .getByRole('link', { name: /^Model/ })
    .first()
    .click();
  await page.getByRole('link', { name: /^Data/ }).first().click();
  await page.getByRole('tab', { name: m.data_view_fill() }).click();
  await apply(page, 80).click();
  await expect(apply(page, 80)).toBeHidden();
  await expect(cell(page, 'Channel', 'Mug 58')).toHaveValue('Fair');

  const row = page.getByRole('row').filter({ hasText: 'Mug 59' });
  await page.getByRole('tab', { name: 'Launches' }).click();
  await expect(row.getByText('Web', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByText('Web', { exact: true })).toBeHidden();
  await page.getByRole('tab', { name: m.data_view_fill() }).click();
  await expect(apply(page, 80)).toBeVisible();
  await page.getByRole('button', { name: m.fill_discard(), exact: true }).click();
  await expect(cell(page, 'Channel', 'Mug 58')).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(page, 'Channel', 'Mug 58')).toHaveValue('Fair');
});

test(
  'typing goes down a column, suggestions are taken only when asked, and numbers have to be numbers',
  { tag: '@whole' },
  async ({ page }) => {
    await openSheet(page);
    await cell(page, 'Ad spend', 'Mug 59').fill('many');
    await page.keyboard.press('Enter');
    await expect(cell(page, 'Ad spend', 'Mug 58')).toBeFocused();
    await page.keyboard.type('25');
    await page.keyboard.press('ArrowUp');
    await apply(page, 2).click();
    await expect(cell(page, 'Ad spend', 'Mug 59')).toBeFocused();
    await expect(cell(page, 'Ad spend', 'Mug 59')).toHaveAccessibleDescription(
      m.fill_number_wrong({ example: '12.50' }),
    );
    await cell(page, 'Ad spend', 'Mug 59').fill('30');

    // 20 of 60 were sold a fifth under their list price, and 54 costs follow from 6.
    const take = (count: number, column: string) =>
      page.getByRole('button', { name: m.fill_take({ count, text: String(count), column }) });
    await take(20, 'Promotion').click();
    await expect(cell(page, 'Promotion', 'Mug 57')).toHaveValue('Price cut 20%');
    await expect(take(54, 'Unit cost')).toBeVisible();
    await apply(page, 22).click();
    await expect(apply(page, 22)).toBeHidden();
    await page.reload();
    await expect(cell(page, 'Ad spend', 'Mug 59')).toHaveValue('30');
    await page.getByRole('button', { name: m.fill_worth_measure() }).click();
    await expect(page.getByRole('row', { name: /^Ad spend/ })).toContainText(
      m.fill_worth_too_few(),
    );
    await expectNoViolations(page, 'fill in');
  },
);

for (const width of [390, 1440]) {
  test(`the sheet fits ${width} px, with longer words too`, { tag: '@whole' }, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openSheet(page);
    await cell(page, 'Channel', 'Mug 59').fill('Web');
    await expectNoViolations(page, `fill in at ${width} px`);
    expect(await smallTargets(page, 24)).toEqual([]);
    await lengthenTexts(page);
    expect(await layoutFaults(page)).toEqual([]);
  });
}
