import { describe, expect, it } from 'vitest';
import { nicheFacts } from '#components/pages/data/market/niche-words.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../../support/niches.ts';

const facts = (niche: Parameters<typeof nicheFacts>[0]) =>
  nicheFacts(niche).map(({ label, value }) => `${label}: ${value.replaceAll('\u2060', '')}`);

describe('the facts of a niche', () => {
  it('say what a list of niches states', () => {
    const niche = marketNiche({
      ...{ meanUnitsLow360: 120, meanUnitsHigh360: 180, returnRate360: 0.042 },
      ...{ searches360: 120_000, searchGrowth180: 0.2, currency: 'USD' },
      ...{ priceLow360: 12, priceMean: 24.99, priceHigh360: 80 },
    });
    expect(facts(knownNiche({ niche }))).toEqual([
      'One product in 360 days: 120–180 units',
      'Prices: $12.00–80.00, $24.99 on average',
      'Searches in 360 days: 120,000, +20% in half a year',
      'Return rate: 4%',
    ]);
    const growing = marketNiche({ searchGrowth90: -0.1 });
    expect(facts(knownNiche({ niche: growing }))).toEqual([
      'Searches in 360 days: −10% in a quarter',
    ]);
  });

  it('say what offers tell', () => {
    const offers = [50, 10, 40, 20, 30].map((units30, i) =>
      marketOffer({
        ...{ units30, price: 10 * (i + 1), currency: '£', ratings: 1_000, meanRating: 4.44 },
        launchDay: 20_000 - 300 * i,
      }),
    );
    expect(facts(knownNiche({ offers, offersDay: 20_000 }))).toEqual([
      'One product in 360 days: 240–480 units',
      'Prices: £14.00–46.00, half below £30.00',
      'The 5 offers that sell best: 1,000 ratings (median), 4.4 of 5 stars on average, half on sale since Feb 2023 or longer',
      'Launched in the last year: 40% of the offers, 40% of the units',
      'The three largest: 80% of the units',
    ]);
  });

  it('leave out what is not known', () => {
    expect(nicheFacts(knownNiche())).toEqual([]);
    expect(nicheFacts(knownNiche({ niche: marketNiche(), offers: [marketOffer()] }))).toEqual([]);
  });
});
