import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';

const HEADER = 'title,category,launch_date,price,orders_4w,units_4w,revenue_4w';
const SLIPPED = 17;

/** Forty launches, of which one has its units a hundred times, one its category in capitals, and one stands twice. */
const launches = Array.from({ length: 40 }, (_, i) => {
  const [price, orders] = [5 + (i % 7), 12 + ((i * 7) % 30)];
  const units = orders + (i % 3);
  const category = i === 5 ? 'GARDEN' : i % 2 ? 'Garden' : 'Kitchen';
  const date = `2024-${String((i % 12) + 1).padStart(2, '0')}-1${i % 9}`;
  const counted = i === SLIPPED ? 100 * units : units;
  return [`Mug ${i}`, category, date, price, orders, counted, units * price].join(',');
});
const csv = [HEADER, ...launches, launches[3]].join('\n');

async function importShop(page: Page, content = csv): Promise<void> {
  await page.goto('/');
  await chooseFile(page, { name: 'shop.csv', content });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('tab', { name: 'Data checks' }).click();
}

test('what was found in a file is shown, can be switched, and undone', async ({ page }) => {
  const counts = (title: string) => page.getByRole('heading', { name: title, exact: true });
  await importShop(page);
  await expect(counts('41 rows read, 40 used')).toBeVisible();
  await expect(counts('“units_4w”: 1 value is off by a factor of 100 or 1,000')).toBeVisible();
  await expect(counts('“category”: 1 row spells a value differently')).toBeVisible();
  await expect(page.getByText('Excludes 1 row')).toBeVisible();

  const repeats = page.getByRole('checkbox', { name: 'Exclude these rows' }).first();
  await expect(repeats).toHaveAccessibleDescription('1 row repeats another row');
  await repeats.uncheck();
  await expect(counts('All 41 rows are used')).toBeVisible();
  await expect(repeats).not.toBeChecked();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(counts('41 rows read, 40 used')).toBeVisible();
  await expect(repeats).toBeChecked();

  await page.getByRole('checkbox', { name: 'Correct them' }).uncheck();
  await expect(page.getByText('Such values were read as they are.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Correct them' })).not.toBeChecked();
});

test('amounts in another currency are read at the rate that the seller gives', async ({ page }) => {
  const priced = launches.map((launch, i) => {
    const cells = launch.split(',');
    return cells.with(3, `${i % 8 === 3 ? '€' : '$'}${cells[3]}`).join(',');
  });
  await importShop(page, [HEADER, ...priced].join('\n'));
  const missing = page.getByRole('heading', { name: '“price”: 5 amounts are in another currency' });
  const converted = page.getByRole('heading', { name: '“price”: 5 amounts were converted' });
  const rate = page.getByLabel('Value of 1 EUR in $');
  const apply = page.getByRole('button', { name: 'Apply rates' });
  await expect(missing).toBeVisible();
  await rate.fill('0');
  await apply.click();
  await expect(rate).toHaveAccessibleDescription(/above zero/);
  await rate.fill('2');
  await apply.click();
  await expect(converted).toBeVisible();
  await expect(missing).toBeHidden();
  await expect(apply).toBeFocused();
  await page.getByRole('tab', { name: 'Launches' }).click();
  // The fourth launch: € 8.
  const row = page.getByRole('row').filter({ hasText: 'Mug 3' }).first();
  await expect(row.getByText('$16.00', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Data checks' }).click();
  await expect(rate).toHaveValue('2');
  await rate.fill('');
  await apply.click();
  await expect(missing).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(converted).toBeVisible();
  await expect(rate).toHaveValue('2');
});

test(
  'a model that has learnt other rows says so, until the switch is undone',
  { tag: '@whole' },
  async ({ page }) => {
    await importShop(page);
    await startQuickTraining(page);
    await untilTrained(page);
    await page.getByRole('link', { name: /^Data/ }).first().click();
    await page.getByRole('tab', { name: 'Data checks' }).click();
    const outdated = page.getByText('The model has not seen your latest data.');
    await expect(outdated).toBeHidden();

    await page.getByRole('checkbox', { name: 'Exclude these rows' }).first().uncheck();
    await expect(outdated).toBeVisible();
    await expect(
      page.getByText('It was trained on 40 launches; the data now has 41 launches.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(outdated).toBeHidden();
  },
);
