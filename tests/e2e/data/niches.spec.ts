// A seller gives what a marketplace tells of a niche, and reads of its competitors beside the plan of a new product.
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults, lengthenTexts } from '../support/layout-faults.ts';
import { untilAnswering, untilQuiet } from '../support/quiet.ts';
import { test } from '../support/stored-project.ts';

test.use({ locale: 'en-GB' });

/** Twelve products, priced from £6 to £39, of which the first three have 60% of the clicks. */
function nicheProducts() {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const share = i < 3 ? 0.2 : 0.4 / 9;
    const launched = `3/${i + 1}/${i < 3 ? 2026 : 2019}`;
    return `Watering can ${i},B0CAN${i},Brand ${i},Garden,${launched},${900 - i},${share},${6 + 3 * i},${100 * (i + 1)},4.${i % 10},${i + 1}`;
  });
  const lines = [
    'Niche Name: garden watering can',
    'Niche Details - Products Tab',
    'Last updated on 5/7/2026',
    '',
    'Product Name,ASIN,Brand,Category,Launch Date,Niche Click Count (Past 360 days),Click Share (Past 360 days),Average Selling Price (Past 360 days) (GBP),Total Ratings,Average Customer Rating,Average BSR',
    ...rows,
  ];
  return {
    ...{ name: 'NicheDetailsProductsTab.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(`${lines.join('\n')}\n`),
  };
}

test(
  'products of a niche tell of the competitors of a plan',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('./data/?view=market');
    await untilAnswering(page);
    await page.locator('input[type="file"]').last().setInputFiles([nicheProducts()]);
    await page.getByRole('button', { name: m.data_add_to({ name: 'Demo shop' }) }).click();
    const niche = page.getByRole('listitem').filter({ hasText: 'garden watering can' }).first();
    await expect(niche).toContainText('Stands for “Garden Living”');
    await expect(niche).toContainText(/£9\.30\u2060?–\u2060?35\.70, half below £22\.50/);
    await expect(niche).toContainText('60% of the clicks');
    await page.getByLabel('Travel Bags', { exact: true }).selectOption('garden watering can');
    await expect(niche).toContainText('“Travel Bags”');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await layoutFaults(page)).toEqual([]);
    }
    await expectNoViolations(page, 'niches');

    await page.goto('./plan/');
    await page
      .getByRole('link', { name: /Watering Can/ })
      .first()
      .click();
    const competitors = page.getByRole('region', { name: m.niche_competitors() });
    await expect(competitors).toContainText(
      /At £[\d.]+, this plan is .* \d+% of 12 offers are cheaper/,
    );
    await expect(competitors).toContainText('25% of 12 offers were launched in the last year');
    await expect(competitors).toContainText('from “NicheDetailsProductsTab.csv”');
    expect(await competitors.innerText()).not.toMatch(/NaN|undefined|Infinity/);
    await untilQuiet(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await layoutFaults(page)).toEqual([]);
    }
    await lengthenTexts(page);
    expect(await layoutFaults(page)).toEqual([]);
  },
);
