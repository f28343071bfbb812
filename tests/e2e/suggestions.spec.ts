import { expect } from './fixtures.ts';
import { untilAnswering } from './site.ts';
import { LOCALES, test } from './stored-project.ts';

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
