// Sellers drop what their platform gave them, and get launches.
import type { Page } from '@playwright/test';
import { isoDate } from '#core/base/dates.ts';
import { m } from '#messages';
import { shopifyShop } from '../../support/shopify-shop/shopify-shop.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults, lengthenTexts } from '../support/layout-faults.ts';
import { startQuickTraining, untilTrained } from '../support/main-flow.ts';
import { smallTargets } from '../support/touch-targets.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const shop = shopifyShop({ seed: 7, orders: 3_000 });
const ORDERS = asFile('orders_export.csv', shop.ordersCsv);
const PRODUCTS = asFile('products_export.csv', shop.productsCsv);

function asFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function drop(page: Page, files: ReturnType<typeof asFile>[]): Promise<void> {
  await page.goto('./');
  await untilAnswering(page); // a file chosen before is lost
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles(files);
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const importButton = (page: Page) =>
  page.getByRole('button', { name: m.forms_import(), exact: true });

test('from a Shopify shop’s orders and products to a plan', async ({ page }) => {
  test.setTimeout(120_000);
  await drop(page, [ORDERS, PRODUCTS]);
  await expect(headline(page)).toHaveText(
    m.exports_found({ launches: `${shop.truth.launches.length} launches` }),
  );
  await expect(page.getByText('Shopify: orders')).toBeVisible();
  await expect(page.getByText('Shopify: products')).toBeVisible();
  const horizon = page.getByLabel(m.exports_horizon(), { exact: true });
  await horizon.fill('42');
  await horizon.blur();
  await expect(page.getByText(m.exports_product_too_recent({ days: '42' }))).toBeVisible();
  await importButton(page).click();
  await expect(page).toHaveURL(/dataset=/);
  await startQuickTraining(page);
  await untilTrained(page);
  await page.getByRole('link', { name: m.pages_plan_new() }).click();
  await page.getByLabel(m.forms_field_title(), { exact: true }).fill('Linen Wrap Dress');
  await page.getByRole('button', { name: m.forms_add_this_product() }).click();
  await page.getByRole('button', { name: m.pages_make_plans() }).click();
  await expect(page.getByText(/in the first 42 days/)).toBeVisible();
  await page.locator('main ol a[href*="product="]').first().click();
  await expect(
    page.getByRole('region', { name: 'Decision' }).getByText(/^Launch on /),
  ).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
});

test('what counts as a launch is answered at once, and can be taken back', async ({ page }) => {
  await drop(page, [ORDERS]);
  await expect(headline(page)).toHaveText(/found in your exports/);
  const before = await headline(page).innerText();
  const quiet = page.getByLabel(m.exports_burn_in(), { exact: true });
  await quiet.fill('240');
  await quiet.blur();
  await expect(headline(page)).not.toHaveText(before);
  await quiet.fill('120');
  await quiet.blur();
  await expect(headline(page)).toHaveText(before);
  await page.getByText(m.exports_level_variant(), { exact: true }).click();
  await expect(headline(page)).not.toHaveText(before);
});

/** A campaign for each third launch that starts with it, one for no product, and visits of weeks that the file does not say. */
function reportsOf({ launches }: typeof shop.truth) {
  const advertised = launches.filter((_, i) => i % 3 === 0);
  const campaigns = advertised.map(
    ({ title, launchDay }, i) =>
      `Launch | ${title},${isoDate(launchDay)},${isoDate(launchDay + 9)},${100 + i}`,
  );
  const [first, last] = [launches[0]!.launchDay - 20, launches.at(-1)!.launchDay + 60];
  const brand = `Everything,${isoDate(first)},${isoDate(last)},10`;
  const ads = ['Campaign name,Reporting starts,Reporting ends,Amount spent (GBP)', brand];
  const visits = launches.map(({ title }, i) => `P${i},C${i},"${title}",${500 + i},7`);
  return {
    advertised,
    ads: asFile('meta-ads.csv', [...ads, ...campaigns].join('\n')),
    visits: asFile(
      'visits.csv',
      ['(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Units Ordered', ...visits].join('\n'),
    ),
    visitDays: { from: first + 120, until: first + 165 },
  };
}

test(
  'reports of ads and visits are joined to launches as the seller confirms',
  { tag: '@whole' },
  async ({ page }) => {
    const { advertised, ads, visits, visitDays } = reportsOf(shop.truth);
    await drop(page, [ORDERS, PRODUCTS, ads]);
    const told = (count: number) =>
      page.getByText(m.exports_reports_told_ads({ launches: `${count} launches` }));
    // One title is within another's: only the seller knows which is meant.
    await expect(told(advertised.length - 1)).toBeVisible();
    await expect(page.getByText(/^No launch was found for “Everything”/)).toBeVisible();
    const confirm = page.getByRole('group', { name: m.exports_reports_confirm() });
    await confirm.getByRole('button', { name: /^Show all/ }).click();
    await confirm.getByRole('checkbox', { checked: false }).check();
    await expect(told(advertised.length)).toBeVisible();
    await confirm.getByRole('checkbox').first().uncheck();
    await expect(told(advertised.length - 1)).toBeVisible();

    await page.getByLabel(m.exports_add(), { exact: true }).setInputFiles([visits]);
    const asked = page.getByRole('group', { name: /visits.csv/ });
    await asked.getByLabel(m.exports_reports_first_day()).fill(isoDate(visitDays.from));
    await asked.getByLabel(m.exports_reports_last_day()).fill(isoDate(visitDays.until));
    const visited = shop.truth.launches.filter(({ launchDay }) => {
      const days =
        Math.min(visitDays.until, launchDay + 27) - Math.max(visitDays.from, launchDay) + 1;
      return days >= 0.9 * 28;
    });
    expect(visited.length).toBeGreaterThan(3);
    await expect(
      page.getByText(m.exports_reports_told_traffic({ launches: `${visited.length} launches` })),
    ).toBeVisible();
    await expect(told(advertised.length - 1)).toBeVisible();
    await expectNoViolations(page, 'reports joined');
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await smallTargets(page, 24)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);

    await importButton(page).click();
    await expect(page).toHaveURL(/dataset=/);
    await page.getByRole('tab', { name: m.data_view_columns() }).click();
    for (const header of ['ad_spend', 'impressions'])
      await expect(page.getByText(header, { exact: true })).toBeVisible();
  },
);

test(
  'the step is fit for everyone, in both looks, on a phone and with texts two fifths longer',
  { tag: '@whole' },
  async ({ page }) => {
    await drop(page, [asFile('products_export.csv', shop.productsCsv), ORDERS]);
    await expect(headline(page)).toHaveText(/found in your exports/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoViolations(page, colorScheme);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await smallTargets(page, 44)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    await lengthenTexts(page);
    expect(await layoutFaults(page)).toEqual([]);
  },
);

test('a file that lacks a column says which, and how to export it', async ({ page }) => {
  const lacking = shop.ordersCsv.replace('Lineitem quantity', 'Something else');
  await drop(page, [asFile('orders_export.csv', lacking)]);
  await expect(
    page.getByText(
      m.exports_problem_missing_columns({
        file: 'orders_export.csv',
        columns: '“Lineitem quantity”',
      }),
    ),
  ).toBeVisible();
  await expect(page.getByText(m.exports_how_shopify_orders())).toBeVisible();
  await expect(importButton(page)).toBeDisabled();
});

test('orders and products of two shops are noticed', { tag: '@whole' }, async ({ page }) => {
  const other = shopifyShop({ seed: 8, orders: 100 });
  await drop(page, [ORDERS, asFile('products_export.csv', other.productsCsv)]);
  await expect(page.getByText(m.exports_problem_other_shop())).toBeVisible();
});

test(
  'products alone ask for the orders, which can be added',
  { tag: '@whole' },
  async ({ page }) => {
    await drop(page, [PRODUCTS]);
    await expect(page.getByText(m.exports_problem_no_sales())).toBeVisible();
    await expect(importButton(page)).toBeDisabled();
    await page.getByLabel(m.exports_add(), { exact: true }).setInputFiles([ORDERS]);
    await expect(importButton(page)).toBeEnabled();
  },
);

test(
  'a table of launches that looks like orders can be read as one',
  { tag: '@whole' },
  async ({ page }) => {
    await drop(page, [ORDERS]);
    await page.getByRole('button', { name: m.exports_as_table() }).click();
    await expect(page.getByRole('heading', { name: m.forms_columns_meaning() })).toBeVisible();
    await expect(headline(page)).toBeFocused();
  },
);

test(
  'a month of orders says why it shows no launch, and what to export instead',
  { tag: '@whole' },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const [header, ...lines] = shop.ordersCsv.split('\n');
    await drop(page, [asFile('orders_export.csv', [header, ...lines.slice(0, 90)].join('\n'))]);
    const reason = page.getByText(/^\d+ days of orders are too few to find launches/);
    await expect(reason).toBeVisible();
    await expect(
      page.getByText(/at least 120 days before the first launch.*28 days/),
    ).toBeVisible();
    await expect(page.getByText(/In Shopify: Orders › Export/)).toBeVisible();
    await expect(importButton(page)).toBeDisabled();
    await expectNoViolations(page, 'a month of orders');
    expect(await layoutFaults(page)).toEqual([]);
  },
);

test('rows that can hardly be launches are asked about before anything is stored', async ({
  page,
}) => {
  const rows = Array.from({ length: 900 }, (_, i) => `Tea ${i},2024-01-0${1 + (i % 9)},${i % 7}`);
  await drop(page, [asFile('dense.csv', ['Title,Launch date,Units', ...rows].join('\n'))]);
  await importButton(page).click();
  await expect(page.getByText('900 launches, 900 a month: is each row a launch?')).toBeVisible();
  await expectNoViolations(page, 'many launches');
  await page.getByRole('button', { name: m.data_back_to_columns() }).click();
  await importButton(page).click();
  await page.getByRole('button', { name: m.data_are_launches() }).click();
  await expect(page).toHaveURL(/dataset=/);
  await expect(headline(page)).toHaveText(/900 launches/);
});

test(
  'sales without orders are made launches of, and lines without products say what is missing',
  { tag: '@whole' },
  async ({ page }) => {
    const day = (i: number) => isoDate(19_000 + Math.floor(i / 4));
    const sold = Array.from({ length: 2_000 }, (_, i) => {
      const product = Math.max(0, Math.floor((i * 37) / 2_000) - (i % 3));
      return `${day(i)},"Tea ${product}, ${['S', 'M', 'L'][Math.floor(i / 4) % 3]}",${1 + (i % 2)}`;
    });
    await drop(page, [asFile('sales.csv', ['Date,Product,Qty', ...sold].join('\n'))]);
    await expect(headline(page)).toHaveText(/^\d\d launches found in your exports$/);
    await page
      .getByText(/sizes, colours or other variants; each product counts as one launch/)
      .click();
    await expect(page.getByText(/^[SML] · [SML] · [SML]$/).first()).toBeVisible();
    await page.goto('./');
    const lines = Array.from({ length: 60 }, (_, i) => `${1000 + i},${day(i)},Kitchen,2,${i}`);
    await drop(page, [
      asFile('orders.csv', ['Order ID,Date,Category,Qty,Amount', ...lines].join('\n')),
    ]);
    await expect(page.getByText('“Category”', { exact: false }).first()).toBeVisible();
    await expect(importButton(page)).toBeDisabled();
  },
);
