// The lesson as students and leaders go through it: every step in each language and theme, on a phone, before a projector,
// by keyboard, and without a network from a profile that never had data.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LESSON_PAGES, LESSON_STEPS, RIGHT_ANSWERS } from '#core/lesson/lesson.ts';
import { lessonWords } from '#components/pages/lesson/lesson-words.ts';
import { questionWords } from '#components/pages/lesson/question-words.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { untilQuiet } from '../support/quiet.ts';
import { untilOfflineReady } from '../support/site.ts';
import { LOCALES, LOOKS, tagOf } from '../support/stored-project.ts';

const finding = (page: Page) => page.getByRole('heading', { level: 1 });
const PHONE = { width: 360, height: 740 };

async function openStep(page: Page, step: string, view?: 'projector'): Promise<void> {
  await page.goto(`./workshop/lesson/?step=${step}${view ? `&view=${view}` : ''}`);
  await expect(page.locator('.takeaway, ol h2').first()).toBeVisible();
  await untilQuiet(page);
}

for (const look of LOOKS) {
  test.describe(`in ${look.locale}, ${look.colorScheme}`, { tag: tagOf(look) }, () => {
    test.use(look);

    test('every step is accessible and fits a phone', { tag: '@whole' }, async ({ page }) => {
      test.setTimeout(180_000);
      for (const step of LESSON_PAGES) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await openStep(page, step);
        await expectNoViolations(page, step);
        await page.setViewportSize(PHONE);
        await untilQuiet(page);
        expect(await layoutFaults(page), step).toEqual([]);
      }
    });

    test('every text stands out on a projector', { tag: '@whole' }, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const step of LESSON_PAGES) {
        await openStep(page, step, 'projector');
        // The names of the steps would give answers away.
        await expect(page.getByRole('navigation')).toHaveCount(step === 'before' ? 0 : 1);
        const { violations } = await new AxeBuilder({ page })
          .options({ runOnly: ['color-contrast-enhanced'], resultTypes: ['violations'] })
          .setLegacyMode()
          .analyze();
        const found = violations.flatMap(({ nodes }) =>
          nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
        );
        expect(found, step).toEqual([]);
      }
    });

    test('the hand-out is printed on two pages', async ({ page }) => {
      await page.goto('./workshop/handout/');
      await expect(page.locator('.hand-out h2').first()).toBeVisible();
      await untilQuiet(page);
      const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    });
  });
}

test.describe('a student', () => {
  test.use({ locale: LOCALES.en });

  test('chooses a launch by a click anywhere on its row', async ({ page }) => {
    await openStep(page, 'row');
    const name = m.lessonnet_item_lemon_candle();
    await page.getByRole('cell', { name, exact: true }).last().click();
    await expect(page.getByRole('radio', { name })).toBeChecked();
    await expect(page.getByRole('heading', { name: `“${name}”` })).toBeVisible();
  });

  test('answers by keyboard, sees what was right, and forgets it', async ({ page }) => {
    await openStep(page, 'after');
    for (const step of LESSON_STEPS) {
      const { question, answers } = questionWords(step);
      const group = page.getByRole('group', { name: question });
      // One is answered otherwise.
      const chosen = step === 'net' ? 0 : RIGHT_ANSWERS[step];
      const radio = group.getByRole('radio', { name: answers[chosen]! });
      await radio.focus();
      await page.keyboard.press('Space');
      await expect(radio).toBeChecked();
    }
    const all = String(LESSON_STEPS.length);
    await expect(finding(page)).toHaveText(m.lesson_right_only({ after: '7', all }));
    const right = questionWords('net').answers[RIGHT_ANSWERS.net]!;
    await expect(page.getByText(m.lesson_is_not_right({ answer: right }))).toBeVisible();
    await page.getByRole('link', { name: m.lesson_see_step({ name: m.lesson_net() }) }).click();
    await expect(finding(page)).toHaveText(m.lesson_net_title());
    await expect(finding(page)).toBeFocused();
    await page.goBack();
    await page.getByRole('button', { name: m.lesson_forget() }).click();
    await expect(finding(page)).toHaveText(m.lesson_after_title());
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });
});

test.describe('without a network', () => {
  test.use({ locale: LOCALES.en, serviceWorkers: 'allow' });

  test('the lesson is walked through from a fresh profile', async ({ page, context }) => {
    test.setTimeout(120_000);
    await page.goto('./workshop/lesson/');
    await untilOfflineReady(page);
    await context.setOffline(true);
    for (const step of LESSON_STEPS) {
      const name =
        step === LESSON_STEPS[0]
          ? m.lesson_begin({ number: '1' })
          : m.lesson_next({ name: lessonWords(step).name });
      await page.getByRole('link', { name }).click();
      await expect(finding(page)).toHaveText(lessonWords(step).title);
      await expect(page.locator('.part h2').first()).toBeVisible();
      await expect(page.getByText(m.lesson_part_missing())).toHaveCount(0);
    }
    await page.reload();
    await expect(finding(page)).toHaveText(lessonWords('truth').title);
  });
});

test.describe('a leader', () => {
  test.use({ locale: LOCALES.en });

  test('has a clock that goes on while other pages are shown', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-12-01T09:00:00Z') });
    await page.goto('./workshop/leader/');
    await page.getByRole('button', { name: m.leader_start() }).click();
    const due = page.locator('[aria-current=step]');
    // A click on a page that still wakes up counts a little later.
    await expect(due).toBeVisible();
    await page.clock.fastForward('06:30');
    await expect(due).toContainText(lessonWords('line').name);
    await due.getByRole('link', { name: m.leader_open() }).click();
    await expect(finding(page)).toHaveText(lessonWords('line').title);
    await page.clock.fastForward('40:00');
    await page.goBack();
    await expect(page.getByText(m.leader_over({ minutes: '1' }))).toBeVisible();
    await page.getByRole('button', { name: m.leader_stop() }).click();
    await expect(due).toHaveCount(0);
  });
});
