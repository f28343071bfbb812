import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, openDemoShop, startTraining, untilTrained } from '../support/main-flow.ts';
import { untilQuiet } from '../support/quiet.ts';

const HEADER = 'title,category,launch_date,price,units_4w';
const row = (i: number, units: string | number = 10 + i) =>
  `Mug ${i},${i % 2 ? 'Kitchen' : 'Garden'},2024-${String((i % 12) + 1).padStart(2, '0')}-0${(i % 9) + 1},${5 + (i % 7)},${units}`;
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => row(from + i));
const csv = (count: number, header = HEADER) => [header, ...rows(count)].join('\n');

/** The message under exactly this title. */
function finding(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { name: title, exact: true });
  return page.getByRole('listitem').filter({ has: heading });
}

function importButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Import', exact: true });
}

/** Every key in every store of the app's database. */
function storedKeys(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await settled(indexedDB.open('debut-data'));
    const names = [...database.objectStoreNames];
    const stores = database.transaction(names);
    const keys = await Promise.all(names.map((n) => settled(stores.objectStore(n).getAllKeys())));
    database.close();
    return Object.fromEntries(names.map((name, i) => [name, keys[i]]));
  });
}

interface Kept {
  readonly address: string;
  readonly text: string;
  readonly keys: unknown;
}

/** The demo shop, as its page shows it and as it is stored. */
async function keepDemoShop(page: Page): Promise<Kept> {
  await page.goto('/');
  await openDemoShop(page);
  const text = await demoShopText(page);
  const kept = { address: page.url(), text, keys: await storedKeys(page) };
  await page.goto('/');
  return kept;
}

async function expectKept(page: Page, { address, text, keys }: Kept): Promise<void> {
  expect(await storedKeys(page)).toEqual(keys);
  await page.goto(address);
  expect(await demoShopText(page)).toBe(text);
}

async function demoShopText(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2,000 launches/);
  const drawn = page.locator('figure').filter({ has: page.locator('svg text') });
  await expect(drawn).toHaveCount(2);
  // The last to be fetched.
  await expect(page.getByRole('heading', { name: 'Where you sell' })).toBeVisible();
  await untilQuiet(page);
  const text = await page.getByRole('main').innerText();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .join('\n');
}

const UNREAD: {
  says: string;
  name: string;
  content: () => string | Buffer | Promise<Buffer>;
  title: string;
}[] = [
  { says: 'an empty file', name: 'empty.csv', content: () => '', title: 'The file is empty' },
  {
    says: 'a header without rows',
    name: 'header.csv',
    content: () => `${HEADER}\n`,
    title: 'The file has a header but no rows',
  },
  {
    says: 'a picture',
    name: 'picture.csv',
    content: () => readFile(new URL('../../../static/icon-192.png', import.meta.url)),
    title: 'This is not a text file',
  },
];

for (const [i, { says, name, content, title }] of UNREAD.entries()) {
  test(
    `${says} is refused with what is wrong, and earlier data stays`,
    { tag: i > 0 ? '@whole' : [] },
    async ({ page }) => {
      const kept = await keepDemoShop(page);
      await chooseFile(page, { name, content: await content() });
      const alert = page.getByRole('alert');
      await expect(alert.getByRole('heading', { name: title, exact: true })).toBeVisible();
      await expect(alert).toContainText('Your stored data has not changed.');
      await expect(importButton(page)).toHaveCount(0);
      await expectKept(page, kept);
    },
  );
}

interface Unmatched {
  readonly says: string;
  readonly name: string;
  readonly content: string;
  /** What the file is taken for, where it is not taken for launches. */
  readonly taken: string | null;
  readonly title: string;
  readonly field: string;
}
const UNMATCHED: readonly Unmatched[] = [
  {
    says: 'no launch date',
    name: 'undated.csv',
    content: csv(40)
      .replaceAll(/2024-\d\d-\d\d/g, 'soon')
      .replace('launch_date', 'note'),
    taken: null,
    title: 'No launch date column was found',
    field: 'Launch date',
  },
  {
    says: 'no outcome',
    name: 'unsold.csv',
    content: csv(40).replace('units_4w', 'remark').replaceAll(/,\d+$/gm, ',none'),
    taken: 'This looks like a list of products',
    title: 'No result column was found',
    field: 'Units',
  },
];

for (const { says, name, content, taken, title, field } of UNMATCHED) {
  test(
    `${says}: named, nothing can be imported, and earlier data stays`,
    { tag: '@whole' },
    async ({ page }) => {
      const kept = await keepDemoShop(page);
      await chooseFile(page, { name, content });
      if (taken !== null) {
        await expect(page.getByRole('heading', { level: 1, name: taken })).toBeVisible();
        await page.getByRole('button', { name: 'These are launches' }).click();
      }
      await expect(page.getByRole('heading', { name: 'Resolve before importing' })).toBeVisible();
      await expect(finding(page, title)).toBeVisible();
      await expect(page.getByLabel(field)).toHaveValue('');
      await expect(importButton(page)).toBeDisabled();
      await expectKept(page, kept);
    },
  );
}

test(
  'a column of dates chosen by hand that holds none is refused at the import',
  { tag: '@whole' },
  async ({ page }) => {
    const kept = await keepDemoShop(page);
    await chooseFile(page, { name: 'undated.csv', content: UNMATCHED[0]!.content });
    await page.getByLabel('Launch date').selectOption('note');
    await expect(finding(page, 'No launch date column was found')).toHaveCount(0);
    await importButton(page).click();
    await expectTooFew(page, 'found 0 in 40 rows');
    await expectKept(page, kept);
  },
);

test(
  'seven launches are too few: what is missing is said, and earlier data stays',
  { tag: '@whole' },
  async ({ page }) => {
    const kept = await keepDemoShop(page);
    await chooseFile(page, { name: 'seven.csv', content: csv(7) });
    await importButton(page).click();
    await expectTooFew(page, 'found 7 in 7 rows');
    await expectKept(page, kept);
  },
);

async function expectTooFew(page: Page, found: string): Promise<void> {
  const title = 'Too few launches to learn from';
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(alert).toContainText(
    `Debut needs at least 8 launches with a launch date and a result, and ${found}.`,
  );
  await expect(importButton(page)).toHaveCount(0);
}

test('twenty launches are answered by shrinkage, and the page says so', async ({ page }) => {
  await page.goto('/');
  await chooseFile(page, { name: 'twenty.csv', content: csv(20) });
  await importButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^20 launches/);
  await expect(finding(page, 'Only 20 usable launches')).toContainText('wide ranges');
  await startTraining(page);
  await untilTrained(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Learnt from 20 launches, too few for a test on unseen ones',
  );
  await page.locator('summary', { hasText: 'How it forecasts' }).click();
  await expect(
    page.getByText(
      'There are too few launches for a neural network. Debut uses ridge regression alone, which stays close to averages.',
    ),
  ).toBeVisible();
});

test(
  'a column chosen for two fields is named at both, until one lets go',
  { tag: '@whole' },
  async ({ page }) => {
    const kept = await keepDemoShop(page);
    await chooseFile(page, { name: 'launches.csv', content: csv(40) });
    await page.getByLabel('Unit cost').selectOption('price');
    await expect(finding(page, '“price” is chosen twice')).toBeVisible();
    for (const field of ['List price', 'Unit cost']) {
      const select = page.getByLabel(field);
      await expect(select).toHaveAttribute('aria-invalid', 'true');
      await expect(select).toHaveAccessibleDescription(/“price” is chosen twice/);
    }
    await expect(importButton(page)).toBeDisabled();
    expect(await storedKeys(page)).toEqual(kept.keys);
    await page.getByLabel('Unit cost').selectOption('');
    await expect(page.getByText(/is chosen twice/)).toHaveCount(0);
    await importButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
    await page.goto(kept.address);
    expect(await demoShopText(page)).toBe(kept.text);
  },
);

test(
  'a header that stands twice is named, and its columns are told apart',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('/');
    const twice = [`${HEADER},price`, ...rows(40).map((cells) => `${cells},3`)].join('\n');
    await chooseFile(page, { name: 'twice.csv', content: twice });
    await expect(finding(page, '“price” appears twice in the header')).toContainText('“(2)”');
    await expect(page.getByLabel('List price')).toHaveValue('price');
    await expect(importButton(page)).toBeEnabled();
  },
);

test(
  'launches whose units are no usable number are set aside, and the rows are named',
  { tag: '@whole' },
  async ({ page }) => {
    const bad = ['NaN', 'Infinity', '-inf', '1e999', '-5', 'lots'].map((units, i) => row(i, units));
    await page.goto('/');
    await chooseFile(page, {
      name: 'odd.csv',
      content: [HEADER, ...bad, ...rows(40, 6)].join('\n'),
    });
    await importButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
    await expect(page.getByText('46 rows read, 40 used, 6 excluded')).toBeVisible();
    const units = '“units_4w”';
    await expect(finding(page, `${units}: 4 values are not usable numbers`)).toContainText(
      'Rows 2, 3, 4 and 5, such as “NaN”.',
    );
    await expect(finding(page, `${units}: 1 value is negative`)).toContainText(
      'Row 6, such as “-5”.',
    );
    await expect(finding(page, `${units}: 1 value is not a number`)).toContainText(
      'Row 7, such as “lots”.',
    );
    await expect(finding(page, '6 rows have no result')).toContainText(
      'Rows 2, 3, 4, 5, 6 and 1 more.',
    );
    expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|null/);
  },
);

test(
  'a row that repeats another is named and counted once',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('/');
    await chooseFile(page, {
      name: 'repeats.csv',
      content: [HEADER, ...rows(40), row(7)].join('\n'),
    });
    await importButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
    await expect(page.getByText('41 rows read, 40 used, 1 excluded')).toBeVisible();
    await expect(finding(page, '1 row repeats another row')).toContainText(
      'Row 42. Each launch counts once',
    );
  },
);

test(
  'launches that share an ID are kept, and their rows are named',
  { tag: '@whole' },
  async ({ page }) => {
    const withId = (cells: string, i: number) =>
      `${i === 3 || i === 9 ? 'M-1' : `M-${i + 100}`},${cells}`;
    await page.goto('/');
    await chooseFile(page, {
      name: 'ids.csv',
      content: [`product_id,${HEADER}`, ...rows(40).map(withId)].join('\n'),
    });
    await importButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
    await expect(page.getByText('40 rows read, 40 used, 0 excluded')).toBeVisible();
    await expect(
      finding(page, '2 rows have a product ID that also appears elsewhere'),
    ).toContainText('Rows 5 and 11, such as “M-1”. Such rows are kept separate.');
  },
);

test('a file of 300 columns is read by those that have a meaning', async ({ page }) => {
  const extra = Array.from({ length: 295 }, (_, i) => `extra_${i}`).join(',');
  const values = ',7'.repeat(295);
  const wide = [`${HEADER},${extra}`, ...rows(40).map((cells) => cells + values)];
  await page.goto('/');
  await chooseFile(page, { name: 'wide.csv', content: wide.join('\n') });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('300 columns found, 5 matched');
  await importButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^40 launches/);
  await expect(finding(page, '295 columns are not used')).toContainText('extra_0, extra_1');
});
