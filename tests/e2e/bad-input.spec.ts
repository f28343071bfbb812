import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openDemoShop } from './main-flow.ts';

const HEADER = 'title,category,launch_date,price,units_4w';
const row = (i: number, units: string | number = 10 + i) =>
  `Mug ${i},${i % 2 ? 'Kitchen' : 'Garden'},2024-${String((i % 12) + 1).padStart(2, '0')}-0${(i % 9) + 1},${5 + (i % 7)},${units}`;
const csv = (count: number, header = HEADER) =>
  [header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n');

async function drop(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

const REFUSED: {
  says: string;
  name: string;
  content: () => string | Buffer | Promise<Buffer>;
  shows: RegExp;
}[] = [
  { says: 'an empty file', name: 'empty.csv', content: () => '', shows: /empty/i },
  {
    says: 'a header without rows',
    name: 'header.csv',
    content: () => `${HEADER}\n`,
    shows: /header|no rows/i,
  },
  {
    says: 'a picture',
    name: 'picture.csv',
    content: () => readFile(new URL('../../static/icon-192.png', import.meta.url)),
    shows: /not (a )?text|not a CSV/i,
  },
  {
    says: 'no launch date',
    name: 'undated.csv',
    content: () =>
      csv(40)
        .replaceAll(/2024-\d\d-\d\d/g, 'soon')
        .replace('launch_date', 'note'),
    shows: /launch date/i,
  },
  {
    says: 'no outcome',
    name: 'unsold.csv',
    content: () => csv(40).replace('units_4w', 'remark').replaceAll(/,\d+$/gm, ',none'),
    shows: /units|outcome/i,
  },
];

for (const { says, name, content, shows } of REFUSED) {
  test(`${says} is refused with what is wrong, and earlier data stays`, async ({ page }) => {
    await page.goto('/');
    await openDemoShop(page);
    await page.goto('/');
    await drop(page, name, await content());
    await expect(page.getByRole('main').getByText(shows).first()).toBeVisible();
    await page.goto('/');
    await expect(page.getByRole('link', { name: /Demo shop/ })).toHaveCount(1);
    expect(await page.getByRole('main').innerText()).not.toContain(name);
  });
}

test('seven launches are too few: what is missing is said, and nothing is stored', async ({
  page,
}) => {
  await page.goto('/');
  await drop(page, 'seven.csv', csv(7));
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText(/\b8\b/).first()).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('main').getByText('seven')).toHaveCount(0);
});

test('twenty launches are answered by shrinkage, and the page says so', async ({ page }) => {
  await page.goto('/');
  await drop(page, 'twenty.csv', csv(20));
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/20 launches/);
  await page
    .getByRole('link', { name: 'Train the model' })
    .or(page.getByRole('button', { name: 'Train the model' }))
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByText(/few|shrink|average/i)
      .first(),
  ).toBeVisible();
});

test('a column chosen for two fields is named at both, until one lets go', async ({ page }) => {
  await page.goto('/');
  await drop(page, 'launches.csv', csv(40));
  await page.getByLabel('Unit cost').selectOption('price');
  for (const field of ['List price', 'Unit cost']) {
    const select = page.getByLabel(field);
    await expect(select).toHaveAttribute('aria-invalid', 'true');
    await expect(select).toHaveAccessibleDescription(/“price” is chosen twice/);
  }
  await expect(page.getByRole('button', { name: 'Import' })).toBeDisabled();
  await page.getByLabel('Unit cost').selectOption('');
  await expect(page.getByText(/is chosen twice/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/40 launches/);
});

test('cells that are not numbers are set aside with their rows, and duplicates are named', async ({
  page,
}) => {
  const bad = [HEADER, row(0, 'NaN'), row(1, 'Infinity'), row(2, '-5'), row(3), row(3)];
  const good = Array.from({ length: 40 }, (_, i) => row(i + 4));
  await page.goto('/');
  await drop(page, 'odd.csv', [...bad, ...good].join('\n'));
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/41 launches/);
  await expect(page.getByText(/45 rows read, 41 used, 4 set aside/)).toBeVisible();
});

test('a file of 300 columns is read by those that have a meaning', async ({ page }) => {
  const extra = Array.from({ length: 295 }, (_, i) => `extra_${i}`).join(',');
  const values = ',7'.repeat(295);
  const wide = [`${HEADER},${extra}`, ...Array.from({ length: 40 }, (_, i) => row(i) + values)];
  await page.goto('/');
  await drop(page, 'wide.csv', wide.join('\n'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300 columns/);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/40 launches/);
});
