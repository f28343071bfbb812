// Every training is kept: named, compared, used again, deleted and exported.
import { stateChecksum } from '#core/files/model/checksum.ts';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { RunsFile } from '#core/evaluation/runs/runs-json.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { LOCALES, LOOKS, localeOf, tagOf, test } from '../support/stored-project.ts';
import { smallTargets } from '../support/touch-targets.ts';
import { untilAnswering, untilQuiet } from '../support/quiet.ts';

const SHOTS = 'test-results/looks';
const SIZES = [1440, 768, 360];
const NARROW = 360;
const FINGER_PX = 44;

const grid = (page: Page) => page.getByRole('grid');
const rows = (page: Page) => grid(page).locator('.tr');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const toast = (page: Page) => page.locator('.toast');

async function saved(page: Page, press: () => Promise<void>) {
  const started = page.waitForEvent('download');
  await press();
  const download = await started;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The model in use once more, as if it had been learnt with these settings and done so well. */
function anotherRun(content: Buffer, { seed, miss }: { seed: number; miss: number }): Buffer {
  const text = content.toString('latin1');
  const told = text
    .replace('\\"seed\\":1', `\\"seed\\":${seed}`)
    .replace(/(\\"method\\":\\"debut\\",\\"wape\\":0\.)\d/, `$1${miss}`);
  expect(told).not.toBe(text);
  expect(told).toHaveLength(text.length);
  const file = Buffer.from(told, 'latin1');
  stateChecksum(file);
  return file;
}

/** Leaves three runs, of which the last is in use, and their page open. */
async function threeRuns(page: Page, tag: string): Promise<void> {
  const word = { locale: localeOf(tag) };
  await page.goto('./model/');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const model = await saved(page, () => button(m.model_file_save({}, word)).click());
  for (const [seed, miss] of [
    [2, 2],
    [3, 9],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await button(m.model_file_open({}, word)).click();
    await (
      await chooser
    ).setFiles({
      name: model.name,
      mimeType: 'application/octet-stream',
      buffer: anotherRun(model.content, { seed, miss }),
    });
    await expect(toast(page)).toBeVisible();
    await toast(page)
      .getByRole('button', { name: m.feedback_close({}, word) })
      .click();
  }
  await page
    .getByRole('main')
    .getByRole('link', { name: m.runs_title({}, word), exact: true })
    .click();
  await expect(rows(page)).toHaveCount(3);
}

async function undo(page: Page): Promise<void> {
  await toast(page).getByRole('button', { name: m.feedback_undo() }).click();
}

test.describe('in English', () => {
  test.use({ locale: LOCALES.en });

  test('a run is named, found, compared with others, used again, deleted and put back', async ({
    page,
  }) => {
    await threeRuns(page, LOCALES.en);
    await expect(heading(page)).toHaveText(/^3 runs; run 3 is in use, average error 9\d%$/);
    await expect(page.getByRole('navigation').locator('[aria-current=page]').first()).toContainText(
      m.pages_model(),
    );

    await grid(page).getByRole('button', { name: 'Run 1' }).click();
    await expect(page.getByRole('heading', { name: 'Run 1' })).toBeFocused();
    await page.getByLabel(m.runs_name(), { exact: true }).fill('First try');
    await page.getByLabel(m.runs_tags(), { exact: true }).fill('spring, baseline');
    await page.getByLabel(m.runs_note(), { exact: true }).fill('Quick settings');
    await page.getByLabel(m.runs_note(), { exact: true }).blur();
    await expect(grid(page).getByRole('button', { name: 'First try' })).toBeVisible();
    // The last of them to be stored.
    await expect(grid(page)).toContainText('Quick settings');
    await page.reload();
    await page.getByLabel(m.runs_find()).fill('baseline');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('Quick settings');
    await page.getByLabel(m.runs_find()).fill('');

    const pick = (name: RegExp) => grid(page).getByRole('checkbox', { name });
    await pick(/^Compare First try/).check();
    await expect(page.getByText(m.runs_one_more())).toBeVisible();
    await pick(/^Compare Run 3/).check();
    const sideBySide = page.getByRole('region', { name: m.runs_side_by_side() }).locator('table');
    await expect(sideBySide.first().getByRole('row', { name: /^Seed/ })).toHaveText(/Seed\s*1\s*3/);
    await expect(page.getByRole('slider', { name: m.runs_curves(), exact: true })).toHaveAttribute(
      'aria-valuetext',
      /^Epoch \d+: First try 1 [\d.]+, Run 3 [\d.]+$/,
    );

    const lines = page.getByRole('slider', { name: /^Run 2 has the smallest error/ });
    await expect(lines).toHaveAttribute('aria-valuetext', /^Run 2: Seed 2 and Error on .* 2\d/);
    await lines.press('ArrowLeft');
    await expect(lines).toHaveAttribute('aria-valuetext', /^First try: Seed 1/);

    await grid(page).getByRole('button', { name: 'First try' }).click();
    await page.getByRole('button', { name: m.runs_use() }).click();
    await expect(heading(page)).toHaveText(/run 1 is in use/);
    await undo(page);
    await expect(heading(page)).toHaveText(/run 3 is in use/);

    await grid(page).getByRole('button', { name: 'Run 3' }).click();
    await page.getByRole('button', { name: m.runs_delete(), exact: true }).click();
    await expect(heading(page)).toHaveText(/^2 runs; run 2 is in use/);
    await undo(page);
    await expect(heading(page)).toHaveText(/^3 runs; run 3 is in use/);
  });

  test('all runs are exported, and the model of one', { tag: '@whole' }, async ({ page }) => {
    await threeRuns(page, LOCALES.en);
    const exported = async (kind: string) =>
      saved(page, async () => {
        await page.getByRole('button', { name: m.runs_export() }).click();
        await page.getByRole('menuitem', { name: kind }).click();
      });
    const csv = await exported(m.runs_export_csv());
    expect(csv.name).toBe('debut-runs.csv');
    expect(csv.content.toString().trim().split('\r\n')).toHaveLength(4);
    const json = await exported(m.runs_export_json());
    const file = JSON.parse(json.content.toString()) as RunsFile;
    expect(file.modelInUse).toBe(3);
    expect(file.runs.map(({ figures }) => figures.seed)).toEqual([3, 2, 1]);
    expect(file.runs[0]!.curve.length).toBeGreaterThan(1);

    await grid(page).getByRole('button', { name: 'Run 2' }).click();
    const model = await saved(page, () =>
      page.getByRole('button', { name: m.runs_save_model() }).click(),
    );
    expect(model.name).toBe('debut-model-2.safetensors');
    expect(model.content.toString('latin1')).toContain('\\"seed\\":2');
  });
});

for (const look of LOOKS) {
  test.describe(`${look.colorScheme}, ${look.locale}`, { tag: tagOf(look) }, () => {
    test.use({ ...look, contextOptions: { reducedMotion: 'reduce' } });

    test('runs side by side can be read by everyone', { tag: '@whole' }, async ({ page }) => {
      await threeRuns(page, look.locale);
      await chooseAll(grid(page));
      await grid(page).locator('.name').first().click();
      await page.locator('main details').first().locator('summary').click();
      for (const width of SIZES) {
        await page.setViewportSize({ width, height: 900 });
        // Else the bar at the top lies on half of a link.
        await page.evaluate(() => scrollTo(0, 0));
        await untilAnswering(page);
        await untilQuiet(page);
        await page.screenshot({
          path: `${SHOTS}/compared-runs-${width}-${look.colorScheme}.png`,
          fullPage: true,
        });
        await expectNoViolations(page, `${width} px`);
        expect(await layoutFaults(page), `${width} px`).toEqual([]);
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({
    locale: LOCALES.en,
    hasTouch: true,
    isMobile: true,
    viewport: { width: NARROW, height: 780 },
  });

  test('a finger meets one control at a time', { tag: '@whole' }, async ({ page }) => {
    await threeRuns(page, LOCALES.en);
    await grid(page).getByRole('button', { name: 'Run 1' }).click();
    await untilQuiet(page);
    expect(await smallTargets(page, FINGER_PX)).toEqual([]);
  });
});

async function chooseAll(table: Locator): Promise<void> {
  for (const box of await table.getByRole('checkbox').all()) await box.check();
}
