// Workbooks and archives of the size that shops have, through every way into the built app.
import type { Page } from '@playwright/test';
import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { zipSync } from 'fflate';
import { m } from '#messages';
import { seededRandom } from '#core/base/random.ts';
import { openDuckdb, parquetFile } from '../../support/duckdb.ts';
import { sheetsFile, workbookFile } from '../../support/workbook.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { untilAnswering } from '../support/quiet.ts';
import { test as testOfProject } from '../support/stored-project.ts';

const MEGABYTE = 1_000_000;
const HEADER = ['title', 'category', 'launch_date', 'price', 'units_4w', 'notes'];

/** Letters that no packer makes much fewer. */
function noise(random: () => number, length: number): string {
  let letters = '';
  while (letters.length < length) letters += random().toString(36).slice(2, 12);
  return letters;
}

function launches(count: number, noteLength: number): (string | number)[][] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, i) => [
    ...[`Mug ${i}`, i % 2 ? 'Kitchen' : 'Garden'],
    new Date(Date.UTC(2016, 0, 1 + (i % 2900))).toISOString().slice(0, 10),
    ...[5 + (i % 17), 10 + (i % 90), noise(random, noteLength)],
  ]);
}

async function workbookOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  return Buffer.from(await workbookFile(rows).arrayBuffer());
}

const launchesBook = (count: number, noteLength: number) =>
  workbookOf([HEADER, ...launches(count, noteLength)]);

const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });

async function expectImported(page: Page, rows: string): Promise<void> {
  await expect(page.getByLabel('Units', { exact: true })).toHaveValue('units_4w');
  await importButton(page).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(new RegExp(`^${rows} launches`), { timeout: 60_000 });
}

test('a workbook of 5 MB is imported', { tag: '@whole' }, async ({ page }) => {
  const content = await launchesBook(24_000, 300);
  expect(content.length).toBeGreaterThan(5 * MEGABYTE);
  await page.goto('./');
  await chooseFile(page, { name: 'launches.xlsx', content });
  await expectImported(page, '24,000');
});

test('a Parquet file of a warehouse is imported', async ({ page }) => {
  const database = await openDuckdb();
  const rows = `SELECT 'Mug ' || i AS title, DATE '2020-01-01' + CAST(i AS INTEGER) AS launch_date,
    CAST(5 + i % 17 AS DECIMAL(8, 2)) AS price, 10 + i % 90 AS units_4w FROM range(2000) t(i)`;
  const file = await parquetFile(database, rows, { options: 'COMPRESSION zstd' });
  await page.goto('./');
  await chooseFile(page, { name: file.name, content: Buffer.from(await file.arrayBuffer()) });
  await expectImported(page, '2,000');
});

test('Arrow files are imported, alone and with a workbook in a zip', async ({ page }) => {
  const all = launches(300, 10);
  const column = (name: string) => all.map((row) => row[HEADER.indexOf(name)]!);
  const bytes = tableToIPC(
    tableFromArrays({
      title: column('title'),
      launch_date: column('launch_date'),
      price: column('price'),
      units_4w: column('units_4w'),
    }),
    { format: 'file' },
  )!;
  await page.goto('./');
  await chooseFile(page, { name: 'launches.arrow', content: Buffer.from(bytes) });
  await expectImported(page, '300');
  const book = await launchesBook(70, 10);
  const content = Buffer.from(
    zipSync({ 'launches.xlsx': book, 'notes.txt': Buffer.from('hello') }),
  );
  await page.goto('./');
  await chooseFile(page, { name: 'launches.zip', content });
  await expectImported(page, '70');
});

test('a page with a table, which a shop calls .xls, is imported', async ({ page }) => {
  const lines = [HEADER, ...launches(80, 10)].map((row) =>
    row.map((cell) => `<td>${cell}</td>`).join(''),
  );
  const content = Buffer.from(`<table><tr>${lines.join('</tr><tr>')}</tr></table>`);
  await page.goto('./');
  await chooseFile(page, { name: 'launches.xls', content });
  await expectImported(page, '80');
});

test('the sheet that is chosen is imported, and the other is named', async ({ page }) => {
  const sheets = [
    { name: 'Spring', rows: [HEADER, ...launches(60, 10)] },
    { name: 'Autumn', rows: [HEADER, ...launches(70, 10)] },
  ];
  const content = Buffer.from(await sheetsFile(sheets).arrayBuffer());
  await page.goto('./');
  await chooseFile(page, { name: 'launches.xlsx', content });
  await expect(page.getByText('Not read: Autumn')).toBeVisible();
  await page.getByLabel('Sheet', { exact: true }).selectOption('Autumn');
  await expect(page.getByText('Not read: Spring')).toBeVisible();
  await expectImported(page, '70');
  await expect(page.getByText('1 other table in the file was not read')).toBeVisible();
});

test(
  'a zip of 20 MB is imported, and let go when that is asked for',
  { tag: '@whole' },
  async ({ page }) => {
    const lines = launches(40_000, 800).map((row) => row.join(','));
    const csv = Buffer.from([HEADER.join(','), ...lines].join('\n'));
    const content = Buffer.from(zipSync({ 'launches.csv': csv }));
    expect(content.length).toBeGreaterThan(20 * MEGABYTE);
    await page.goto('./');
    await chooseFile(page, { name: 'launches.zip', content });
    await importButton(page).click();
    await page.getByRole('button', { name: m.feedback_cancel() }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No data yet');
    await page.getByRole('link', { name: m.pages_choose_start() }).click();
    await chooseFile(page, { name: 'launches.zip', content });
    await importButton(page).click();
    // Over four hundred a month: the seller has to say that they are launches.
    await page.getByRole('button', { name: m.data_are_launches() }).click({ timeout: 60_000 });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40,000 launches/, {
      timeout: 60_000,
    });
  },
);

test(
  'a large workbook that is dropped anywhere is imported',
  { tag: '@whole' },
  async ({ page }) => {
    const content = await launchesBook(2_000, 300);
    await page.goto('./help/');
    await untilAnswering(page);
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'launches.xlsx'));
      const event = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('drop', event));
    }, content.toString('base64'));
    await expectImported(page, '2,000');
  },
);

testOfProject(
  'large workbooks bring new products, stock and results',
  { tag: '@whole' },
  async ({ page }) => {
    const remarks = noise(seededRandom(2), 30_000);
    const bookOf = (header: readonly string[], row: (i: number) => readonly (string | number)[]) =>
      workbookOf([
        [...header, 'notes'],
        ...Array.from({ length: 40 }, (_, i) => [...row(i), remarks]),
      ]);
    const give = async (button: string, name: string, buffer: Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: button }).click();
      await (await chooser).setFiles({ name, mimeType: '', buffer });
    };

    await page.goto('./plan/');
    const products = await bookOf(['title', 'category', 'price'], (i) => [
      `Mug ${i}`,
      'Kitchen',
      9,
    ]);
    await give('Choose a CSV', 'new.xlsx', products);
    await expect(page.getByText(/40 products added/)).toBeVisible();

    await page.locator('main ol a[href*="product="]').first().click();
    await page.getByRole('button', { name: m.ledger_adopt() }).click();
    await expect(page.getByText(/^Adopted on /)).toBeVisible();
    const planned = await page.getByRole('heading', { level: 1 }).innerText();

    await page.goto('./evidence/');
    await page.clock.setFixedTime(Date.now() + 500 * 86_400_000);
    await page.reload();
    const results = await bookOf(['title', 'units sold'], (i) => [
      i === 0 ? planned : `No ${i}`,
      5,
    ]);
    await give(m.ledger_choose_file(), 'results.xlsx', results);
    await expect(
      page.getByText('Read 40 rows from results.xlsx. 1 result was entered.'),
    ).toBeVisible();

    await page.goto('./calendar/');
    const stock = await bookOf(['title', 'category', 'stock'], (i) => [`Mug ${i}`, 'Kitchen', 7]);
    await give(m.stock_choose_file(), 'stock.xlsx', stock);
    await expect(page.getByText(/stock\.xlsx/)).toBeVisible();
  },
);
