import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expectNoViolations } from '../support/axe.ts';
import { copiedText } from '../support/clipboard.ts';
import { expect } from '../support/fixtures.ts';
import { test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

const decision = (page: Page) =>
  page.getByRole('region', { name: 'Decision' }).getByText(/^Launch on /);

async function openPlan(page: Page): Promise<void> {
  await page.goto('./plan/');
  await page.locator('main ol a[href*="product="]').first().click();
  await expect(decision(page)).toBeVisible();
}

async function take(page: Page, item: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

test(
  'another plan can be looked at, has an address, and everything follows it',
  { tag: '@whole' },
  async ({ page }) => {
    await openPlan(page);
    const first = await decision(page).innerText();
    const plans = page.locator('main li:has(a[href*="product="])');
    expect(await plans.count()).toBeGreaterThan(1);
    await plans.nth(1).getByRole('link').click();
    await expect(decision(page)).not.toHaveText(first);
    await expect(page).toHaveURL(/plan=1/);
    const second = await decision(page).innerText();
    await page.reload();
    await expect(decision(page)).toHaveText(second);
    await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
    await page.goBack();
    await expect(decision(page)).toHaveText(first);
  },
);

test('sliders start at the plan, change what is expected, and go back', async ({ page }) => {
  await openPlan(page);
  const whatIf = page.locator('section:has(> header h2:text-is("What if"))');
  const back = whatIf.getByRole('button', { name: 'Reset to plan' });
  await expect(back).toBeDisabled();
  const sliders = page.locator('input[type=range]');
  expect(await sliders.count()).toBe(4);
  const summary = whatIf.locator('dl').first();
  const before = await summary.innerText();
  for (const slider of await sliders.all()) {
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
  }
  await expect(summary).not.toHaveText(before);
  await expect(back).toBeEnabled();
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
  await back.click();
  expect(await summary.innerText()).toBe(before);
});

test('the words of the decision can be changed, every figure follows, and the version can be adopted', async ({
  page,
}) => {
  await openPlan(page);
  const sheet = page.getByRole('region', { name: 'Decision' });
  const sentence = decision(page);
  const proposed = await sentence.innerText();
  const facts = await sheet.locator('dl').innerText();
  const word = (part: string) =>
    sentence.getByRole('button', { name: new RegExp(`Change: ${part}$`) });

  await word('Initial stock').click();
  const editor = page.getByRole('dialog', { name: 'Initial stock' });
  await editor.getByLabel('Initial stock').fill('37');
  await expectNoViolations(page, 'an open value of the decision');
  await page.keyboard.press('Enter');
  await expect(editor).toBeHidden();
  await expect(word('Initial stock')).toBeFocused();
  await expect(sentence).toContainText('37 units');
  await expect(sheet.locator('dl')).not.toHaveText(facts);
  await expect(
    sheet.getByText(/^Your own version\. Expected profit.+: £[\d,]+ less\.$/),
  ).toBeVisible();

  const channel = await word('Channel').innerText();
  await word('Channel').click();
  const channels = page.getByRole('dialog', { name: 'Channel' }).getByLabel('Channel');
  const others = await channels.locator('option').allInnerTexts();
  await channels.selectOption(others.find((name) => name !== channel)!);
  await expect(word('Channel')).not.toHaveText(channel);
  await expect(sentence).toContainText('37 units');
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);

  const own = await sentence.innerText();
  await page.getByRole('button', { name: 'Adopt plan' }).click();
  await expect(page.getByText(/^Adopted/).first()).toBeVisible();
  await expect(sentence).toHaveText(own);
  await sheet.getByRole('button', { name: 'Reset to plan' }).click();
  await expect(sentence).toHaveText(proposed);
});

test(
  'on a phone plans come first, each figure with its name, and amounts carry the currency that the file names',
  { tag: '@whole' },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('./data/');
    await expect(page.getByText(/^Amounts are in the currency named in your file: /)).toBeVisible();
    await page.goto('./plan/');
    const first = page.locator('main ol > li').first();
    await expect(first).toHaveText(/buyers pay £\d|· £\d/);
    await expect(first.locator('dl')).toHaveText(
      /Profit\s*£[\d,]+\s*80% range.+£.+vs usual\s*£[\d,]+ more\s*Chance of a loss\s*\d+%/s,
    );
    const risk = page.getByText('Cautious', { exact: true });
    await expect(page.getByText('Aim: Profit · risk: Expected')).toBeVisible();
    await expect(risk).toBeHidden();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(risk).toBeVisible();
  },
);

test('the evidence names similar launches and adds up from a typical launch to the plan', async ({
  page,
}) => {
  await openPlan(page);
  await expect(page.getByRole('heading', { name: 'Your most similar launches' })).toBeVisible();
  await expect(page.getByText('A typical launch').first()).toBeVisible();
  const table = page.locator('table', { has: page.getByText('Similarity') });
  // At most five, of those more alike than random ones.
  await expect(table.locator('tbody tr').first()).toBeVisible();
  expect(await table.locator('tbody tr').count()).toBeLessThanOrEqual(5);
});

test('plans follow what is aimed at', { tag: '@whole' }, async ({ page }) => {
  await page.goto('./plan/');
  const ranked = page.getByRole('heading', { level: 2, name: /^Recommended launches/ });
  await expect(ranked).toHaveText(/profit/);
  await page.getByText('Sell-through', { exact: true }).click();
  await expect(ranked).toHaveText(/sell-through/);
  await page.getByText('Profit', { exact: true }).first().click();
  await expect(ranked).toHaveText(/profit/);
  await page.getByText('Cautious', { exact: true }).click();
  await expect(page.getByText(/Gives up at most 0\.7%/)).toBeVisible();
  await page.getByText('Stock, lead time and number of launches').click();
  const most = page.getByLabel('Maximum number of launches');
  await most.fill('3');
  await most.blur();
  await expect(page.getByRole('heading', { name: 'Not recommended, or not now' })).toBeVisible();
  await expect(page.getByText(/You can make 3 launches/)).toBeVisible();
  const pack = page.getByLabel('Units per pack');
  await pack.fill('0');
  await pack.blur();
  await expect(page.getByText('Enter a whole number from 1 to 100,000.')).toBeVisible();
  await pack.fill('12');
  await pack.blur();
  const stock = page.locator('main ol p', { hasText: 'initial order' }).first();
  await expect
    .poll(
      async () =>
        Number(
          /initial order: ([\d,]+) units/.exec(await stock.innerText())![1]!.replace(',', ''),
        ) % 12,
    )
    .toBe(0);
  await page.reload();
  await page.getByText('Stock, lead time and number of launches').click();
  await expect(page.getByLabel('Units per pack')).toHaveValue('12');
});

test(
  'plans can be taken away, and read by others',
  { tag: '@whole' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPlan(page);
    const csv = await take(page, 'All plans as CSV');
    await expect(page.getByText(/contains your prices and plans/).first()).toBeVisible();
    const { data, errors } = Papa.parse<Record<string, string>>(
      await readFile(await csv.path(), 'utf8'),
      { header: true, skipEmptyLines: true },
    );
    expect(errors).toEqual([]);
    expect(data).toHaveLength(30);
    const calendar = await take(page, 'Calendar file of all launches (.ics)');
    const parsed = ICAL.parse(await readFile(await calendar.path(), 'utf8')) as unknown[];
    const events = new ICAL.Component(parsed as never).getAllSubcomponents('vevent');
    const launched = data.filter(({ verdict }) => verdict === 'launch');
    expect(events).toHaveLength(launched.length);
    const days = events.map((event) => String(event.getFirstPropertyValue('dtstart')));
    expect(days.sort()).toEqual(launched.map(({ launch_date }) => launch_date).sort());

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy this plan as text' }).click();
    await expect(page.getByText(/^Copied\./).first()).toBeAttached();
    const text = await copiedText(page);
    expect(text).toContain('Chance of a loss');
    expect(text).not.toMatch(/NaN|undefined/);
  },
);

test('a plan prints on one page, and other pages print as they are', async ({ page }) => {
  await openPlan(page);
  await untilQuiet(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.plan-brief')).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: /All 30 plans/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 plans/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

const ODD_ROWS = [
  'title,category,list_price,unit_cost,first_stock',
  'Plain mug,Kitchen,,,',
  'Of a new kind,Never Seen Before,12,5,',
  'Costs more than it brings,Kitchen & Dining,5,50,',
  'None in stock,Kitchen & Dining,12,5,0',
  'Some in stock,Kitchen & Dining,12,5,40',
  ',Kitchen & Dining,12,5,',
  'Dear beyond all,Kitchen & Dining,99999,5,',
];

test(
  'dozens of new products with odd ones among them are planned, and the odd ones explained',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(150_000);
    await page.goto('./plan/');
    const many = Array.from(
      { length: 60 },
      (_, i) => `Mug ${i},Kitchen & Dining,${5 + (i % 20)},3,`,
    );
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a CSV' }).click();
    const buffer = Buffer.from([...ODD_ROWS, ...many].join('\n'));
    await (await chooser).setFiles({ name: 'new.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByText(/66 products added/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/title/i).first()).toBeVisible();
    await page.getByRole('button', { name: 'Make plans again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/96 plans/, {
      timeout: 100_000,
    });
    await expect(page.getByText(/unit cost exceeds what is left after fees/).first()).toBeVisible();
    const said: Readonly<Record<string, RegExp>> = {
      'Plain mug': /has no list price/,
      'Of a new kind': /never launched in “Never Seen Before”, so the ranges are as wide/,
      'Costs more than it brings': /unit cost exceeds what is left/,
      'None in stock': /not in stock yet/,
      'Some in stock': /with .*the 40 units in stock/,
      'Dear beyond all': /Price is far from anything/,
    };
    for (const [title, words] of Object.entries(said)) {
      await page.getByRole('link', { name: title, exact: true }).first().click();
      await expect(page.getByRole('region', { name: 'Decision' })).toHaveText(words);
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
      await page.goBack();
    }
  },
);
