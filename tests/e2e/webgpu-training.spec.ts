import { launchesCsv } from '../support/demo-shop/write.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile, declineLanguageModel, searchNothing } from './main-flow.ts';

test('a small model trains on WebGPU, really, and its loss falls', async ({ page }) => {
  test.setTimeout(180_000);
  const csv = launchesCsv(generateShop({ launches: 60 }).launches);
  await page.goto('/');
  await chooseFile(page, { content: csv });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/60 launches/);
  await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();

  // A software adapter is never taken by itself; asked for, it is.
  await expect(page.getByText(/On this device: WebAssembly/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('radio', { name: /GPU \(WebGPU\)/ }).check();
  await expect(page.getByText(/On this device: GPU/)).toBeVisible({ timeout: 60_000 });

  await declineLanguageModel(page);
  await searchNothing(page);
  await page.getByRole('button', { name: 'Train the model' }).click();
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({ timeout: 150_000 });
  await expect(page.getByRole('definition').filter({ hasText: 'WebGPU' })).toBeVisible();
  const summary = (await page.getByText(/^Error after \d/).textContent()) ?? '';
  const [, last, first] =
    /passes: ([\d.]+) on launches it learns from.* began at ([\d.]+)/.exec(summary) ?? [];
  expect(Number(first)).toBeGreaterThan(0);
  expect(Number(last)).toBeLessThan(0.8 * Number(first));
});
