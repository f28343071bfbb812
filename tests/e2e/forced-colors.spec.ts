// A seller who has set a few strong colours for everything (Windows contrast themes) still sees what is drawn.
import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';
import { contrast, inksOf } from './greyscale.ts';
import { LOCALES, test, tour, untilQuiet } from './stored-project.ts';

/** Of a graphic against what it stands on: WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ locale: LOCALES.en, colorScheme, contextOptions: { forcedColors: 'active' } });

    test('marks, bars and choices stand out from the page', async ({ page }) => {
      const seen = new Set<string>();
      for await (const name of tour(page)) {
        const ground = (await inksOf(page.locator('html'), 'background-color'))[0]!;
        const expectInks = async (what: string, marks: Locator) => {
          for (const ink of await inksOf(marks, 'background-color')) {
            seen.add(what);
            expect(contrast(ink, ground), `${what} on ${name}`).toBeGreaterThanOrEqual(
              LEAST_CONTRAST,
            );
          }
        };
        await expectInks('middle', page.locator('.range .middle'));
        await expectInks('line', page.locator('.range .eight'));
        await expectInks('bar', page.locator('.track > i'));
        await expectInks('target', page.locator('.track > b'));
        await expectInks('split', page.locator('.bar > i'));
        await expectInks('primary', page.locator('.btn.primary'));
      }
      expect([...seen].sort()).toEqual(['bar', 'line', 'middle', 'primary', 'split', 'target']);
      await page.goto('./settings/');
      await untilQuiet(page);
      const outline = (text: string) =>
        page
          .locator('label', { hasText: text })
          .evaluate((label) => getComputedStyle(label).outlineStyle);
      expect(await outline('As on this device')).toBe('solid');
      expect(await outline('Light')).toBe('none');
    });
  });
}
