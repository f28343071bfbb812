import type { Locator, Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  chooseFile,
  declineLanguageModel,
  openDemoShop,
  startTraining,
  thinDemoShop,
  untilTrained,
} from '../support/main-flow.ts';
import { pagePaths } from '../support/site.ts';
import { localeOf, LOOKS, tagOf, test as testOfProject } from '../support/stored-project.ts';

// What a stored project looks like on each page is every-page.spec.ts; these are the states on the way there.

const HEADER = 'title,category,launch_date,price,units_4w';
/** Takes long enough to read that its page can be looked at meanwhile. */
const MANY_ROWS = 400_000;

function launches(rowCount: number): string {
  const row = (i: number) =>
    `Mug ${i},Kitchen,2024-0${(i % 9) + 1}-11,${5 + (i % 7)},${10 + (i % 90)}`;
  return [HEADER, ...Array.from({ length: rowCount }, (_, i) => row(i))].join('\n');
}

async function choose(page: Page, content: string): Promise<void> {
  await page.goto('./');
  await chooseFile(page, { content });
}

for (const colours of LOOKS) {
  const { locale: tag, colorScheme } = colours;
  const locale = localeOf(tag);
  const word = { locale };
  const look = { ...colours, contextOptions: { reducedMotion: 'reduce' } } as const;
  const importButton = (page: Page) =>
    page.getByRole('button', { name: m.forms_import({}, word), exact: true });

  test.describe(`${colorScheme}, ${tag}`, { tag: tagOf(colours) }, () => {
    test.use(look);

    test(
      'axe finds nothing on the pages that have nothing to show',
      { tag: '@whole' },
      async ({ page }) => {
        for (const path of pagePaths()) {
          await page.goto(`./${path}`);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectNoViolations(page, `/${path} without data`);
        }
      },
    );

    test('axe finds nothing on an import that goes wrong', { tag: '@whole' }, async ({ page }) => {
      await choose(page, 'title,price,units\nMug,5,3\n');
      await expect(importButton(page)).toBeDisabled();
      await expectNoViolations(page, 'columns that do not fit');
      await choose(page, '');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolations(page, 'a file that cannot be read');
      await choose(page, launches(7));
      await importButton(page).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolations(page, 'too few launches');
    });

    test('axe finds nothing while work runs', { tag: '@whole' }, async ({ page }) => {
      test.setTimeout(90_000);
      await choose(page, launches(MANY_ROWS));
      await importButton(page).click();
      const progress = page.getByRole('progressbar').first();
      await expect(progress).toBeVisible();
      await expectNoViolations(page, 'an import that runs');
      expect(await progress.isVisible(), 'the import still runs').toBe(true);
      await page
        .getByRole('button', { name: m.feedback_cancel({}, word) })
        .first()
        .click();

      await page.goto('./');
      await openDemoShop(page, locale);
      await declineLanguageModel(page);
      await startTraining(page, locale);
      await expect(page.getByText(m.model_looking_back({}, word))).toBeVisible({
        timeout: 30_000,
      });
      await expectNoViolations(page, 'a training that runs');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: m.pages_settings({}, word) })
        .click();
      await expect(page.getByRole('region', { name: m.layout_working({}, word) })).toBeVisible();
      await expectNoViolations(page, 'a training followed from another page');
      expect(await progress.isVisible(), 'the training still runs').toBe(true);
      await page
        .getByRole('region', { name: m.layout_working({}, word) })
        .getByRole('link')
        .click();
      await page
        .getByRole('button', { name: m.model_pause({}, word) })
        .first()
        .click();
      await expectNoViolations(page, 'a training that was cancelled');
    });
  });

  testOfProject.describe(
    `${colorScheme}, ${tag}, a stored project`,
    { tag: tagOf(colours) },
    () => {
      testOfProject.use(look);

      testOfProject(
        'axe finds nothing when a product is removed',
        { tag: '@whole' },
        async ({ page }) => {
          await page.goto('./plan/');
          await page
            .getByRole('button', { name: m.plan_remove({}, word) })
            .first()
            .click();
          await expect(page.getByRole('button', { name: m.feedback_undo({}, word) })).toBeVisible();
          await expectNoViolations(page, 'a removal to undo');
        },
      );

      testOfProject(
        'axe finds nothing in what opens over a page',
        { tag: '@whole' },
        async ({ page }) => {
          await page.goto('./plan/');
          await page.locator('main a[href*="product="]').first().click();
          await page.locator('main button[aria-describedby]').first().click();
          await expect(page.getByText(m.glossary_range_meaning({}, word)).last()).toBeVisible();
          await expectNoViolations(page, 'a word explained');
          await page.goto('./data/');
          await page
            .getByRole('button', { name: m.charts_save_image({}, word) })
            .first()
            .click();
          await expect(page.getByRole('menu')).toBeVisible();
          await expectNoViolations(page, 'a menu');
          await page.goto('./model/');
          await page.locator('summary', { hasText: m.forms_settings({}, word) }).click();
          const batch = page.getByLabel(m.forms_settings_batch({}, word), { exact: true });
          await batch.fill('4');
          await batch.blur();
          await expect(batch).toHaveAttribute('aria-invalid', 'true');
          await expectNoViolations(page, 'the advanced settings, with an entry that is wrong');
          await page.goto('./settings/');
          await page.getByRole('button', { name: m.settings_delete_all({}, word) }).click();
          await expect(page.getByRole('alertdialog')).toBeVisible();
          await expectNoViolations(page, 'a question');
        },
      );
    },
  );
}

test('the main job is done by keyboard alone', async ({ page, context }) => {
  await thinDemoShop(context);
  await page.goto('/');
  await pressOn(page, 'button', 'Try the demo shop');
  await expect(page).toHaveURL(/\/data\//, { timeout: 30_000 });
  await declineLanguageModel(page);
  await pressOn(page, 'link', /^Model/);
  await setByKeyboard(page, { 'Search time': '0', Seed: '7' });
  await pressOn(page, 'button', 'Train the model');
  await untilTrained(page);
  await expect(page.locator('dt', { hasText: 'Settings tried' }).locator('+ dd')).toHaveText(
    'none',
  );
  await expect(page.locator('summary', { hasText: 'Advanced' })).toContainText(
    '2 values set by you',
  );
  await pressOn(page, 'link', 'Plan new products');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 new products/);
  await pressOn(page, 'button', 'Make plans');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 plans/);
  const firstPlan = page.locator('main a[href*="product="]').first();
  await pressOn(
    page,
    'link',
    (await firstPlan.getAttribute('aria-label')) ?? (await firstPlan.innerText()).trim(),
  );
  await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
});

/** Opens the advanced settings and fills in some, without a mouse. */
async function setByKeyboard(page: Page, numbers: Record<string, string>): Promise<void> {
  await tabTo(page, page.locator('summary', { hasText: 'Advanced' }));
  await page.keyboard.press('Enter');
  for (const [label, text] of Object.entries(numbers)) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Tab');
}

async function pressOn(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }).first());
  await page.keyboard.press('Enter');
}

/** Tabs until the control has the focus, as a person without a mouse would. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected Tab to reach ${control.toString()}`);
}
