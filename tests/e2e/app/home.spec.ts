import { m } from '#messages';
import { expect } from '../support/fixtures.ts';
import { LOCALES, test } from '../support/stored-project.ts';

test.use({ locale: LOCALES.en });

test('who comes back sees what comes next and what waits, and never the greeting of a stranger', async ({
  page,
}) => {
  await page.goto('./plan/');
  await page.locator('main ol a[href*="product="]').first().click();
  const adopt = page.getByRole('button', { name: m.ledger_adopt() });
  await expect(adopt).toBeVisible(); // or the heading is still that of the list
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const place = await adopt.boundingBox();
  await page.getByRole('button', { name: m.take_away() }).click();
  await page.getByRole('menuitem', { name: m.take_csv() }).click();
  await expect(page.getByRole('main').getByText(m.take_share_file())).toBeVisible();
  expect(await adopt.boundingBox()).toEqual(place);
  await adopt.click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();

  // Seen at any moment, were it only for one.
  await page.addInitScript((greeting) => {
    const look = () => {
      const heading = [...document.querySelectorAll('h1')].find(
        ({ textContent }) => textContent === greeting,
      );
      if (heading?.checkVisibility({ visibilityProperty: true })) sessionStorage.greeted = 'yes';
      requestAnimationFrame(look);
    };
    look();
  }, m.home_title());
  await page.goto('./');
  const next = page.getByRole('region', { name: m.home_next(), exact: true });
  await expect(next.getByRole('heading', { name })).toBeVisible();
  await expect(next.getByText(/^[\d,]+ units?$/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ in the next two weeks$/);
  expect(await page.evaluate(() => sessionStorage.greeted as unknown)).toBeUndefined();

  const needs = page.getByRole('region', { name: m.home_needs() });
  await needs.getByRole('link', { name: /^Save/ }).click();
  await expect(page).toHaveURL(/\/settings\//);
});
