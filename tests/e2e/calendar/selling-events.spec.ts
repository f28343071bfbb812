import type { Page } from '@playwright/test';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';

test.use({ locale: 'en-GB' });

const TITLE = 'Xmas Star Garland';

async function addProduct(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Plan' }).first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a CSV' }).click();
  const rows = ['title,category,list_price,unit_cost', `${TITLE},Home Decor,12,5`];
  const buffer = Buffer.from(rows.join('\n'));
  await (await chooser).setFiles({ name: 'new.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(/1 product added/)).toBeVisible();
}

test(
  'the country is chosen, counts once the model has learnt it, and can be undone',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(150_000);
    await page.goto('/');
    await chooseFile(page, { content: launchesCsv(generateShop({ launches: 60 }).launches) });
    await page.getByRole('button', { name: 'Import' }).click();
    const country = page.getByLabel('Country');
    await expect(country).toHaveValue('GB');
    await expect(page.getByRole('link', { name: 'Credits and licence' })).toBeVisible();
    await country.selectOption({ label: 'Germany' });
    await expect(country).toHaveValue('DE');
    await startQuickTraining(page);
    await untilTrained(page);

    await addProduct(page);
    await page.getByRole('button', { name: 'Make plans' }).click();
    await expect(page.getByRole('button', { name: 'Make plans again' })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('link', { name: TITLE, exact: true }).first().click();
    const decision = page.getByRole('region', { name: 'Decision' });
    await expect(decision.getByText('Christmas', { exact: true })).toBeVisible();
    await expect(
      decision.getByText(/25 December|24 December|weeks after the launch/),
    ).toBeVisible();

    const uncounted = page.getByText('This plan does not include the change yet.');
    const open = page.getByRole('button', { name: 'Change sales events' });
    await open.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Christmas' }).press('Space');
    await expect(decision.getByText('Fits no sales event')).toBeVisible();
    await expect(uncounted).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(open).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(uncounted).toBeHidden();
    await expect(decision.getByText('Christmas', { exact: true })).toBeVisible();

    await open.click();
    await page.getByRole('checkbox', { name: 'Easter' }).check();
    await page.keyboard.press('Escape');
    await expect(uncounted).toBeVisible();
    await decision.getByRole('button', { name: 'Make plans again' }).click();
    await expect(uncounted).toBeHidden({ timeout: 60_000 });
    await expect(decision.getByText('Easter', { exact: true })).toBeVisible();
    await expect(decision.getByText('set by you')).toBeVisible();

    await page.getByRole('link', { name: /^Data/ }).first().click();
    const outdated = page.getByText('The model has not seen your latest data.');
    await expect(country).toHaveValue('DE');
    await expect(outdated).toBeHidden();
    await country.selectOption({ label: 'No sales events' });
    await expect(outdated).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(outdated).toBeHidden();
    await page.reload();
    await expect(country).toHaveValue('DE');
  },
);
