import { describe, expect, it } from 'vitest';
import { priceBand, pricePlace } from '#core/demand/niche/price-band.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../support/niches.ts';

// 11 prices from 10 to 60 in steps of 5: type 7 puts the 10th percentile on the second and the 90th on the last but one.
const offers = Array.from({ length: 11 }, (_, i) =>
  marketOffer({ price: 60 - 5 * i, currency: '$' }),
);
const stated = marketNiche({
  ...{ priceLow360: 12, priceMean: 24.99, priceHigh360: 80, currency: 'USD' },
});
const offered = knownNiche({ offers, niche: stated });

describe('priceBand', () => {
  it('has percentiles of the offers’ prices', () => {
    const unpriced = [NaN, 0, -5, Infinity].map((price) => marketOffer({ price }));
    expect(priceBand(knownNiche({ offers: [...unpriced, ...offers], niche: stated }))).toEqual({
      ...{ basis: 'offers', low: 15, middle: 35, high: 55, currency: '$', offers: 11 },
    });
  });

  it('has what a list of niches states, where too few offers have a price', () => {
    const niche = knownNiche({ niche: stated, offers: offers.slice(0, 3) });
    const band = { basis: 'stated', low: 12, high: 80, currency: 'USD', offers: 0 };
    expect(priceBand(niche)).toEqual({ ...band, middle: 24.99 });
    for (const priceMean of [NaN, 11, 81]) {
      const bare = marketNiche({ priceLow360: 80, priceHigh360: 12, priceMean, currency: 'USD' });
      expect(priceBand(knownNiche({ niche: bare }))).toEqual({ ...band, middle: null });
    }
  });

  it('is null where nothing tells', () => {
    expect(priceBand(knownNiche({ niche: marketNiche({ priceLow360: 5 }) }))).toBeNull();
    expect(priceBand(knownNiche())).toBeNull();
  });
});

describe('pricePlace', () => {
  const place = (niche: typeof offered, price: number, currency: string | null = 'USD') =>
    pricePlace(niche, priceBand(niche)!, { price, currency });

  it('says the share of offers that are cheaper, and the side of the band', () => {
    expect(place(offered, 35)).toEqual({ side: 'within', cheaper: 5 / 11 });
    expect(place(offered, 9)).toEqual({ side: 'below', cheaper: 0 });
    expect(place(offered, 99)).toEqual({ side: 'above', cheaper: 1 });
    expect(place(knownNiche({ niche: stated }), 20)).toEqual({ side: 'within', cheaper: null });
  });

  it('is null where currencies differ or are not known', () => {
    expect(place(offered, 35, 'CAD')).not.toBeNull(); // "$" may be Canadian
    expect(place(offered, 35, 'EUR')).toBeNull();
    expect(place(offered, 35, null)).toBeNull();
    expect(place(knownNiche({ niche: stated }), 20, 'CAD')).toBeNull();
    const unnamed = knownNiche({ niche: { ...stated, currency: null } });
    expect(place(unnamed, 20)).toBeNull();
  });
});
