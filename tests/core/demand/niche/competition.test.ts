import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOffers } from '#core/demand/niche/best-offers.ts';
import { competitionIn } from '#core/demand/niche/competition.ts';
import { concentration } from '#core/demand/niche/concentration.ts';
import { youngOffers } from '#core/demand/niche/young-offers.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../support/niches.ts';

const DAY = 20_000;
const offersOf = (field: string, values: readonly number[], more: object = {}) =>
  values.map((value) => marketOffer({ [field]: value, ...more }));

describe('bestOffers', () => {
  it('takes the ten with the most units', () => {
    // Units 12 down to 1; ratings are 100 times the units, so the ten best have 300 to 1,200.
    const offers = Array.from({ length: 12 }, (_, i) =>
      marketOffer({ units30: i + 1, ratings: 100 * (i + 1), meanRating: i === 0 ? 1 : 4.5 }),
    );
    expect(bestOffers(offers)).toEqual({
      ...{ measure: 'units', count: 10, ratings: 750, meanRating: 4.5, launchDay: null },
    });
  });

  it('goes by clicks, else by rank, where units are not known', () => {
    const clicked = [0.1, 0.4, NaN].map((clickShare360, i) =>
      marketOffer({ clickShare360, salesRank: 1, ratings: [5, 15, 99][i]! }),
    );
    expect(bestOffers(clicked)).toMatchObject({ measure: 'clicks', count: 2, ratings: 10 });
    const ranked = Array.from({ length: 11 }, (_, i) =>
      marketOffer({ salesRank: 11 - i, launchDay: DAY + i }),
    );
    // The offer of rank 11, launched first, is left out: days 1 to 10 remain, whose middle is 5.5.
    expect(bestOffers(ranked)).toMatchObject({ measure: 'rank', count: 10, launchDay: DAY + 5 });
  });

  it('is null where nothing is known of them', () => {
    expect(bestOffers([])).toBeNull();
    expect(bestOffers(offersOf('ratings', [1, 2, 3]))).toBeNull();
    expect(bestOffers(offersOf('units30', [1, 2, 3]))).toBeNull();
  });
});

describe('youngOffers', () => {
  it('has the share of the last 365 days, in offers and in what they sell', () => {
    const days = [DAY - 364, DAY - 365, DAY - 2_000, DAY - 30, NaN, DAY + 1];
    const offers = days.map((launchDay, i) => marketOffer({ launchDay, units30: 10 * (i + 1) }));
    // Of 10, 20, 30 and 40 units, 10 and 40 are of young offers.
    expect(youngOffers(offers, DAY)).toEqual({
      ...{ share: 0.5, known: 4, sold: { measure: 'units', share: 0.5 } },
    });
    expect(youngOffers(offers, NaN)).toBeNull();
    expect(youngOffers(offers.slice(0, 3), DAY)).toBeNull();
  });

  it('says nothing of sales that are not known', () => {
    const days = [1, 2, 3, 4].map((ago) => DAY - ago);
    expect(youngOffers(offersOf('launchDay', days), DAY)?.sold).toBeNull();
  });
});

describe('concentration', () => {
  it('is 1 / Σs², and the share of the three largest', () => {
    // Shares 0.5, 0.25, 0.15 and 0.1: Σs² = 0.25 + 0.0625 + 0.0225 + 0.01 = 0.345.
    const found = concentration(offersOf('units30', [15, 50, 10, 25]));
    expect(found).toMatchObject({ measure: 'units', offers: 4 });
    expect(found?.topShare).toBeCloseTo(0.9, 12);
    expect(found?.equalOffers).toBeCloseTo(1 / 0.345, 12);
  });

  it('is that of clicks where units are not known, and null for few offers or without sales', () => {
    const clicks = offersOf('clicks360', [1, 1, 1, 1, 1]);
    expect(concentration(clicks)).toMatchObject({ measure: 'clicks', offers: 5 });
    expect(concentration(clicks)?.topShare).toBeCloseTo(0.6, 12);
    expect(concentration(clicks)?.equalOffers).toBeCloseTo(5, 12);
    expect(concentration(clicks.slice(0, 3))).toBeNull();
    expect(concentration(offersOf('units30', [0, 0, 0, 0]))).toBeNull();
    expect(concentration(offersOf('units30', [5, NaN, NaN, NaN]))).toBeNull();
  });

  it('lies between one offer and all, as equal ones', () => {
    const sales = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(sales, (units) => {
        const found = concentration(offersOf('units30', units));
        if (!found) return;
        const total = units.reduce((all, each) => all + each, 0);
        const index = units.reduce((all, each) => all + (each / total) ** 2, 0);
        expect(found.equalOffers).toBeCloseTo(1 / index, 8);
        expect(found.topShare).toBeGreaterThanOrEqual(3 / units.length - 1e-12);
        expect(found.topShare).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('competitionIn', () => {
  it('has no figure that is NaN, whatever a file leaves out', () => {
    const figure = fc.oneof(fc.constantFrom(NaN, 0, -1, Infinity), fc.double({ min: 0, max: 1e6 }));
    const fields = ['price', 'units30', 'clickShare360', 'salesRank', 'ratings', 'launchDay'];
    const offer = fc
      .array(figure, { minLength: fields.length, maxLength: fields.length })
      .map((values) =>
        marketOffer(Object.fromEntries(fields.map((field, i) => [field, values[i]]))),
      );
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 15 }), figure, (offers, offersDay) => {
        const niche = knownNiche({ offers, offersDay, niche: marketNiche() });
        const found = competitionIn(niche);
        const flat = JSON.stringify(found, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value,
        );
        expect(flat).not.toContain('no number');
      }),
    );
  });
});
