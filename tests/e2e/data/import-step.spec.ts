import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';

const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });
const section = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const firstRows = (page: Page) => page.getByRole('region', { name: 'The first rows of the file' });

/** No date tells the day from the month. */
function rows(titles: readonly string[]): string[] {
  return titles.map((title, i) => {
    const date = i % 2 ? '05/04/2024' : '03/02/2024';
    return `"${title}",${i % 2 ? 'Kitchen' : 'Garden'},${date},${5 + (i % 7)},${10 + i}`;
  });
}
const HEADER = 'title,category,launch_date,price,units_4w';
const titles = (count: number) => Array.from({ length: count }, (_, i) => `Mug ${i}`);

test('the letters of a file can be read in another way, and back', async ({ page }) => {
  const launches = titles(20).map(
    (title, i) => `${title} für Tee;Küche;2024-0${1 + (i % 9)}-15;${5 + (i % 7)},50;${10 + i}`,
  );
  const lines = [
    ...['Umsätze der Markteinführungen', 'erstellt am 1. Juni 2024'],
    ...['Titel;Kategorie;Datum;Preis;Stückzahl', ...launches],
  ];
  await page.goto('/');
  // Every letter here is the same in windows-1252 and in Latin-1.
  await chooseFile(page, { name: 'tee.csv', content: Buffer.from(lines.join('\r\n'), 'latin1') });
  const [title, header] = [firstRows(page).getByRole('cell').first(), page.getByLabel('Header')];
  await expect(title).toHaveText('Mug 0 für Tee');
  await expect(header.locator('option:checked')).toHaveText('Detected: row 3');
  await expect(page.getByLabel('Units', { exact: true })).toHaveValue('Stückzahl');

  const letters = page.getByLabel('Text encoding');
  await expect(letters.locator('option:checked')).toHaveText(/^Detected: Western/);
  await letters.selectOption('utf-8');
  await expect(title).toHaveText('Mug 0 f\uFFFDr Tee');
  await letters.selectOption('');
  await expect(title).toHaveText('Mug 0 für Tee');
  await expect(importButton(page)).toBeEnabled();
});

test('personal data stays out of what is stored, and a date means what the seller says', async ({
  page,
}) => {
  await page.goto('/');
  const content = [
    `${HEADER},customer_email`,
    ...rows(titles(40)).map((cells, i) => `${cells},buyer${i}@example.com`),
  ].join('\n');
  await chooseFile(page, { name: 'orders.csv', content });
  const personal = section(page, 'Personal data is left out');
  await expect(personal.getByRole('heading', { name: 'customer_email' })).toBeVisible();
  await expect(personal).toContainText('E-mail addresses');

  const question = page.getByRole('group', { name: 'Which day is 03/02/2024?' });
  await question.getByRole('radio', { name: '2 March 2024' }).check();
  await importButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);

  const stored = await everyStoredText(page);
  // What is looked for would be found: the column's name is in the report, the titles in what was kept.
  for (const kept of ['customer_email', 'Mug 39']) expect(stored.includes(kept)).toBe(true);
  expect(stored.includes('@example.com')).toBe(false);

  const days = await columnOfLaunches(page, 'Launch date');
  expect(new Set(days)).toEqual(new Set(['2 March 2024', '4 May 2024']));
});

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<b>bold</b>',
  "=cmd|' /C calc'!A0",
  '{@html bold}',
];

test('markup and formulas in a file are text wherever they are shown', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const marked = '<b>launch_date</b>';
  await page.goto('/');
  const content = [
    HEADER.replace('launch_date', marked),
    ...rows([...HOSTILE, ...titles(35)]),
    // Its date is shown with the finding.
    'Mug,Garden,<img src=x onerror=alert(2)>,5,10',
  ].join('\n');
  await chooseFile(page, { name: '<i>shop</i>.csv', content });
  for (const text of HOSTILE.slice(0, 3))
    await expect(firstRows(page).getByRole('cell', { name: text, exact: true })).toBeVisible();
  await expectNoElements(page);

  await page.getByLabel('Launch date').selectOption(marked);
  await importButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
  await page.getByRole('tab', { name: 'Data checks' }).click();
  await expect(page.getByText('such as “<img src=x onerror=alert(2)>”')).toBeVisible();
  await expect(page.getByText(`“${marked}”`).first()).toBeVisible();
  await expectNoElements(page);

  expect(await columnOfLaunches(page, 'Title')).toEqual(expect.arrayContaining(HOSTILE));
  await expectNoElements(page);
  expect(dialogs).toEqual([]);
});

/** None that the cells above would become. */
async function expectNoElements(page: Page): Promise<void> {
  const made = 'img, script, b:text("bold"), b:text("launch_date"), i:text("shop")';
  await expect(page.getByRole('main').locator(made)).toHaveCount(0);
}

/** What the launches show in a column, as far as they are drawn. */
async function columnOfLaunches(page: Page, name: string): Promise<string[]> {
  await page.getByRole('tab', { name: 'Launches' }).click();
  const grid = page.getByRole('grid', { name: 'Launches' });
  const header = grid.getByRole('columnheader', { name });
  const column = await header.getAttribute('aria-colindex');
  const cells = grid.locator(`[role="row"] > .td[aria-colindex="${column}"]`);
  await expect(cells.first()).toBeVisible();
  return cells.allInnerTexts();
}

/** Everything in every database of the site: texts as they are, and bytes as the texts that they could be. */
function everyStoredText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const found: string[] = [];
    async function walk(value: unknown): Promise<void> {
      if (typeof value === 'string') found.push(value);
      else if (value instanceof Blob) await walk(await value.arrayBuffer());
      else if (value instanceof ArrayBuffer) await walk(new Uint8Array(value));
      else if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.byteLength);
        bytes.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
        found.push(new TextDecoder().decode(bytes));
        for (const start of [0, 1])
          found.push(new TextDecoder('utf-16le').decode(bytes.subarray(start)));
      } else if (value !== null && typeof value === 'object')
        for (const [key, part] of value instanceof Map ? value : Object.entries(value)) {
          found.push(String(key));
          await walk(part);
        }
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        await walk(await settled(records.getAll()));
      }
      database.close();
    }
    return found.join('\n');
  });
}
