import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The app was never opened before: no service worker knows where it lies. */
test.use({ expectProblems: true });

const homeLink = (page: Page) => page.getByRole('link', { name: 'Go to the start page' });

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
