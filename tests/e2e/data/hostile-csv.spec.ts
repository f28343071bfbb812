// A file from anybody: what stands in it is shown as text, turns nothing around, runs nowhere and is harmless in what Debut writes.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { copiedText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';

test.use({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });

const HEADER = 'title,<b>category</b>,launch_date,price,units_4w,<img src=x onerror=ran()>';

/** Texts that would run, if anything took them for more than texts. */
const ACTIVE = [
  '<script>ran()</script>',
  '<img src=x onerror=ran()>',
  '<svg/onload=ran()><animate onbegin=ran() attributeName=x>',
  '"\'><iframe srcdoc="<script>parent.ran()</script>">',
  'javascript:ran()',
  '{@html ran()} {{ran()}} ${ran()}',
  '</title><style>body{display:none}</style>',
];
const FORMULAS = [
  '=HYPERLINK("http://elsewhere.example";"Mug")',
  '+cmd|calc!A1',
  '-2+3',
  '@SUM(1)',
  'Mug;=cmd|calc!A1',
];
const TURNING = '\u202Egnp.\u2066\u2067Mug';
const FROM_RIGHT_TO_LEFT = 'שלום (5)';
const LONG = 'W'.repeat(450);
const TITLES = [...ACTIVE, ...FORMULAS, TURNING, FROM_RIGHT_TO_LEFT, LONG, 'Zero\u200Bwidth\uFEFF'];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const CATEGORIES = [ACTIVE[1]!, FORMULAS[1]!, `${TURNING} kitchen`, LONG];
const rowOf = (title: string, i: number) =>
  [
    quoted(title),
    quoted(CATEGORIES[i % CATEGORIES.length]!),
    `2024-${String((i % 12) + 1).padStart(2, '0')}-0${(i % 9) + 1}`,
    5 + (i % 7),
    i === 3 ? quoted(`${TURNING} many`) : 10 + i,
    quoted(i % 2 ? ACTIVE[0]! : FORMULAS[0]!),
  ].join(',');

/** Ten megabytes in one cell; a NUL further in than the beginning that tells what a file is; a quote that is never closed. */
const TAIL = [
  rowOf('x'.repeat(10_000_000), 40),
  rowOf('a\0b\x07', 41),
  '\n'.repeat(100_000),
  rowOf('Last', 42),
  '"never closed,Garden,2024-03-03,5,9,x',
];
const FILE = [
  `\uFEFF${HEADER}`,
  ...Array.from({ length: 40 }, (_, i) =>
    rowOf(TITLES[i % TITLES.length]! + (i < TITLES.length ? '' : ` ${i}`), i),
  ),
  ...TAIL,
].join('\n');

/** Nothing of what a page shows is markup of the file's, turns what follows, or lies outside the window. */
async function expectInert(page: Page, where: string): Promise<void> {
  const state = await page.evaluate(() => {
    const text = document.body.innerText;
    return {
      elements: document.querySelectorAll(
        'main script, main iframe, main animate, main img, main b b',
      ).length,
      turns: /[\u202A-\u202E]/.test(text + document.title),
      controls: /(?!\s)\p{Cc}/u.test(text),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ran: 'hasRun' in window,
    };
  });
  expect(state, where).toEqual({
    elements: 0,
    turns: false,
    controls: false,
    sideways: 0,
    ran: false,
  });
}

/** No cell begins a formula, for a spreadsheet that splits at commas, semicolons or tabs. */
function expectNoFormula(table: string): void {
  for (const line of table.replace(/^\uFEFF/, '').split(/[\r\n;\t]+/))
    expect(line).not.toMatch(/^"?\s*[=+\-@]/);
}

async function downloaded(page: Page, item: string): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: m.take_away() }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await started).path(), 'utf8');
}

test(
  'a hostile file is imported, shown, learnt from and written without harm',
  { tag: '@whole' },
  async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) });
    });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('./');
    await chooseFile(page, { name: '\u202Evsc.<b>launches</b>.csv', content: FILE });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 columns found, 5 matched');
    await expectInert(page, 'choice of columns');
    await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ launches/);
    await expectInert(page, 'data');
    for (const view of ['quality', 'launches', 'columns']) {
      await page.goto(`${page.url().split('&view')[0]}&view=${view}`);
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
      await expectInert(page, view);
      if (view === 'launches') {
        await page.getByRole('button', { name: m.tables_copy_table() }).click();
        const copied = await copiedText(page);
        expect(copied).toContain(`'${FORMULAS[1]!}`);
        expectNoFormula(copied);
      }
    }

    await startQuickTraining(page);
    await untilTrained(page);
    await expectInert(page, 'model');
    await page.getByRole('link', { name: m.pages_plan_new() }).click();
    await page.getByLabel(m.forms_field_title(), { exact: true }).fill(FORMULAS[0]!);
    await page.getByRole('button', { name: m.forms_add_this_product() }).click();
    await page.getByRole('button', { name: m.pages_make_plans() }).click();
    await page.locator('main ol a[href*="product="]').first().click();
    await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
    await expectInert(page, 'plan');
    expectNoFormula(await downloaded(page, m.take_csv()));
    const calendar = await downloaded(page, m.take_calendar());
    expect(calendar.match(/^BEGIN:/gm)!.length).toBe(calendar.match(/^END:/gm)!.length);
    expect(calendar).toMatch(/^SUMMARY:.*=HYPERLINK\("http:\/\/elsewhere\.example"\\;/m);
  },
);
