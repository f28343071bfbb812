// A seller gives an export of reviews, and reads what buyers complain of.
import type { Page } from '@playwright/test';
import { seededRandom } from '#core/base/random.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults, lengthenTexts } from '../support/layout-faults.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const LAUNCHES = 60;
const random = seededRandom(11);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

const asFile = (name: string, rows: readonly string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(`${rows.join('\n')}\n`),
});

function launches() {
  const rows = Array.from({ length: LAUNCHES }, (_, i) => {
    const day = new Date(Date.UTC(2025, 0, 6 + 5 * i)).toISOString().slice(0, 10);
    const category = i % 2 === 0 ? 'Coats' : 'Hats';
    return `SKU-${i},${category} number ${i},${category},${20 + (i % 5)},${day},Shop,${10 + (i % 17)}`;
  });
  return asFile('launches.csv', [
    'product id,title,category,list price,launch date,channel,units',
    ...rows,
  ]);
}

const WHO = ['my sister', 'my father', 'work', 'hiking', 'the school run', 'a wedding', 'winter'];
const PRAISE = ['A lovely colour', 'The wool is soft', 'Great quality', 'Warm and pretty'];
const BLAME = [
  'It runs small',
  'Too small for me',
  'The size is too tight',
  'Sleeves are too short',
];

/** Reviews by Judge.me: every third coat is too small, hats please. */
function reviews() {
  const rows = Array.from({ length: 400 }, (_, i) => {
    const product = i % LAUNCHES;
    const isBlamed = product % 2 === 0 && random() < 0.35;
    const text = `${pick(isBlamed ? BLAME : PRAISE)}. I bought it for ${pick(WHO)} in ${1600 + i}.`;
    const sent = isBlamed ? ' Sent back.' : ' Love it.';
    return `${isBlamed ? 2 : 5},${text}${sent},2025-11-${1 + (i % 28)},sku-${product},Ann Example,ann${i}@example.com`;
  });
  return asFile('judge-me.csv', [
    'rating,body,review_date,product_id,reviewer_name,reviewer_email',
    ...rows,
  ]);
}

async function give(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
  await page.goto('./');
  await untilAnswering(page); // a file chosen before is lost
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles([file]);
}

/** Returns all that the app's databases hold: texts as they are, and bytes read as UTF-8 and as UTF-16. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const readable = (_: string, value: unknown) => {
      const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
      if (!isBytes) return value;
      return ['utf-8', 'utf-16le'].map((form) => new TextDecoder(form).decode(value)).join(' ');
    };
    let text = '';
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      const stores = [...database.objectStoreNames];
      const reading = database.transaction(stores);
      for (const store of stores) {
        text += JSON.stringify(await done(reading.objectStore(store).getAll()), readable);
      }
      database.close();
    }
    return text;
  });
}

test('reviews are recognised, joined and say what buyers complain of', async ({ page }) => {
  test.setTimeout(120_000);
  await give(page, launches());
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  await page.goto('./data/');
  await untilAnswering(page);
  await page.locator('input[type="file"]').last().setInputFiles([reviews()]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(m.reviews_step_title());
  await page.getByRole('button', { name: m.data_add_to({ name: 'launches' }) }).click();
  await expect(page).toHaveURL(/view=reviews/);
  const finding = m.reviews_title({ aspect: m.reviews_aspect_size() });
  await expect(page.getByRole('heading', { name: finding })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/say smaller than expected/)).toBeVisible();
  await expect(page.getByText('400 of 400 are about launches of this data set.')).toBeVisible();
  await expect(page.getByText('Never kept: “reviewer_name” and “reviewer_email”.')).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|example\.com/);
  for (const title of ['Words of size and fit', 'Topics of your own'])
    await page.getByRole('heading', { name: title }).click();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await layoutFaults(page)).toEqual([]);
  }
  await expectNoViolations(page, 'reviews');
  const stored = await everythingStored(page);
  expect(stored).toContain('The wool is soft');
  for (const detail of ['example.com', 'Ann Example']) expect(stored).not.toContain(detail);
  await lengthenTexts(page);
  expect(await layoutFaults(page)).toEqual([]);
});
