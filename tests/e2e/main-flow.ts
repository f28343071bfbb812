// How a seller gets through the app, for the specs that need it to be somewhere.
import { expect, type Page } from '@playwright/test';

export async function openDemoShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo shop' }).click();
  await expect(page).toHaveURL(/\/data\//, { timeout: 30_000 });
}

export async function startTraining(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Train the model' })
    .or(page.getByRole('button', { name: 'Train the model' }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/model\//);
}

export async function untilTrained(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({ timeout: 120_000 });
}
