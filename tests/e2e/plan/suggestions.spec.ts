import { expect } from '../support/fixtures.ts';
import { m } from '#messages';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: LOCALES.en });

test('the first press on a field with suggestions is enough to type into it', async ({ page }) => {
  await page.goto('./plan/');
  await untilAnswering(page);
  const category = page.getByLabel('Category', { exact: true });
  await category.scrollIntoViewIfNeeded();
  await category.click();
  await expect(page.getByRole('combobox', { name: 'Category' })).toBeFocused();
  await page.keyboard.type('Can');
  await expect(category).toHaveValue('Can');
  await page.getByRole('option', { name: /^Candles/ }).click();
  await expect(category).toHaveValue(/^Candles/);
  // By keyboard, too.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Brand' })).toBeFocused();
});

test(
  'a mistyped category is told at once, in the form and among the new products',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./plan/');
    await untilAnswering(page);
    const category = page.getByLabel('Category', { exact: true });
    const form = page.getByRole('form', { name: m.forms_add_a_product() });
    const meant = { name: m.forms_did_you_mean({ value: 'Pet Corner' }) };
    await category.fill('Pet Cornre');
    await form.getByRole('button', meant).click();
    await expect(category).toHaveValue('Pet Corner');
    await expect(category).toBeFocused();
    await expect(form.getByRole('button', meant)).toBeHidden();

    await category.fill('Pet Cornre');
    await page.getByLabel('Title', { exact: true }).fill('Copper bell');
    await page.getByRole('button', { name: m.forms_add_this_product() }).click();
    await expect(page.getByText(/^Category “Pet Cornre” \(1 product\)/)).toBeVisible();
    await page.getByRole('button', meant).click();
    await expect(page.getByRole('button', { name: m.feedback_undo() })).toBeVisible();
    const row = page.getByRole('row', { name: /Copper bell/ });
    await expect(row.getByRole('cell', { name: 'Pet Corner', exact: true })).toBeVisible();
  },
);
