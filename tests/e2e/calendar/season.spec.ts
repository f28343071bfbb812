import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { m } from '#messages';
import { dayFromCalendar, weekOfYear } from '#core/base/dates.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { adoptFirstPlan } from '../support/main-flow.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: 'en-GB' });

/** With a calendar that has been found. */
async function openSeason(page: Page): Promise<void> {
  await page.goto('./calendar/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/: \d+ launches/, {
    timeout: 30_000,
  });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
}

const chips = (page: Page) => page.getByRole('group', { name: 'Season by channel and week' });
/** Week numbers go with the day on which this runs. */
interface Chip {
  readonly name: string;
  readonly week: number;
}

async function chipOf(button: Locator): Promise<Chip> {
  const label = (await button.getAttribute('aria-label'))!;
  const [, name, week] = /^(.+), week (\d+), /.exec(label)!;
  return { name: name!, week: Number(week) };
}

/** The launch that has the most weeks after it. */
async function earliestChip(page: Page): Promise<Chip> {
  const buttons = await chips(page)
    .getByRole('button', { name: /, week \d+, / })
    .all();
  const left = await Promise.all(buttons.map(async (each) => (await each.boundingBox())!.x));
  return chipOf(buttons[left.indexOf(Math.min(...left))]!);
}

const chipNamed = (page: Page, name: string) =>
  chips(page).getByRole('button', { name: `${name}, week ` });

const total = (page: Page) => page.locator('main dl').first().locator('dd').first();

async function take(page: Page, item: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

test(
  'what is adopted stands in the calendar until it is withdrawn',
  { tag: '@whole' },
  async ({ page }) => {
    const name = await adoptFirstPlan(page);
    await openSeason(page);
    const chip = chipNamed(page, name);
    if ((await chip.count()) === 0)
      await page.getByRole('button', { name: m.season_next() }).click();
    await expect(chip).toHaveAccessibleName(/, adopted$/);
    const { week } = await chipOf(chip);
    await chip.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/lifted from week/)).toHaveCount(0);
    await chip.click();
    await expect(page.getByText(m.season_adopted_stands())).toBeVisible();
    await page.getByRole('button', { name: m.ledger_withdraw_plan() }).click();
    await expect(chip).not.toHaveAccessibleName(/, adopted$/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(chip).toHaveAccessibleName(new RegExp(`week ${week}, .*, adopted$`));
  },
);

test('a season is found, changed by keys, locked, and what clashes is explained and undone', async ({
  page,
}) => {
  await openSeason(page);
  await expect(page.getByText(/best possible|best calendar within your limits/)).toBeVisible();
  await untilQuiet(page);
  await expectNoViolations(page, 'season');

  // A launch early in the season is moved two weeks later, and what that costs is said.
  const { name, week } = await earliestChip(page);
  const before = await total(page).innerText();
  await chipNamed(page, name).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Week \d+(, .+)?: £[\d,.]+ (less|more)/).first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${name} is back in week ${week}.`)).toBeAttached();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(chipNamed(page, name)).toBeFocused();
  expect((await chipOf(chipNamed(page, name))).week).not.toBe(week);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(chips(page).getByRole('button', { name: `${name}, week ${week}, ` })).toBeVisible();
  await expect(total(page)).toHaveText(before);

  // Locked into a week that is then closed, it clashes.
  await chipNamed(page, name).click();
  await page.getByRole('button', { name: 'Lock it' }).click();
  await expect(
    chips(page).getByRole('button', { name: new RegExp(`^${name}, week ${week}, .+, locked`) }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: new RegExp(`^Week ${week}, .+ close it for launches$`) })
    .click();
  await page.getByRole('button', { name: 'Recalculate' }).click();
  const clash = page.getByRole('alert');
  await expect(clash).toContainText(`${name} is locked into week ${week}, which is closed.`);
  await expectNoViolations(page, 'clash');
  await clash.getByRole('button', { name: `Open week ${week}` }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
  await expect(clash).toHaveCount(0);
  await expect(chips(page).getByRole('button', { name: /, locked$/ })).toHaveCount(1);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);

  // It is kept.
  await page.reload();
  await expect(chips(page).getByRole('button', { name: /, locked$/ })).toHaveCount(1);
});

test(
  'a season is dragged, taken away, adopted, and set beside a copy',
  { tag: '@whole' },
  async ({ page }) => {
    await openSeason(page);
    const { name, week } = await earliestChip(page);
    const chip = chipNamed(page, name);

    await page.getByRole('button', { name: 'Copy, rename, compare' }).click();
    await page.getByRole('menuitem', { name: 'Make a copy' }).click();
    await expect(page.getByLabel('Calendar', { exact: true })).toBeVisible();
    await untilQuiet(page); // or what is pulled moves from under the mouse
    await chip.scrollIntoViewIfNeeded();
    const box = (await chip.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(chips(page).getByRole('button', { name: `${name}, week ${week}, ` })).toHaveCount(
      0,
    );
    const moved = await chipOf(chip);
    await page.getByRole('button', { name: 'Copy, rename, compare' }).click();
    await page.getByRole('menuitem', { name: /^Compare with / }).click();
    await expect(page.getByText('1 launch differs')).toBeVisible();

    const csv = await take(page, 'Season as CSV');
    const { data } = Papa.parse<Record<string, string>>(await readFile(await csv.path(), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const count = Number(/(\d+) launches/.exec(await page.locator('h1').innerText())![1]);
    expect(data).toHaveLength(count);
    const [year, month, day] = data
      .find(({ title }) => title === name)!
      .launch_date!.split('-')
      .map(Number);
    expect(weekOfYear(dayFromCalendar(year!, month!, day!)) + 1).toBe(moved.week);
    const file = await take(page, 'Calendar file (.ics)');
    const parsed = ICAL.parse(await readFile(await file.path(), 'utf8')) as unknown[];
    const events = new ICAL.Component(parsed as never).getAllSubcomponents('vevent');
    expect(events).toHaveLength(count);

    await page.getByRole('button', { name: 'Adopt the season' }).click();
    await expect(page.getByText(`Adopted ${count} plans.`)).toBeVisible();
    await expect(page.getByText(`Adopted: ${count} of ${count}`)).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('table').filter({ hasText: name }).first()).toBeVisible();
    await expect(chips(page)).toBeHidden();
  },
);

test(
  'on a phone the season is a list, and each launch is changed in its row',
  { tag: '@whole' },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await openSeason(page);
    const row = page.locator('main tbody tr:has(th[scope=row])').first();
    await row.getByRole('button', { name: /^Change / }).click();
    const week = page.getByLabel('Week', { exact: true });
    await expect(week).toBeVisible();
    await untilQuiet(page);
    expect(await layoutFaults(page)).toEqual([]);
    await week.selectOption({ index: 3 });
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectNoViolations(page, 'phone');
  },
);
