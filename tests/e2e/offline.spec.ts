import { expect, test } from './fixtures.ts';
import { openDemoShop, startQuickTraining, untilTrained } from './main-flow.ts';
import { pagePaths, startServerProcess, untilOfflineReady } from './site.ts';

test('every page opens, and a model trains, after the server is gone', async ({ page }) => {
  test.setTimeout(180_000);
  const server = await startServerProcess();
  await page.goto(server.url);
  await untilOfflineReady(page);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();

  for (const path of pagePaths()) {
    await page.goto(server.url + path);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  await page.goto(server.url);
  await openDemoShop(page);
  await startQuickTraining(page);
  await untilTrained(page);
});

test.describe('an unknown address', () => {
  test.use({ expectProblems: true });

  test('gets the not-found page, offline too', async ({ page }) => {
    const server = await startServerProcess();
    await page.goto(server.url);
    await untilOfflineReady(page);
    await server.stop();
    const answer = await page.goto(`${server.url}no/such/page/`);
    expect(answer?.status()).toBe(404);
    const home = page.getByRole('link', { name: 'Go to the start page' });
    await expect(home).toHaveAttribute('href', server.url);
  });
});
