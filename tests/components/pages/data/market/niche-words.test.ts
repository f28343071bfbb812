import { describe, expect, it } from 'vitest';
import { nicheFacts } from '#components/pages/data/market/niche-words.ts';
import { m } from '#messages';
import { knownNiche, marketNiche, marketOffer } from '../../../../support/niches.ts';

const facts = (niche: Parameters<typeof nicheFacts>[0]) =>
  nicheFacts(niche).map(({ label, value }) => [label, value]);
const pair = (first: string, second: string) => m.niche_pair({ first, second });

describe('the facts of a niche', () => {
  it('say what a list of niches states', () => {
    const niche = marketNiche({
      ...{ meanUnitsLow360: 120, meanUnitsHigh360: 180, returnRate360: 0.042 },
      ...{ searches360: 120_000, searchGrowth180: 0.2, currency: 'USD' },
      ...{ priceLow360: 12, priceMean: 24.99, priceHigh360: 80 },
    });
    const mean = m.niche_price_mean({ price: '$24.99' });
    expect(facts(knownNiche({ niche }))).toEqual([
      [m.niche_units(), m.niche_units_range({ range: '120\u2060–\u2060180' })],
      [m.niche_prices(), pair('$12.00\u2060–\u206080.00', mean)],
      [m.niche_searches(), pair('120,000', m.niche_grown_180({ change: '+20%' }))],
      [m.niche_returns(), '4%'],
    ]);
    const growing = marketNiche({ searchGrowth90: -0.1 });
    expect(facts(knownNiche({ niche: growing }))).toEqual([
      [m.niche_searches(), m.niche_grown_90({ change: '−10%' })],
    ]);
  });

  it('say what offers tell', () => {
    const offers = [50, 10, 40, 20, 30].map((units30, i) =>
      marketOffer({
        ...{ units30, price: 10 * (i + 1), currency: '£', ratings: 1_000, meanRating: 4.44 },
        launchDay: 20_000 - 300 * i,
      }),
    );
    const half = m.niche_price_half({ price: '£30.00' });
    expect(facts(knownNiche({ offers, offersDay: 20_000 }))).toEqual([
      [m.niche_units(), m.niche_units_range({ range: '240\u2060–\u2060480' })],
      [m.niche_prices(), pair('£14.00\u2060–\u206046.00', half)],
      [
        'The 5 offers that sell best',
        '1,000 ratings (median), 4.4 of 5 stars on average, half on sale since Feb 2023 or longer',
      ],
      [
        m.niche_young(),
        pair(m.niche_young_share({ share: '40%' }), m.niche_of_units({ share: '40%' })),
      ],
      [m.niche_top(), m.niche_of_units({ share: '80%' })],
    ]);
  });

  it('leave out what is not known', () => {
    expect(nicheFacts(knownNiche())).toEqual([]);
    expect(nicheFacts(knownNiche({ niche: marketNiche(), offers: [marketOffer()] }))).toEqual([]);
  });
});
