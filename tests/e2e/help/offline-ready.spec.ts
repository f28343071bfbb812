// “Ready for offline” is true when it is said: everything is fetched at one press, the host goes away, and what is deleted is missed.
import type { Page } from '@playwright/test';
import { EXERCISES } from '#core/app/exercises.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { startServerProcess, untilOfflineReady } from '../support/site.ts';
import { LOCALES } from '../support/stored-project.ts';

test.use({ serviceWorkers: 'allow', locale: LOCALES.en });

const all = String(EXERCISES.length);
const ready = (page: Page) => page.getByRole('status').filter({ hasText: m.room_ready_text() });
const missing = (page: Page) => page.getByRole('status').filter({ hasText: m.room_not_ready() });
const getAll = (page: Page) => page.getByRole('button', { name: m.room_ready_get() });

async function deleteCaches(page: Page, prefix: string): Promise<void> {
  await page.evaluate(async (begin) => {
    for (const name of await caches.keys()) if (name.startsWith(begin)) await caches.delete(name);
  }, prefix);
}

test(
  'one press fetches everything, and the workshop goes on without the host',
  { tag: '@whole' },
  async ({ page }) => {
    const server = await startServerProcess();
    await page.goto(`${server.url}workshop/leader/`);
    await untilOfflineReady(page);
    await expect(missing(page)).toBeVisible();
    await expect(ready(page)).toHaveCount(0);
    await getAll(page).click();
    await expect(ready(page)).toBeVisible({ timeout: 60_000 });
    await expectNoViolations(page, 'ready for offline');

    await server.stop();
    await page.goto(`${server.url}workshop/?start=fresh`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      m.workshop_title({ done: '2', all }),
    );
    await page.goto(`${server.url}workshop/leader/`);
    await expect(ready(page)).toBeVisible();

    await deleteCaches(page, 'debut-language');
    await expect(missing(page)).toBeVisible();
    await expect(ready(page)).toHaveCount(0);
  },
);

test.describe('of a host that is away', () => {
  test.use({ expectProblems: true });

  test(
    'what is missing stays missing, and says why; files that were deleted come again',
    { tag: '@whole' },
    async ({ page }) => {
      const server = await startServerProcess();
      await page.goto(`${server.url}workshop/leader/`);
      await untilOfflineReady(page);
      await expect(missing(page)).toBeVisible();
      await deleteCaches(page, 'debut ');
      await expect(page.getByText(m.room_ready_missing(), { exact: true })).toHaveCount(3);
      await getAll(page).click();
      await expect(ready(page)).toBeVisible({ timeout: 60_000 });

      await deleteCaches(page, 'debut');
      await expect(missing(page)).toBeVisible();
      await server.stop();
      await getAll(page).click();
      await expect(page.getByText(m.room_ready_app_refused())).toBeVisible({ timeout: 60_000 });
      await expect(ready(page)).toHaveCount(0);
      await expect(getAll(page)).toBeEnabled();
    },
  );
});
