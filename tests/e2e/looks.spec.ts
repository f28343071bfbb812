import { expectNoViolations } from './axe.ts';
import { expectRoomAtTwiceTheSize, expectRoomForLongTexts } from './room.ts';
import { LOCALES, localeOf, LOOKS, test, tour, untilQuiet } from './stored-project.ts';

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

    test('every page of a stored project can be read by everyone, larger and with longer words too', async ({
      page,
    }) => {
      test.setTimeout(240_000);
      for await (const name of tour(page)) {
        for (const viewport of SIZES) {
          await page.setViewportSize(viewport);
          await untilQuiet(page);
          const shot = `${name}-${viewport.width}-${colorScheme}-${localeOf(locale)}`;
          await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true });
          await expectNoViolations(page, shot);
        }
        // Which colours they have is no matter, and English has the longer words.
        if (locale === LOCALES.en) {
          await expectRoomAtTwiceTheSize(page, name);
          await expectRoomForLongTexts(page, name);
        }
        await page.setViewportSize(SIZES[0]!);
      }
    });
  });
}
