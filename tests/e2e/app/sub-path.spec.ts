import { expect, test } from '../support/fixtures.ts';
import { openDemoShop } from '../support/main-flow.ts';
import { pagePaths, untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

for (const bare of [false, true]) {
  const host = bare ? 'a host that sends no headers' : 'a host that sends our headers';

  test(
    `the app runs in a folder of ${host}`,
    { tag: bare ? [] : '@whole' },
    async ({ page, openSite }) => {
      const site = await openSite({ basePath: '/some/path', bare });
      for (const path of pagePaths()) {
        await page.goto(site.url + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
      await page.goto(site.url);
      await openDemoShop(page);
      expect(page.url()).toContain('/some/path/data/');
    },
  );
}

test(
  'copies of the app in two folders of one host keep their files apart',
  { tag: '@whole' },
  async ({ page, openSite }) => {
    const first = await openSite({ basePath: '/first' });
    await page.goto(first.url);
    await untilOfflineReady(page);
    const names = await page.evaluate(() => caches.keys());
    expect(names).toHaveLength(1);
    expect(names[0]).toContain(first.url);
  },
);
