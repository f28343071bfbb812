// What goes along with who opens their first data: seen once, or when it is asked for.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { openDemoShop } from '../support/main-flow.ts';
import { LOCALES } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: LOCALES.en, isNew: true, viewport: { width: 360, height: 740 } });

const card = (page: Page) => page.getByRole('region', { name: m.tour_label(), exact: true });
const place = (number: string, name: string) => m.tour_place({ number, all: '5', page: name });

test(
  'the tour comes with the first data, follows, and never comes again unless it is asked for',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./');
    await expect(card(page)).toHaveCount(0);
    await openDemoShop(page);
    await expect(card(page)).toContainText(place('1', m.pages_data()));
    // It lets reading go on where it is.
    expect(await card(page).evaluate((each) => each.contains(document.activeElement))).toBe(false);
    await untilQuiet(page);
    expect(await layoutFaults(page)).toEqual([]);
    await expectNoViolations(page, 'tour');
    const train = page.getByRole('button', { name: m.data_train() });
    const [pressed, over] = [await train.boundingBox(), await card(page).boundingBox()];
    expect(pressed!.y + pressed!.height).toBeLessThan(over!.y);
    // The end of the page can be read above it.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const end = await page.locator('main .private').boundingBox();
    expect(end!.y + end!.height).toBeLessThanOrEqual((await card(page).boundingBox())!.y);

    // The page's own button is what comes next.
    await expect(card(page)).toContainText(m.data_train());
    await expect(card(page).getByRole('button')).toHaveText([m.tour_skip()]);
    await page.getByRole('navigation').getByRole('link', { name: m.pages_model() }).click();
    await expect(card(page)).toContainText(place('2', m.pages_model()));
    // Who goes elsewhere is told of that; where there is nothing to say, nothing is said.
    await page.getByRole('link', { name: m.pages_settings() }).click();
    await expect(card(page)).toHaveCount(0);
    await page.getByRole('navigation').getByRole('link', { name: m.pages_evidence() }).click();
    await expect(card(page)).toContainText(place('5', m.pages_evidence()));
    await page.reload();
    await expect(card(page).getByRole('button', { name: m.tour_finish() })).toBeVisible();
    // Who goes on from its end has had it all.
    await page.getByRole('navigation').getByRole('link', { name: m.pages_data() }).click();
    await expect(card(page)).toHaveCount(0);
    await page.goto('./data/');
    await untilQuiet(page);
    await expect(card(page)).toHaveCount(0);

    await page.goto('./help/');
    await page.getByRole('button', { name: m.tour_again() }).click();
    await expect(card(page)).toContainText(place('1', m.pages_data()));
    await card(page).getByRole('button', { name: m.tour_skip() }).focus();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await page.reload();
    await untilQuiet(page);
    await expect(card(page)).toHaveCount(0);
  },
);
