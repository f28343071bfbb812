import { expect, test } from '../support/fixtures.ts';

// Refusing to register the service worker is an error in the console.
test.use({ serviceWorkers: 'block', expectProblems: true });

test('no worker starts where nothing keeps it from sending data away', async ({
  page,
  openSite,
}) => {
  const site = await openSite({ bare: true });
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Try the demo shop' }).click();
  await expect(page.getByRole('alert')).toContainText('did not start', { timeout: 20_000 });
  expect(page.workers()).toEqual([]);
});
