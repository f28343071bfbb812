// The lesson's step about words, with the real language model: asked for before it is downloaded, kept, done without.
import type { Page } from '@playwright/test';
import { languageFiles } from '#core/model/text/files.generated.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

/** The figure below its name. */
async function figure(page: Page, name: string): Promise<number> {
  const figures = page.locator('p', { has: page.getByText(name, { exact: true }) });
  return Number(await figures.locator('b').textContent());
}

test(
  'titles of the same meaning lie nearer than titles that are only written alike',
  { tag: '@whole' },
  async ({ page, openSite }) => {
    const site = await openSite();
    await page.goto(`${site.url}workshop/lesson/?step=words`);
    await expect(page.getByText('The language model is not on this device.')).toBeVisible();
    expect(await figure(page, 'Alike in letters')).toBeLessThan(0.4);

    await page.getByRole('button', { name: /^Download .* MB$/ }).click();
    const map = page.getByRole('heading', {
      name: '“Soft sofa for two” lies nearest to “Corner sofa”',
    });
    await expect(map).toBeVisible({ timeout: 60_000 });
    const alike = await figure(page, 'Alike in meaning (cosine)');
    await expectNoViolations(page, 'words');

    await page.getByRole('button', { name: 'Same letters, other meaning' }).click();
    await expect
      .poll(() => figure(page, 'Alike in meaning (cosine)'), { timeout: 30_000 })
      .toBeLessThan(alike - 0.1);
    expect(await figure(page, 'Alike in letters')).toBeGreaterThan(0.9);

    await page.getByLabel('First title').fill('Ankle boots');
    await expect(
      page.getByRole('heading', { name: /^“Ankle boots” lies nearest to .*[Bb]oots”$/ }),
    ).toBeVisible();

    await page.reload();
    await expect(map).toBeVisible({ timeout: 60_000 });
  },
);

test.describe('a host that cannot be reached', () => {
  test.use({ expectProblems: true });

  test(
    'leaves letters to compare, and can be tried again',
    { tag: '@whole' },
    async ({ page, openSite }) => {
      const site = await openSite();
      const weights = `**/${languageFiles.weights.name}`;
      await page.context().route(weights, (route) => route.abort());
      await page.goto(`${site.url}workshop/lesson/?step=words`);
      await page.getByLabel('Second title').fill('Soft soda for two');
      await page.getByRole('button', { name: /^Download .* MB$/ }).click();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({
        timeout: 60_000,
      });
      expect(await figure(page, 'Alike in letters')).toBeGreaterThan(0.9);
      await page.context().unroute(weights);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: /lies nearest to/ })).toBeVisible({
        timeout: 60_000,
      });
    },
  );
});
