// One link begins a workshop anew, as often as a room needs it: the trained shop is there in seconds, and nothing else changes.
import type { Page } from '@playwright/test';
import { EXERCISES } from '#core/app/exercises.ts';
import { LESSON_STEPS } from '#core/lesson/lesson.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { untilQuiet } from '../support/quiet.ts';
import { LOCALES } from '../support/stored-project.ts';

/** What a room waits for at most. */
const MOST_MS = 3_000;
const LINK = './workshop/?start=fresh';
const all = String(EXERCISES.length);
const finding = (page: Page) => page.getByRole('heading', { level: 1 });

async function importOwn(page: Page): Promise<void> {
  const rows = Array.from({ length: 30 }, (_, i) => `Mug ${i},2024-0${(i % 9) + 1}-11,${i}`);
  await page.goto('./');
  const content = ['title,launch_date,units_4w', ...rows].join('\n');
  await chooseFile(page, { name: 'Own shop.csv', content });
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(finding(page)).toHaveText(/^30 launches/);
}

/** Counts one’s own data sets and the demo shops. */
async function shops(page: Page): Promise<number[]> {
  await page.getByRole('link', { name: 'Debut' }).filter({ visible: true }).first().click();
  const names = page.getByRole('heading', { level: 3 });
  await expect(names.first()).toBeVisible();
  await untilQuiet(page);
  const own = page.getByRole('heading', { level: 3, name: 'Own shop' });
  const short = page.getByRole('heading', { level: 3, name: m.room_short_shop() });
  return [await own.count(), await short.count()];
}

for (const locale of ['en', 'zh'] as const) {
  test.describe(locale, () => {
    test.use({ locale: LOCALES[locale] });

    test(`the link opens the trained shop, ${locale}`, { tag: '@whole' }, async ({ page }) => {
      const word = { locale };
      await page.goto(LINK);
      await expect(finding(page)).toHaveText(m.workshop_title({ done: '2', all }, word));
      await expect(page).toHaveURL(/\/workshop\/$/);
      await untilQuiet(page);
      await expectNoViolations(page, 'workshop with the trained shop');

      await page
        .getByRole('link', { name: m.workshop_go({ page: m.pages_data({}, word) }, word) })
        .click();
      const done = m.workshop_done_now({ name: m.workshop_findings({}, word) }, word);
      await expect(page.getByText(done, { exact: true })).toBeVisible();
      await page.goto('./plan/');
      await page.locator('main ol a[href*="product="]').first().click();
      await expect(page.locator('input[type=range]').first()).toBeVisible();
    });

    test(`the trained shop is open within three seconds, ${locale} @timed`, async ({ page }) => {
      await page.goto('./help/');
      const startedAt = Date.now();
      await page.goto(LINK);
      const title = m.workshop_title({ done: '2', all }, { locale });
      await expect(finding(page)).toHaveText(title);
      expect(Date.now() - startedAt).toBeLessThan(MOST_MS);
    });
  });
}

test.describe('again and again', () => {
  test.use({ locale: LOCALES.en });

  test(
    'leaves one shop, one’s own data, and an undo of both shop and answers',
    { tag: '@whole' },
    async ({ page }) => {
      await importOwn(page);
      await page.goto(LINK);
      await expect(finding(page)).toHaveText(m.workshop_title({ done: '2', all }));
      await page.goto('./workshop/lesson/');
      await page.locator('main fieldset').first().getByRole('radio').first().check();
      const answered = page.getByText(
        m.lesson_answered({ done: '1', all: String(LESSON_STEPS.length) }),
      );
      await expect(answered).toBeVisible();

      await page.goto(LINK);
      await expect(page.getByText(m.room_trained_now())).toBeVisible();
      await page.getByRole('button', { name: m.feedback_undo() }).click();
      await expect(finding(page)).toHaveText(m.workshop_title({ done: '2', all }));
      expect(await shops(page)).toEqual([1, 1]);
      await page.goto('./workshop/lesson/');
      await expect(answered).toBeVisible();

      await page.goto(LINK);
      await expect(page.getByText(m.room_trained_now())).toBeVisible();
      await page.getByRole('button', { name: m.feedback_close() }).click();
      expect(await shops(page)).toEqual([1, 1]);
      await page.goto('./workshop/lesson/');
      await expect(page.locator('main fieldset').first()).toBeVisible();
      await expect(answered).toHaveCount(0);
    },
  );
});
