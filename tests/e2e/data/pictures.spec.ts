// A seller gives pictures of products; the image encoder reads them, and lists show them.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { disc, drawn, type Rgb } from '../../support/drawn-picture.ts';
import { png } from '../../support/picture-bytes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });
test.setTimeout(120_000);

const LAUNCHES = 60;
const COLOURS: readonly Rgb[] = [
  [200, 30, 40],
  [30, 90, 200],
  [40, 150, 60],
  [230, 200, 40],
];

function launches() {
  const rows = Array.from({ length: LAUNCHES }, (_, i) => {
    const day = new Date(Date.UTC(2025, 0, 6 + 5 * i)).toISOString().slice(0, 10);
    return `SKU-${i},Mug number ${i},Mugs,${20 + (i % 5)},${day},Shop,${10 + (i % 17)}`;
  });
  const header = 'product id,title,category,list price,launch date,channel,units';
  const buffer = Buffer.from([header, ...rows].join('\n'));
  return { name: 'launches.csv', mimeType: 'text/csv', buffer };
}

function picture(i: number) {
  const size = { width: 640, height: 600 };
  const { data } = drawn(disc(COLOURS[i % COLOURS.length]!, [255, 255, 255], 0.2 + i / 300), size);
  const rgb = Uint8Array.from({ length: 3 * size.width * size.height }, (_, byte) => {
    return data[4 * Math.floor(byte / 3) + (byte % 3)]!;
  });
  return Buffer.from(png({ ...size, rgb }));
}

const PICTURES = Array.from({ length: 40 }, (_, i) => {
  return { name: `sku-${i}.png`, mimeType: 'image/png', buffer: picture(i) };
});
const BAD = [
  { name: 'sku-50.png', mimeType: 'image/png', buffer: picture(50).subarray(0, 2_000) },
  {
    ...{ name: 'sku-51.svg', mimeType: 'image/svg+xml' },
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  },
  { name: 'sku-52.jpg', mimeType: 'image/jpeg', buffer: picture(52) },
  { name: 'nothing like it.png', mimeType: 'image/png', buffer: picture(53) },
];

async function importLaunches(page: Page): Promise<string> {
  await page.goto('./');
  await untilAnswering(page);
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles(launches());
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  return new URL(page.url()).searchParams.get('dataset')!;
}

async function givePictures(page: Page, dataset: string) {
  await page.goto(`./data/?dataset=${dataset}&view=pictures`);
  await page.getByLabel(m.pictures_choose(), { exact: true }).setInputFiles([...PICTURES, ...BAD]);
  await expect(page.getByText(m.pictures_account())).toBeVisible({ timeout: 60_000 });
}

test('pictures are given to products, read, and shown in lists', async ({ page }) => {
  const dataset = await importLaunches(page);
  await givePictures(page, dataset);
  const main = page.getByRole('main');
  for (const said of [
    '41 pictures belong to a product.',
    m.pictures_refused_truncated({ files: '“sku-50.png”' }),
    m.pictures_refused_svg({ files: '“sku-51.svg”' }),
    m.pictures_noted_wrong_extension({ files: '“sku-52.jpg”' }),
  ])
    await expect(main.getByText(said)).toBeVisible();
  await expect(page.getByRole('heading', { name: m.pictures_leftovers() })).toBeVisible();

  // Asked before anything is downloaded; a reload in the midst of reading loses nothing.
  await page.getByRole('button', { name: m.pictures_ask_yes() }).click();
  await expect(main.getByText(/\b[1-9]\d* of 42 pictures read/)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(main.getByText('42 pictures read')).toBeVisible({ timeout: 60_000 });
  expect(await layoutFaults(page)).toEqual([]);
  await expectNoViolations(page, 'pictures');

  await page.goto(`./data/?dataset=${dataset}&view=launches`);
  await expect(page.getByRole('main').locator('img').first()).toBeVisible();
});

test(
  'where the image model is declined, marks and lists work without it',
  { tag: '@whole' },
  async ({ page }) => {
    const dataset = await importLaunches(page);
    await givePictures(page, dataset);
    await page.getByRole('button', { name: m.pictures_ask_no() }).click();
    await expect(page.getByText(m.pictures_declined())).toBeVisible();
    await expect(page.getByText(m.pictures_colour_red(), { exact: true }).first()).toBeVisible();
  },
);
