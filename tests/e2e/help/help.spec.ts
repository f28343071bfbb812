import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { pagePaths } from '../support/site.ts';
import { untilAnswering } from '../support/quiet.ts';

const SIZES = { wide: 1280, tablet: 768, phone: 360 } as const;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const [size, width] of Object.entries(SIZES)) {
  test(
    `the help is one press away on every page (${size})`,
    { tag: '@whole' },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of pagePaths()) {
        await page.goto(`./${path}`);
        await untilAnswering(page);
        await page
          .getByRole('link', { name: 'Help', exact: true })
          .filter({ visible: true })
          .click();
        await expect(heading(page)).toHaveText('How Debut works');
        await expect(page).toHaveURL(/\/help\/$/);
      }
    },
  );
}

test('the pages of the help lead to each other, and say which one is open', async ({ page }) => {
  await page.goto('./help/');
  const pages = page.getByRole('navigation', { name: 'On the help pages' });
  for (const name of [
    ...['How to get your data', 'What the numbers mean'],
    ...['What buyers say: reviews, returns and questions', 'Market data files'],
    'How Debut works',
  ]) {
    await pages.getByRole('link', { name }).click();
    await expect(heading(page)).toHaveText(name);
    await expect(pages.locator('[aria-current=page]')).toHaveText(name);
  }
});

test('each part is reached by its anchor, and unfolds the columns that are read', async ({
  page,
}) => {
  await page.goto('./help/data/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  for (const link of await contents.getByRole('link').all()) {
    const name = await link.innerText();
    await link.click();
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeInViewport();
  }
  await page.goto('./help/data/#etsy');
  const etsy = page.getByRole('region', { name: 'Etsy' });
  await expect(etsy.getByRole('heading')).toBeInViewport();
  await etsy.getByText('Columns that are read').first().click();
  await expect(etsy.getByText('Sale Date', { exact: true })).toBeVisible();
});

test('without data the data page leads to how to get some, and a half export to its platform', async ({
  page,
}) => {
  await page.goto('./data/');
  await page.getByRole('link', { name: /^How to get your data/ }).click();
  await expect(heading(page)).toHaveText('How to get your data');

  await page.goto('./');
  await chooseFile(page, { content: 'Name,Created at,Lineitem name\n#1,2024-01-03,Mug\n' });
  await page.getByRole('link', { name: /^How to get your data/ }).click();
  await expect(page).toHaveURL(/\/help\/data\/#shopify$/);
  const shopify = page.getByRole('region', { name: 'Shopify' });
  await expect(shopify.getByRole('heading')).toBeInViewport();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(shopify.locator('summary').first()).toBeFocused({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
});
