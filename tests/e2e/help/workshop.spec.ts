// Five exercises at the demo shop that notice by themselves when they are done, started afresh; and texts that a room can read.
import type { Page } from '@playwright/test';
import { EXERCISES, SCARCE_SEASON } from '#core/app/exercises.ts';
import { LESSON_MINUTES } from '#core/lesson/lesson.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { chooseFile, setNumber } from '../support/main-flow.ts';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: LOCALES.en });

const all = String(EXERCISES.length);
const minutes = String(Object.values(LESSON_MINUTES).reduce((sum, each) => sum + each, 0));
const finding = (page: Page) => page.getByRole('heading', { level: 1 });
const bar = (page: Page) => page.getByRole('region', { name: m.workshop_page(), exact: true });
const openWorkshop = (page: Page) => page.goto('./workshop/');

/** Of the bar, and read out once. */
async function expectDone(page: Page, name: string, count: number): Promise<void> {
  const done = String(count);
  await expect(bar(page)).toContainText(m.workshop_done_now({ name }));
  await expect(page.getByText(m.workshop_said({ name, done, all }))).toBeAttached();
}

async function expectOwnAndOneDemo(page: Page): Promise<void> {
  const named = (name: string) => page.getByRole('heading', { level: 3, name });
  await expect(named('Own shop')).toHaveCount(1);
  await expect(named(m.data_demo_shop())).toHaveCount(1);
}

async function importOwn(page: Page): Promise<void> {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `Mug ${i},Kitchen,2024-0${(i % 9) + 1}-11,${i}`,
  );
  await page.goto('./');
  const content = ['title,category,launch_date,units_4w', ...rows].join('\n');
  await chooseFile(page, { name: 'Own shop.csv', content });
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(finding(page)).toHaveText(/^30 launches/);
}

test(
  'five exercises are noticed as they are done, and starting afresh leaves one’s own data alone',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await importOwn(page);
    await page.goto('./');
    await page.getByRole('link', { name: m.home_workshop() }).click();
    await expectNoViolations(page, 'workshop, off');
    await page.getByRole('button', { name: m.workshop_start() }).click();
    // It has been learnt from and planned with before.
    await expect(finding(page)).toHaveText(m.workshop_title({ done: '2', all }));
    await expect(finding(page)).toBeFocused();

    await page.getByRole('link', { name: m.workshop_go({ page: m.pages_data() }) }).click();
    await expectDone(page, m.workshop_findings(), 3);
    await bar(page).getByRole('link', { name: m.workshop_what_if() }).click();
    const slider = page.locator('input[type=range]').first();
    await slider.press('ArrowRight');
    await expectDone(page, m.workshop_what_if(), 4);
    await bar(page).getByRole('link', { name: m.workshop_limit() }).click();
    await expect(finding(page)).toHaveText(/: \d+ launches/, { timeout: 30_000 });
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
    await page.locator('summary', { hasText: m.season_limits() }).first().click();
    const { weekCount, mostPerWeek } = SCARCE_SEASON;
    await setNumber(page, m.season_limit_weeks(), String(weekCount));
    await setNumber(page, m.season_limit_most(), String(mostPerWeek));
    await page.getByRole('button', { name: m.season_solve_again() }).click();
    await expect(bar(page)).toContainText(m.workshop_title_all({ all }), { timeout: 30_000 });
    await untilQuiet(page);
    await expectNoViolations(page, 'all exercises done');
    await page.setViewportSize({ width: 360, height: 740 });
    await untilQuiet(page);
    expect(await layoutFaults(page)).toEqual([]);

    await bar(page).getByRole('link').first().click();
    await expect(finding(page)).toHaveText(m.workshop_title_all({ all }));
    await expect(bar(page)).toHaveCount(0);
    await expectNoViolations(page, 'workshop, on');

    await page.getByRole('button', { name: m.workshop_afresh() }).click();
    await expect(page.getByText(m.workshop_afresh_now())).toBeVisible({ timeout: 30_000 });
    await expect(bar(page)).toContainText(m.workshop_count({ done: '0', all }));
    await page.getByRole('button', { name: m.feedback_undo() }).click();
    await expect(bar(page)).toContainText(m.workshop_title_all({ all }));

    await openWorkshop(page);
    await page.getByRole('button', { name: m.workshop_afresh() }).click();
    await expect(page.getByText(m.workshop_afresh_now())).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: m.feedback_close() }).click();
    // Not by its address: that would end what is being removed.
    await page.getByRole('link', { name: 'Debut' }).filter({ visible: true }).first().click();
    await expectOwnAndOneDemo(page);
    await bar(page).getByRole('button', { name: m.workshop_bar_hide() }).click();
    await expect(bar(page)).toHaveCount(0);
    await openWorkshop(page);
    await expect(finding(page)).toHaveText(m.workshop_title({ done: '0', all }));
    await expect(page.getByLabel(m.workshop_bar_show())).not.toBeChecked();
    await page.getByRole('button', { name: m.workshop_end() }).click();
    await expect(finding(page)).toHaveText(m.workshop_title_off({ minutes }));
    await page.goto('./');
    await expectOwnAndOneDemo(page);
  },
);

test(
  'large texts survive a reload and scroll nothing sideways',
  { tag: '@whole' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('./workshop/leader/');
    const usual = await finding(page).evaluate((heading) => heading.clientHeight);
    await page.getByText(m.settings_size_large(), { exact: true }).click();
    await expect.poll(() => finding(page).evaluate((h) => h.clientHeight)).toBeGreaterThan(usual);
    await page.reload({ waitUntil: 'commit' });
    // Only the script in its head says so when a page opens.
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'large');
    for (const path of ['data/', 'model/', 'plan/', 'calendar/', 'evidence/', 'settings/']) {
      await page.goto(`./${path}`);
      await untilQuiet(page);
      expect(await layoutFaults(page), path).toEqual([]);
    }
    await expect(page.getByLabel(m.settings_size_large())).toBeChecked();
  },
);
