import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

/** The app was never opened before: no service worker knows where it lies. */
test.use({ expectProblems: true });

const homeLink = (page: Page) => page.getByRole('link', { name: 'Go to the home page' });

for (const path of ['nowhere/', 'no/such/page/', 'nowhere']) {
  test(`the not-found page at ${path} leads home and asks for nothing that is missing`, async ({
    page,
    openSite,
    problems,
  }) => {
    const site = await openSite();
    const manifest = page.waitForResponse(/manifest/);
    expect((await page.goto(site.url + path))?.status()).toBe(404);
    expect((await manifest).url()).toBe(`${site.url}manifest.webmanifest`);
    await homeLink(page).click();
    await expect(page).toHaveURL(site.url);
    // The page itself is the only thing that was not found.
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(path);
  });
}

test('the not-found page finds the folder that the app lies in', async ({ page, openSite }) => {
  const site = await openSite({ basePath: '/some/path' });
  await page.goto(`${site.url}no/such/page/`);
  await expect(homeLink(page)).toHaveAttribute('href', '/some/path/');
});

test('the not-found page speaks the language chosen in the app', async ({ page, openSite }) => {
  const site = await openSite({ basePath: '/some/path' });
  await page.goto(site.url);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.goto(`${site.url}no/such/page/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(['这个地址没有页面']);
  const home = page.getByRole('link', { name: '回到首页' });
  await expect(home).toHaveAttribute('href', /\/some\/path\/$/);
});

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });

  test('the not-found page starts in Chinese', async ({ page, openSite }) => {
    const site = await openSite();
    await page.goto(`${site.url}nowhere/`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveTitle('这个地址没有页面 · Debut');
    await expect(page.getByText('There is no page')).toBeHidden();
    await expectNoViolations(page, 'the not-found page');
    await page.getByRole('link', { name: '回到首页' }).click();
    await expect(page).toHaveURL(site.url);
  });
});

test.describe('in a browser of a third language', () => {
  test.use({ locale: 'fr-FR' });

  test('the not-found page speaks English', async ({ page, openSite }) => {
    const site = await openSite();
    await page.goto(`${site.url}nowhere/`);
    await expect(homeLink(page)).toBeVisible();
    await expect(page.getByText('这个地址没有页面')).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the not-found page speaks both languages', async ({ page, openSite }) => {
    const site = await openSite();
    await page.goto(`${site.url}nowhere/`);
    await expect(page.getByText('There is no page at this address')).toBeVisible();
    await expect(page.getByText('这个地址没有页面')).toBeVisible();
  });
});
