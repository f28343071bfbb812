import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openDemoShop, startTraining, untilTrained } from './main-flow.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, whatever its state (${colorScheme})`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of ['/', '/data/', '/model/', '/plan/']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoViolations(page, `${path} without data`);
    }
    await page.goto('/');
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'broken.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('title,price\nMug,5\n'),
    });
    await expect(page.getByRole('button', { name: 'Import' })).toBeDisabled();
    await expectNoViolations(page, 'columns that do not fit');

    await page.goto('/');
    await openDemoShop(page);
    await expectNoViolations(page, '/data/');
    await startTraining(page);
    await expect(page.getByText(/Pass \d+ of/)).toBeVisible({ timeout: 30_000 });
    await expectNoViolations(page, '/model/ while it trains');
    await untilTrained(page);
    await expectNoViolations(page, '/model/');
    await page.getByRole('link', { name: 'Plan new products' }).click();
    await expect(page.getByRole('button', { name: 'Make plans' })).toBeVisible();
    await expectNoViolations(page, '/plan/ before');
    await page.getByRole('button', { name: 'Make plans' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 plans/);
    await expectNoViolations(page, '/plan/');
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectNoViolations(page, '/plan/ with a removal to undo');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .locator('main')
      .getByRole('link', { name: /Hammock/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
    await expectNoViolations(page, 'one plan');
  });
}

test('the main job is done by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await pressOn(page, 'button', 'Try the demo shop');
  await expect(page).toHaveURL(/\/data\//, { timeout: 30_000 });
  await pressOn(page, 'button', 'Train the model');
  await expect(page).toHaveURL(/\/model\//);
  await untilTrained(page);
  await pressOn(page, 'link', 'Plan new products');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 new products/);
  await pressOn(page, 'button', 'Make plans');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/30 plans/);
  const firstPlan = page.locator('main').getByRole('link').first();
  await pressOn(
    page,
    'link',
    (await firstPlan.getAttribute('aria-label')) ?? (await firstPlan.innerText()).trim(),
  );
  await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
});

/** Tabs until the named control has the focus, as a person without a mouse would, and presses Enter. */
async function pressOn(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const control = page.getByRole(role, { name }).first();
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected Tab to reach ${role} "${name}"`);
}
