// Every page of a stored project: read by everyone on a laptop and a phone. The whole suite visits each once in each language, with everything
// that a page has to be: in every size, theme and forced colours, with longer words, as charts that can be read and saved, and under a finger.
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import {
  chartsOn,
  expectReadable,
  expectSavedWhole,
  expectToldApart,
} from '../support/chart-checks.ts';
import { expect } from '../support/fixtures.ts';
import { contrast, inksOf } from '../support/greyscale.ts';
import { lengthenTexts } from '../support/layout-faults.ts';
import { expectRoom, expectRoomAtTwiceTheSize, expectRoomForLongTexts } from '../support/room.ts';
import { LOCALES, stops, test } from '../support/stored-project.ts';
import { smallTargets } from '../support/touch-targets.ts';
import { untilQuiet } from '../support/quiet.ts';

// Whichever browser is free takes the next page.
test.describe.configure({ mode: 'parallel' });

const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 360, height: 780 };

/** Where they are kept until the next run, to be looked at: only where that is asked for, since taking them takes long. */
const SHOTS = process.env.DEBUT_SHOTS ? 'test-results/looks' : null;

/** Pages that are sure to have charts, and how many. */
const CHARTS: Readonly<Record<string, number>> = {
  data: 2,
  model: 1,
  'one-plan': 1,
  calendar: 1,
  evidence: 2,
};

/** Of a graphic against what it stands on: WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;
/** What stands out where the system decides the colours. */
const MARKS = {
  middle: '.range .middle',
  line: '.range .eight',
  bar: '.track > i',
  target: '.track > b',
  split: '.bar > i',
  primary: '.btn.primary',
} as const;
type Mark = keyof typeof MARKS;
/** Pages that are sure to show them. */
const MARKED: Readonly<Record<string, readonly Mark[]>> = {
  home: ['primary'],
  quality: ['bar', 'split'],
  model: ['split'],
  plan: ['middle', 'line'],
  'one-plan': ['middle', 'line', 'bar', 'primary'],
  calendar: ['middle', 'line', 'primary'],
  evidence: ['middle', 'line', 'bar', 'target'],
};
/** Pages that are sure to have controls that open something, and how many. */
const OPENING: Readonly<Record<string, number>> = {
  ...{ data: 2, quality: 2, model: 1, 'model/runs': 2, plan: 2 },
  ...{ 'one-plan': 5, calendar: 4, evidence: 5 },
};

/** The house's measure; WCAG 2.2 asks for 24. */
const FINGER_PX = 44;

async function expectSeenByAll(
  page: Page,
  state: string,
  viewports = [DESKTOP, TABLET, PHONE],
): Promise<void> {
  for (const viewport of viewports) {
    await page.setViewportSize(viewport);
    // A bar that stays in sight would stand near whatever it happens to cover.
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await untilQuiet(page);
    const shot = `${state}-${viewport.width}`;
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true });
    await expectNoViolations(page, shot);
  }
}

/** Someone whose system decides the colours of everything (Windows contrast themes) still sees what is drawn. */
async function expectMarksStandOut(page: Page, name: string): Promise<void> {
  const ground = (await inksOf(page.locator('html'), 'background-color'))[0]!;
  const seen: string[] = [];
  for (const [mark, selector] of Object.entries(MARKS))
    for (const ink of await inksOf(page.locator(selector), 'background-color')) {
      seen.push(mark);
      const about = `${mark} on ${name}`;
      expect(contrast(ink, ground), about).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  expect(seen, name).toEqual(expect.arrayContaining([...(MARKED[name] ?? [])]));
}

/** The choice that is taken has an outline, and the others have none. */
async function expectChoiceOutlined(page: Page): Promise<void> {
  const outline = (text: string) =>
    page
      .locator('label', { hasText: text })
      .evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(await outline('Same as device')).toBe('solid');
  expect(await outline('Light')).toBe('none');
}

test.describe('at a glance', () => {
  test.use({ locale: LOCALES.en, colorScheme: 'light', viewport: DESKTOP });

  // One tab, as a user has: opening a browser with a stored project for each page takes longer than looking at it.
  test('every page can be read by everyone on a laptop and a phone', async ({ page }) => {
    test.slow();
    for (const { name, open } of stops())
      await test.step(name, async () => {
        await page.setViewportSize(DESKTOP);
        await open(page);
        for (const chart of await chartsOn(page, name, CHARTS[name] ?? 0))
          await expectReadable(chart);
        await expectSeenByAll(page, name, [DESKTOP]);
        await page.setViewportSize(PHONE);
        await untilQuiet(page);
        await expectRoom(page, name);
      });
  });
});

test.describe('with a mouse, in English', { tag: '@whole' }, () => {
  test.use({ locale: LOCALES.en, colorScheme: 'light', viewport: DESKTOP });

  for (const { name, open } of stops())
    test(`${name} can be read by everyone, in any colours, larger, and with longer words`, async ({
      page,
      context,
    }) => {
      await open(page);
      await expectSeenByAll(page, `${name}-light-en`);
      await page.setViewportSize(DESKTOP);
      await untilQuiet(page);

      const charts = await chartsOn(page, name, CHARTS[name] ?? 0);
      const empty = charts.length > 0 ? await context.newPage() : null;
      await page.bringToFront();
      for (const chart of charts) {
        await expectReadable(chart);
        await expectSavedWhole(chart, empty!);
      }
      let compared = 0;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: 'none' });
        for (const chart of charts)
          compared += await expectToldApart({
            ...chart,
            where: `${chart.where}, ${colorScheme}`,
          });
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        await expectMarksStandOut(page, name);
        if (name === 'settings') await expectChoiceOutlined(page);
      }
      if (name === 'model') expect(compared, 'pairs of series').toBeGreaterThan(0);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });

      await expectRoomAtTwiceTheSize(page, name);
      await expectRoomForLongTexts(page, name);
    });
});

test.describe('under a finger, in Chinese', { tag: '@whole' }, () => {
  test.use({
    ...{ locale: LOCALES.zh, colorScheme: 'dark', viewport: DESKTOP },
    ...{ hasTouch: true, isMobile: true },
  });

  /** The places of all of them, but of those in rows of tables, which open alike, of the first only. */
  function firstOfRows(buttons: Element[]): number[] {
    const inRows = buttons.filter((button) => button.closest('td'));
    return buttons.flatMap((button, i) => (inRows.indexOf(button) > 0 ? [] : [i]));
  }

  async function expectTargets(page: Page, state: string): Promise<void> {
    expect.soft(await smallTargets(page, FINGER_PX), state).toEqual([]);
  }

  async function expectRoomInWhatOpens(page: Page, control: Locator, name: string): Promise<void> {
    await control.tap();
    await expect(control).toHaveAttribute('aria-expanded', 'true');
    await untilQuiet(page);
    await lengthenTexts(page);
    await untilQuiet(page);
    await expectRoom(page, `${name}, ${await control.innerText()}`);
    await page.keyboard.press('Escape');
  }

  for (const { name, open } of stops())
    test(`${name} can be read by everyone, and a finger meets one control at a time in both languages`, async ({
      page,
    }) => {
      await open(page);
      await expectSeenByAll(page, `${name}-dark-zh`, [TABLET, PHONE]);

      await expectTargets(page, `${name} in Chinese`);
      await page.getByRole('button', { name: 'English' }).first().click();
      await untilQuiet(page);
      await expectTargets(page, name);
      // Columns that a phone has no room for are not shown, and their terms cannot be touched.
      const controls = page.locator('main button[aria-expanded]:visible');
      const places = await controls.evaluateAll(firstOfRows);
      expect(places.length, name).toBeGreaterThanOrEqual(OPENING[name] ?? 0);
      for (const place of places) await expectRoomInWhatOpens(page, controls.nth(place), name);
    });
});
