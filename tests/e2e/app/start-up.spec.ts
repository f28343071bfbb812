// What a page says where the browser or the way to it keeps the app from running: never a page that looks alive and answers nothing.
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';
import { openDemoShop } from '../support/main-flow.ts';
import { untilAnswering } from '../support/quiet.ts';

test.use({ expectProblems: true });

const TITLE = { en: 'Debut has not started', zh: 'Debut 没有启动' } as const;
const failed = (page: Page) => page.locator('#not-started');

const FORBIDDEN: Readonly<Record<string, () => void>> = {
  'is hidden': () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The user denied access.', 'SecurityError');
        },
      });
  },
  'refuses to be opened': () => {
    const refuse = () => {
      throw new DOMException('The user denied access.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    for (const name of ['open', 'databases'])
      Object.assign(IDBFactory.prototype, { [name]: refuse });
  },
};
for (const [says, forbid] of Object.entries(FORBIDDEN))
  test(`where storage ${says} the page answers, and says what it cannot do and why`, async ({
    page,
  }) => {
    await page.addInitScript(forbid);
    await page.goto('./');
    await untilAnswering(page);
    await expect(page.getByRole('alert')).toContainText(m.feedback_storage_failed_title());
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await page.locator('a[href$="help/"]').first().click();
    await expect(page).toHaveURL(/\/help\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(failed(page)).toBeHidden();
  });

test('without channels between tabs everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });
  await page.goto('./');
  await openDemoShop(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2,000 launches/);
});

const BROKEN: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a script comes as plain text': (page) =>
    page.route(/entry\/app\..*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/plain', body: 'export {};' }),
    ),
  'a script is cut short': (page) =>
    page.route(/entry\/app\..*\.js$/, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: body.slice(0, body.length / 2) });
    }),
  'a script never comes': (page) => page.route(/entry\/app\..*\.js$/, (route) => route.abort()),
  'a script hangs': (page) => page.route(/entry\/app\..*\.js$/, () => undefined),
};
for (const [says, breakIt] of Object.entries(BROKEN))
  test(
    `where ${says}, the page says so, why and what to do`,
    { tag: says === 'a script never comes' ? [] : '@whole' },
    async ({ page }) => {
      await breakIt(page);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(failed(page).getByText(TITLE.en)).toBeVisible();
      await expect(failed(page)).toContainText(TITLE.zh);
      // What comes from now on is whole.
      await page.route(/entry\/app\..*\.js$/, (route) => route.continue());
      await failed(page).getByRole('link').first().click();
      await untilAnswering(page);
      await expect(failed(page)).toBeHidden();
    },
  );
