import { m } from '#messages';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  chooseFile,
  declineLanguageModel,
  searchNothing,
  setNumber,
  untilTrained,
} from '../support/main-flow.ts';
import { untilOfflineReady } from '../support/site.ts';
import { LOCALES, test as stored } from '../support/stored-project.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

test(
  'who asked for it is told that a training has ended, and only while looking elsewhere',
  { tag: '@whole' },
  async ({ page, context }) => {
    await context.grantPermissions(['notifications']);
    // A headless browser hides no page behind another.
    await page.addInitScript(() => {
      Object.defineProperty(document, 'visibilityState', {
        get: () => (sessionStorage.elsewhere ? 'hidden' : 'visible'),
      });
    });
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const notices = await registration.getNotifications();
        return notices.map(({ title, body, data }) => ({ title, body, data: data as unknown }));
      });
    await page.goto('/');
    await untilOfflineReady(page);
    await chooseFile(page, { content: launchesCsv(generateShop({ launches: 60 }).launches) });
    await page.getByRole('button', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/60 launches/);
    await declineLanguageModel(page);
    await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();
    await searchNothing(page);
    await setNumber(page, m.forms_settings_epochs(), '40');
    await page.getByRole('button', { name: m.data_train() }).click();
    await page.getByRole('button', { name: m.notify_ask() }).click();
    await expect(page.getByText(m.notify_on())).toBeVisible();
    await untilTrained(page);
    expect(await shown()).toEqual([]);

    await page.evaluate(() => (sessionStorage.elsewhere = 'yes'));
    await page.getByRole('button', { name: m.pages_train_again() }).click();
    await expect(page.getByText(m.notify_on())).toBeVisible();
    await untilTrained(page);
    await expect.poll(shown).toEqual([
      expect.objectContaining({
        title: m.notify_trained(),
        data: { href: expect.stringMatching(/\/model\/\?dataset=1$/) as unknown },
      }),
    ]);
  },
);

stored.describe('an installed app', () => {
  stored.use({ locale: LOCALES.en });

  stored('carries how many results are due', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(navigator, {
        setAppBadge: (count: number) => Promise.resolve((sessionStorage.badge = String(count))),
        clearAppBadge: () => Promise.resolve((sessionStorage.badge = 'none')),
      });
    });
    const badge = () => page.evaluate(() => sessionStorage.badge as unknown);
    await page.goto('./plan/');
    await page.locator('main ol a[href*="product="]').first().click();
    await expect.poll(badge).toBe('none');
    await page.getByRole('button', { name: m.ledger_adopt() }).click();
    await expect(page.getByText(/^Adopted on /)).toBeVisible();
    await page.clock.setSystemTime(Date.now() + 3 * 365 * 86_400_000);
    await page.reload();
    await expect.poll(badge).toBe('1');
  });
});
