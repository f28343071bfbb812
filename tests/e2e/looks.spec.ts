import { expectNoViolations } from './axe.ts';
import { localeOf, LOOKS, test, tour, untilQuiet } from './stored-project.ts';

// The longest file: whichever browser is free takes the next look.
test.describe.configure({ mode: 'parallel' });

const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 780 },
];

/** Kept until the next run, to be looked at. */
const SHOTS = 'test-results/looks';

for (const look of LOOKS) {
  const { locale, colorScheme } = look;
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ ...look, viewport: SIZES[0]! });

    test('every page of a stored project can be read by everyone', async ({ page }) => {
      test.setTimeout(120_000);
      for await (const name of tour(page)) {
        for (const viewport of SIZES) {
          await page.setViewportSize(viewport);
          await untilQuiet(page);
          const shot = `${name}-${viewport.width}-${colorScheme}-${localeOf(locale)}`;
          await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true });
          await expectNoViolations(page, shot);
        }
        await page.setViewportSize(SIZES[0]!);
      }
    });
  });
}
