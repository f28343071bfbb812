import { describe, expect, it } from 'vitest';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { launchesOfExports } from '#core/import/marketing/launches-of-exports.ts';
import { NOTHING_SAID } from '#core/import/marketing/report-match.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines } from '../../../support/order-lines.ts';
import { shopReport } from '../../../support/shop-reports.ts';

const request = {
  settings: { ...USUAL_DERIVATION, burnInDays: 0 },
  words: { coupon: 'Coupon', priceCut: 'Price cut' },
  reportChoice: NOTHING_SAID,
};
const lines = orderLines([
  { sku: 'OLD', title: 'Lamp', orderedAt: 0.5 },
  { sku: 'MUG-S', title: 'Mug - S', orderedAt: 20.5 },
  { sku: 'MUG-L', title: 'Mug - L', orderedAt: 21.5 },
  { sku: 'OLD', title: 'Lamp', orderedAt: 90.5 },
]);
const catalogue = [catalogueProduct({ productId: 'mug', title: 'Mug', skus: ['MUG-S', 'MUG-L'] })];
const reports = [
  shopReport('ads', [
    { ids: ['mug-s'], from: 20, until: 29, spend: 30 },
    { ids: ['MUG-L'], from: 20, until: 60, spend: 41 },
  ]),
];
const joined = {
  lines,
  catalogue,
  onHand: new Map(),
  reports,
  currency: null,
  gaps: [],
  problems: [],
};

describe('launchesOfExports', () => {
  it('counts ads of all variants for their product, and of each for itself', () => {
    const ofProducts = launchesOfExports(joined, request).launches;
    expect(ofProducts).toMatchObject([{ productId: 'mug', units: 2, adSpend: 30 + 28 }]);
    const settings = { ...request.settings, level: 'variant' as const };
    const ofVariants = launchesOfExports(joined, { ...request, settings }).launches;
    expect(ofVariants).toMatchObject([
      { productId: 'MUG-S', adSpend: 30 },
      { productId: 'MUG-L', adSpend: 29 },
    ]);
  });

  it('finds nothing where nothing was sold, and says nothing of reports that are not there', () => {
    expect(launchesOfExports({ ...joined, lines: null }, request)).toEqual({
      ...{ launches: [], account: null, reports: [], demand: null },
    });
    const without = launchesOfExports({ ...joined, reports: [] }, request);
    expect(without.reports).toEqual([]);
    expect(without.launches[0]!.adSpend).toBeNaN();
  });
});
