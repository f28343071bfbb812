// A seller gives a download of Google Trends, and reads when demand rises and falls.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults, lengthenTexts } from '../support/layout-faults.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const DAY_MS = 86_400_000;

const asFile = (name: string, rows: readonly string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(`${rows.join('\n')}\n`),
});

const dayAfter = (start: number, days: number) =>
  new Date(start + days * DAY_MS).toISOString().slice(0, 10);

function launches() {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const category = ['Lamps', 'Rugs', 'Vases'][i % 3]!;
    const day = dayAfter(Date.UTC(2025, 0, 6), 5 * i);
    return `SKU-${i},${category} number ${i},${category},${20 + (i % 5)},${day},Shop,${10 + (i % 17)}`;
  });
  const headers = 'product id,title,category,list price,launch date,channel,units';
  return asFile('launches.csv', [headers, ...rows]);
}

/** Four years of weeks: lamps are wanted in winter, and rugs less each year. */
function trends() {
  const rows = Array.from({ length: 208 }, (_, week) => {
    const lamps = Math.round(55 + 35 * Math.cos((2 * Math.PI * (week - 2)) / 52.18));
    return `${dayAfter(Date.UTC(2022, 0, 2), 7 * week)},${lamps},${Math.round(90 * Math.exp(-week / 150))}`;
  });
  const headers = 'Week,table lamp: (United Kingdom),wool rug: (United Kingdom)';
  return asFile('multiTimeline.csv', ['Category: All categories', '', headers, ...rows]);
}

async function giveTrends(page: Page): Promise<void> {
  await page.goto('./');
  await untilAnswering(page); // a file chosen before is lost
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles([launches()]);
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  await page.goto('./data/');
  await untilAnswering(page);
  await page.locator('input[type="file"]').last().setInputFiles([trends()]);
  await page.getByRole('button', { name: m.data_add_to({ name: 'launches' }) }).click();
  await expect(page).toHaveURL(/view=market/);
}

test('a download of Google Trends tells when demand of the categories rises and falls', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await giveTrends(page);
  await expect(page.getByRole('heading', { name: m.outlook_title_market() })).toBeVisible();
  const row = (name: string) => page.getByRole('row', { name });
  await expect(row('Lamps')).toContainText('steady');
  await expect(row('Lamps')).toContainText(/Dec|Jan/);
  await expect(row('Rugs')).toContainText('fading');
  await expect(row('Vases')).toHaveCount(0);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);

  await page.getByLabel('Vases', { exact: true }).selectOption('wool rug');
  await expect(row('Vases')).toContainText('fading');

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await layoutFaults(page)).toEqual([]);
  }
  await expectNoViolations(page, 'market');
  await lengthenTexts(page);
  expect(await layoutFaults(page)).toEqual([]);
});

test('a market data file that is removed can be had back', { tag: '@whole' }, async ({ page }) => {
  await giveTrends(page);
  await expect(page.getByText('Google Trends from multiTimeline.csv')).toBeVisible();
  await page.getByRole('button', { name: /^Remove .*multiTimeline/ }).click();
  await expect(page.getByText(m.outlook_none_title())).toBeVisible();
  await page.getByRole('button', { name: m.feedback_undo() }).click();
  await expect(page.getByRole('heading', { name: m.outlook_title_market() })).toBeVisible();
});
