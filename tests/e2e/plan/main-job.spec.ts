import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test } from '../support/fixtures.ts';
import {
  declineLanguageModel,
  openDemoShop,
  startQuickTraining,
  startTraining,
  untilTrained,
} from '../support/main-flow.ts';

/** What a seller with two cores and no graphics chip may be asked to wait. */
const SECONDS_TO_PLANS = 90;
/** On two cores and nothing else at work a training takes under a minute. */
const SECONDS_OF_TRAINING = 75;

/** "1 min 10 s" → 70. */
function secondsIn(duration: string): number {
  const [, minutes = '0', seconds = '0'] = /^(?:(\d+) min ?)?(?:(\d+) s)?$/.exec(duration) ?? [];
  return 60 * Number(minutes) + Number(seconds);
}

/** The sentence that says what to do; a printed brief, which is not seen, says it too. */
function decision(page: Page): Locator {
  return page.getByRole('region', { name: 'Decision' }).getByText(/^Launch on /);
}

function secondsSince(startedMs: number): number {
  return (Date.now() - startedMs) / 1000;
}

test(
  'a newcomer gets from the demo shop to a plan, and finds it again after a reload',
  {
    tag: '@timed',
  },
  async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/');
    const clicked = Date.now();
    await openDemoShop(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2,000 launches/);
    await expect(page.getByText('synthetic')).toBeVisible();

    const asked = Date.now();
    await startTraining(page);
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    await expect(page.getByText(/Runs on WebAssembly.*found no graphics chip/)).toBeVisible();
    await expect(page.getByText('unseen launches').first()).toBeVisible({ timeout: 30_000 });
    await untilTrained(page);
    const waited = secondsSince(asked);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Average error on unseen launches: \d+%/,
    );
    const took = await page.locator('dt', { hasText: 'Training time' }).locator('+ dd').innerText();
    expect(secondsIn(took), `“${took}” is a duration`).toBeGreaterThan(0);

    await page.getByRole('link', { name: 'Plan new products' }).click();
    await page.getByRole('button', { name: 'Make plans' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 plans/);
    const toPlans = secondsSince(clicked);
    test.info().annotations.push({
      type: 'measured',
      description: `training ${took} by the page, ${waited.toFixed(1)} s on the clock; plans after ${toPlans.toFixed(1)} s`,
    });
    expect(secondsIn(took), 'training, as the page tells it').toBeLessThanOrEqual(
      SECONDS_OF_TRAINING,
    );
    // The page rounds to five seconds; the clock also counts loading the engine and storing the model.
    expect(waited, 'training, on the clock').toBeLessThanOrEqual(SECONDS_OF_TRAINING);
    expect(toPlans, 'from the sample to its plans').toBeLessThanOrEqual(SECONDS_TO_PLANS);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'All plans as CSV' }).click();
    const file = await (await download).path();
    const rows = Papa.parse<Record<string, string>>(await readFile(file, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(30);
    for (const row of rows) {
      expect(row.launch_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.channel).not.toBe('');
      expect(Number(row.units_low)).toBeLessThanOrEqual(Number(row.units_expected));
      expect(Number(row.units_expected)).toBeLessThanOrEqual(Number(row.units_high));
      expect(Number(row.stock)).toBeGreaterThanOrEqual(1);
    }

    await page.getByRole('link', { name: rows[0]!.title! }).first().click();
    await expect(decision(page)).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Your usual approach', exact: true }),
    ).toBeVisible();
    const address = page.url();
    await page.reload();
    expect(page.url()).toBe(address);
    await expect(decision(page)).toBeVisible();
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity/);

    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Calendar/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/: \d+ launches/);
    // Half a year at a time; its launch may stand in the other half.
    const chip = page.getByRole('button', { name: `${rows[0]!.title!}, week ` });
    const later = page.getByRole('button', { name: 'Later weeks' });
    await expect(chip.or(later).first()).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
    if ((await chip.count()) === 0) await later.click();
    await expect(chip).toBeVisible();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Evidence/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^80% ranges covered \d+% of launches$/,
    );
    await expect(page.getByText('The category median').first()).toBeVisible();
  },
);

test('everything can be deleted from the device, and nothing is deleted without being asked', async ({
  page,
}) => {
  await page.goto('/');
  await openDemoShop(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Settings/ })
    .click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('cannot be recovered');
  await dialog.getByRole('button', { name: 'Keep everything' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 data set')).toBeVisible();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('link', { name: /Continue/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try the demo shop' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Continue/ })).toHaveCount(0);
});

test('the chosen theme holds, and is there before the first drawing', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () =>
      sessionStorage.setItem('first-theme', document.documentElement.dataset.theme ?? ''),
    );
  });
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('first-theme'))).toBe('dark');
  await page.getByText('Same as device').click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('a training run can be left, followed from another page, and paused', async ({ page }) => {
  await page.goto('/');
  await openDemoShop(page);
  await declineLanguageModel(page);
  await startTraining(page);
  await expect(page.getByText(/Backtesting on earlier launches|Epoch \d+ of/)).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('navigation').getByRole('link', { name: /Data/ }).click();
  await expect(page.getByRole('navigation').getByText(/Training, \d+%/)).toBeVisible();
  await page
    .getByRole('region', { name: 'In progress' })
    .getByRole('link', { name: /Training on Demo shop/ })
    .click();
  await expect(page).toHaveURL(/\/model\//);
  await expect(page.getByRole('region', { name: 'In progress' })).toHaveCount(0);
  const asked = Date.now();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Train the model' })).toBeVisible();
  expect(Date.now() - asked).toBeLessThan(3000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/no model yet/);
});

test(
  'the real giftware launches give a week and a stock, and say what they cannot tell',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Try real giftware launches' }).click();
    await expect(page).toHaveURL(/\/data\//);
    await expect(page.getByText(/Chen, D\. \(2019\)/).first()).toBeVisible();
    await startQuickTraining(page);
    await untilTrained(page);

    await page.getByRole('link', { name: 'Plan new products' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^10 new products/);
    await page.getByLabel('Title').fill('CHRISTMAS TREE DECORATION');
    await page.getByLabel('List price').fill('2.50');
    await page.getByRole('button', { name: 'Add this product' }).click();
    await page.getByRole('button', { name: 'Make plans' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^11 plans/, {
      timeout: 60_000,
    });
    await expect(
      page
        .getByText(/channel/i)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await page
      .getByRole('link', { name: /CHRISTMAS TREE/ })
      .first()
      .click();
    const sentence = await decision(page).innerText();
    expect(sentence).toMatch(/initial order of [\d,]+ units?/);
    expect(sentence).not.toMatch(/null|undefined|NaN/);
  },
);
