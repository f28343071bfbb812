// Steps of a seller through the app, for specs that start from a certain page.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { m } from '#messages';
import type { Locale } from '#messages/runtime';

/**
 * Serves every fifth launch of the demo shop, for specs that do not depend on their number. Learning from 400 launches
 * takes a fifth of the time.
 */
export async function thinDemoShop(context: BrowserContext): Promise<void> {
  await context.route(/\/samples\/demo-shop(\.zh)?\.csv$/, async (route) => {
    const response = await route.fetch();
    const [header, ...rows] = (await response.text()).split('\n');
    const kept = rows.filter((_, i) => i % 5 === 0);
    await route.fulfill({ response, body: [header, ...kept].join('\n') });
  });
}

export async function openDemoShop(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.getByRole('button', { name: m.home_try_demo({}, { locale }) }).click();
  await expect(page).toHaveURL(/\/data\//, { timeout: 30_000 });
}

/** Chooses a file as a seller would, in the window that the page's button opens. */
export async function chooseFile(
  page: Page,
  { name = 'launches.csv', content }: { name?: string; content: string | Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Choose a file|选择文件)$/ }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

export async function startTraining(page: Page, locale: Locale = 'en'): Promise<void> {
  const name = m.data_train({}, { locale });
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  await expect(page).toHaveURL(/\/model\//);
}

/**
 * Turns the language model off, as the switch in the settings does, once the app has stored something. Reading the demo
 * shop's names takes about as long as a quick training, and specs about other things do without.
 */
export async function declineLanguageModel(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('debut-data');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction('settings', 'readwrite');
          change.objectStore('settings').put({ name: 'usesLanguageModel', value: false });
          change.onerror = () => reject(change.error!);
          change.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

/**
 * Sets the search time to zero on the model page. Backtests take more than half of a training, and specs about other
 * things do without.
 */
export async function searchNothing(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.locator('summary', { hasText: m.forms_settings({}, { locale }) }).click();
  await setNumber(page, m.forms_settings_search({}, { locale }), '0');
}

export async function setNumber(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.blur();
}

/** The specs need a model, but not a good one. */
const FEW_EPOCHS = '6';

interface QuickTraining {
  readonly withLanguageModel?: boolean;
}

export async function startQuickTraining(
  page: Page,
  locale: Locale = 'en',
  { withLanguageModel = false }: QuickTraining = {},
): Promise<void> {
  const word = { locale };
  if (!withLanguageModel) await declineLanguageModel(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: m.pages_model({}, word) })
    .first()
    .click();
  await searchNothing(page, locale);
  await setNumber(page, m.forms_settings_epochs({}, word), FEW_EPOCHS);
  await page.getByRole('button', { name: m.data_train({}, word) }).click();
}

export async function untilTrained(page: Page, locale: Locale = 'en'): Promise<void> {
  const name = m.pages_train_again({}, { locale });
  await expect(page.getByRole('button', { name })).toBeVisible({ timeout: 120_000 });
}

export async function makePlans(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.getByRole('link', { name: m.pages_plan_new({}, { locale }) }).click();
  await page.getByRole('button', { name: m.pages_make_plans({}, { locale }) }).click();
  await expect(page.getByRole('button', { name: m.pages_make_again({}, { locale }) })).toBeVisible({
    timeout: 60_000,
  });
}

/** Adopts the plan of the first product in the list, and returns the product's name. */
export async function adoptFirstPlan(page: Page): Promise<string> {
  await page.goto('./plan/');
  await page.locator('main ol a[href*="product="]').first().click();
  await page.getByRole('button', { name: m.ledger_adopt() }).click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}
