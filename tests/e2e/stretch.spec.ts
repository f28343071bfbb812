// Layouts hold under a finger, and before there is a project when texts grow and a page is read at twice its size: looks.spec.ts
// has what is there afterwards.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expect } from './fixtures.ts';
import { lengthenTexts } from './layout-faults.ts';
import { chooseFile } from './main-flow.ts';
import { expectRoom, expectRoomAtTwiceTheSize, expectRoomForLongTexts } from './room.ts';
import { test, tour, untilQuiet } from './stored-project.ts';
import { smallTargets } from './touch-targets.ts';

/** Every page is opened several times. */
test.describe.configure({ timeout: 180_000 });

const PHONE = { width: 360, height: 780 };
/** The house's measure; WCAG 2.2 asks for 24. */
const FINGER_PX = 44;

const LAUNCHES = 'title,category,launch_date,price,units_4w\nMug,Kitchen,2024-03-11,5,12\n';

test.describe('before there is a project', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('the first page and the choice of columns have room too', async ({ page }) => {
    await page.goto('./');
    await expectRoomAtTwiceTheSize(page, 'first visit');
    await expectRoomForLongTexts(page, 'first visit');
    await page.reload();
    await chooseFile(page, { content: LAUNCHES });
    await expect(page.getByRole('button', { name: m.forms_import(), exact: true })).toBeVisible();
    await expectRoomAtTwiceTheSize(page, 'columns of a file');
    await expectRoomForLongTexts(page, 'columns of a file');
  });
});

/** The places of all of them, but of those in rows of tables, which open alike, of the first only. */
function firstOfRows(buttons: Element[]): number[] {
  const inRows = buttons.filter((button) => button.closest('td'));
  return buttons.flatMap((button, i) => (inRows.indexOf(button) > 0 ? [] : [i]));
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: PHONE });

  const expectTargets = async (page: Page, state: string) =>
    expect.soft(await smallTargets(page, FINGER_PX), state).toEqual([]);

  const switchTo = async (page: Page, language: string) => {
    await page.getByRole('button', { name: language }).first().click();
    await untilQuiet(page);
  };

  test('a finger meets one control at a time in both languages, and what opens has room for longer texts', async ({
    page,
  }) => {
    let opened = 0;
    for await (const name of tour(page)) {
      await expectTargets(page, name);
      await switchTo(page, '中文');
      await expectTargets(page, `${name} in Chinese`);
      await switchTo(page, 'English');
      const controls = page.locator('main button[aria-expanded]');
      for (const place of await controls.evaluateAll(firstOfRows)) {
        const control = controls.nth(place);
        await control.tap();
        await expect(control).toHaveAttribute('aria-expanded', 'true');
        await untilQuiet(page);
        await lengthenTexts(page);
        await untilQuiet(page);
        await expectRoom(page, `${name}, ${await control.innerText()}`);
        await page.keyboard.press('Escape');
        opened++;
      }
    }
    expect(opened).toBeGreaterThan(0);
  });
});
