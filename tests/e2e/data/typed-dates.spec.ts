// Days as people type them, digit by digit, into the browser's own input.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { expect } from '../support/fixtures.ts';
import { adoptFirstPlan } from '../support/main-flow.ts';
import { test } from '../support/stored-project.ts';

test.use({ locale: 'en-GB' });

/** What is stored of adopted plans. */
function ledgerOf(page: Page): Promise<AdoptedPlan[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('debut-data');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const store = opening.result.transaction('ledger').objectStore('ledger');
          const reading = store.getAll();
          reading.onerror = () => reject(reading.error!);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as AdoptedPlan[]);
          };
        };
      }),
  );
}

const dayField = (page: Page) => page.locator('form input[type=date]');
const saveButton = (page: Page) => page.getByRole('button', { name: m.ledger_form_save() });

/** Whatever the browser puts first, day and month are the first: the rest is the year. */
async function typeFirst(page: Page, year: string): Promise<void> {
  await dayField(page).focus();
  await page.keyboard.type(`0101${year}`);
}

test(
  'the day of a result is stored as it is typed, and a doubtful year is asked about',
  { tag: '@whole' },
  async ({ page }) => {
    const name = await adoptFirstPlan(page);
    await page.clock.setFixedTime(new Date(Date.UTC(2028, 5, 1)));
    await page.goto('./evidence/');
    const row = page.locator('main li', { hasText: name }).first();
    const open = () => row.getByRole('button').first().click();

    await open();
    await page.getByLabel(m.ledger_form_units(), { exact: true }).fill('111');
    await typeFirst(page, '2027');
    await page.keyboard.press('Enter');
    await expect(dayField(page)).toBeHidden();
    const stored = async () => (await ledgerOf(page))[0]!.actual;
    expect(await stored()).toMatchObject({ units: 111, launchDay: dayFromCalendar(2027, 1, 1) });

    await open();
    await typeFirst(page, '28');
    await saveButton(page).click();
    const asked = page.getByText('The year is 28. Did you mean 1 January 2028?');
    await expect(asked).toBeVisible();
    await expect(dayField(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(asked).toBeVisible();
    expect((await stored())!.launchDay).toBe(dayFromCalendar(2027, 1, 1));
    await page.getByRole('button', { name: 'Change to 2028' }).click();
    await saveButton(page).click();
    await expect(dayField(page)).toBeHidden();
    expect((await stored())!.launchDay).toBe(dayFromCalendar(2028, 1, 1));

    // A year that was kept by mistake.
    await open();
    await typeFirst(page, '1928');
    await saveButton(page).focus();
    await page.getByRole('button', { name: 'Keep 1928' }).click();
    await saveButton(page).click();
    await page.getByRole('button', { name: m.ledger_days_correct() }).click();
    await expect(page.getByRole('button', { name: m.ledger_days_correct() })).toBeHidden();
    expect((await stored())!.launchDay).toBe(dayFromCalendar(2028, 1, 1));
  },
);
