// Takes two files through the built app to a file of plans, as a seller would. Each step is one function, so that a
// changed page changes only one of them.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { m } from '#messages';
import { isoDate, type Day } from '#core/base/dates.ts';
import { sawTour } from '../../support/saw-tour.ts';

export interface PlanInApp {
  readonly address: string;
  /** Path of a CSV file; so is `products`. */
  readonly history: string;
  readonly products: string;
  readonly firstDay: Day;
  readonly searchSeconds: number;
  /** Script that workers run before their own; may be empty. */
  readonly before: string;
}

const MINUTE = 60_000;
const TRAINED_WITHIN = 10 * MINUTE;
const PLANNED_WITHIN = 5 * MINUTE;

/** Imports, trains and plans in the app. Returns the content of launch-plans.csv, which the app saves. */
export async function planInApp(browser: Browser, given: PlanInApp): Promise<string> {
  // A service worker would serve stored files, which the route below cannot change.
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  try {
    await sawTour(context);
    await context.route('**/workers/**/*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: given.before + (await response.text()) });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(MINUTE);
    await page.goto(given.address);
    await page.waitForLoadState('networkidle'); // a file chosen before the page listens is lost
    await importHistory(page, given.history);
    await train(page, given.searchSeconds);
    await openPlan(page);
    await addProducts(page, given.products);
    await planFrom(page, given.firstDay);
    await makePlans(page);
    return await savedPlans(page);
  } finally {
    await context.close();
  }
}

export async function importHistory(page: Page, path: string): Promise<void> {
  await page.getByLabel(m.home_choose_file(), { exact: true }).setInputFiles(path);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL(/dataset=/);
}

/** Trains with the default settings, except for the search time. */
export async function train(page: Page, searchSeconds: number): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: m.pages_model() }).first().click();
  await page.waitForURL(/\/model\//);
  await page.locator('summary', { hasText: m.forms_settings() }).click();
  const seconds = page.getByLabel(m.forms_settings_search(), { exact: true });
  await seconds.fill(String(searchSeconds));
  await seconds.blur();
  await page.getByRole('button', { name: m.data_train() }).click();
  const done = page.getByRole('button', { name: m.pages_train_again() });
  await done.waitFor({ timeout: TRAINED_WITHIN });
}

export async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: m.pages_plan_new() }).click();
  await page.waitForURL(/\/plan\//);
}

export async function addProducts(page: Page, path: string): Promise<void> {
  await page.getByLabel(m.plan_choose_csv(), { exact: true }).setInputFiles(path);
  await page.getByRole('button', { name: m.pages_make_plans() }).waitFor();
}

async function planFrom(page: Page, day: Day): Promise<void> {
  const field = page.getByLabel(m.pages_plan_from());
  await field.fill(isoDate(day));
  await field.blur();
}

export async function makePlans(page: Page): Promise<void> {
  await page.getByRole('button', { name: m.pages_make_plans() }).click();
  const done = page.getByRole('button', { name: m.pages_make_again() });
  await done.waitFor({ timeout: PLANNED_WITHIN });
}

async function savedPlans(page: Page): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: m.take_away() }).click();
  await page.getByRole('menuitem', { name: m.take_csv() }).click();
  return readFile(await (await saving).path(), 'utf8');
}
