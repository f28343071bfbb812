import AxeBuilder from '@axe-core/playwright';
import { m } from '#messages';
import { expect } from '../support/fixtures.ts';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ locale: LOCALES.en });

test(
  'the palette finds pages, products and actions by name, and keys lead to pages',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./data/');
    await untilAnswering(page);
    const palette = page.getByRole('dialog', { name: m.palette_title() });
    await page.getByRole('button', { name: m.palette_title() }).click();
    await expect(palette.getByRole('combobox')).toBeFocused();
    expect(
      (await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations,
    ).toEqual([]);

    // By name.
    await page.keyboard.type('calen');
    await expect(palette.getByRole('option').first()).toContainText(m.pages_calendar());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/calendar\/\?dataset=1$/);
    await expect(palette).toBeHidden();

    // A product, and a way to say that nothing was found.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('qqqq');
    await expect(palette.getByText(m.palette_nothing())).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    const plan = palette
      .getByRole('group', { name: m.palette_plans() })
      .getByRole('option')
      .first();
    const title = await plan.innerText();
    await plan.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    // An action.
    await page.keyboard.press('Meta+k');
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

    // Keys, until they are switched off.
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/settings\//);
    await page.getByText(m.settings_keys_off(), { exact: true }).click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    await expect(palette).toBeHidden();
    await expect(page).toHaveURL(/\/settings\//);
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
  },
);
