import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { untilOfflineReady } from '../support/site.ts';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

async function openPanel(page: Page): Promise<void> {
  await page.goto('./settings/');
  await untilOfflineReady(page);
  await page.getByRole('button', { name: m.privacy_show() }).click();
  await expect(page.getByRole('heading', { name: m.privacy_asked() })).toBeFocused();
}

const requests = (page: Page) => page.getByRole('region', { name: m.privacy_every_request() });

test.describe('the privacy panel', () => {
  // What the browser refuses is an error in its console.
  test.use({ locale: LOCALES.en, expectProblems: true });

  test('lists what was asked for, page and workers alike, and what is stored', async ({ page }) => {
    await page.goto('./plan/');
    await untilOfflineReady(page);
    // Its model worker fetches the kernels.
    await page.locator('main a[href*="product="]').first().click();
    await page.locator('input[type=range]').first().waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Settings/ })
      .click();
    await page.getByRole('button', { name: m.privacy_show() }).click();
    await expect(page.getByText(m.privacy_only_files())).toBeVisible();
    await page.getByText(m.privacy_every_request(), { exact: true }).click();
    const kernels = requests(page).getByRole('row', { name: /\.wasm/ });
    await expect(kernels.filter({ hasText: m.privacy_asker_model() })).not.toHaveCount(0);
    await expect(requests(page).getByRole('row', { name: /model\.worker/ })).toHaveCount(1);
    await expect(requests(page).getByText('://')).toHaveCount(0);

    const stored = (kind: string) => page.getByRole('row', { name: new RegExp(`^${kind}`) });
    for (const kind of [m.privacy_kind_launches(), m.privacy_kind_models(), m.privacy_kind_app()])
      await expect(stored(kind)).toContainText(/\d(\.\d)? [kM]B/);
    await untilQuiet(page);
    await expectNoViolations(page, 'privacy panel');
    await page.setViewportSize({ width: 360, height: 740 });
    await untilQuiet(page);
    expect(await layoutFaults(page)).toEqual([]);
  });

  test('shows that the browser holds back whatever is sent, from the page and from workers', async ({
    page,
  }) => {
    await openPanel(page);
    await page.getByRole('button', { name: m.privacy_try_now() }).click();
    await expect(page.getByText(m.privacy_try_good())).toBeVisible();
    const refusals = page.getByRole('listitem').filter({ hasText: /^Blocked, from/ });
    await expect(refusals).toHaveCount(4);
    // Long enough for a second try, which was counted once.
    await page.waitForTimeout(2_500);
    await expect(page.getByText('Blocked by the browser: 4.')).toBeVisible();
    // It was tried and nothing came of it: nothing strange has happened.
    await expect(page.getByText(m.privacy_only_files())).toBeVisible();
  });

  test('says so where something else is asked for', async ({ page }) => {
    await openPanel(page);
    // Nothing that a test can do gets past the browser: this is what an extension's request would be told as.
    await page.evaluate(() =>
      new BroadcastChannel('debut-requests').postMessage([
        {
          ...{ id: 'x', from: 'page', told: location.href, method: 'POST', answeredBy: null },
          url: 'https://elsewhere.example/collect?secret=1',
        },
      ]),
    );
    await expect(page.getByText(m.privacy_strange())).toBeVisible();
    await page.getByText(m.privacy_every_request(), { exact: true }).click();
    const first = requests(page).getByRole('row').nth(1);
    await expect(first).toContainText('https://elsewhere.example/collect');
  });
});
