import { afterEach, describe, expect, it } from 'vitest';
import { competitionIn } from '#core/demand/niche/competition.ts';
import { priceBand } from '#core/demand/niche/price-band.ts';
import { barrierWords, placeWords } from '#components/pages/plan/competitors/competitor-words.ts';
import { showFor } from '#components/words/shown-for.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../../support/niches.ts';

afterEach(() => showFor({}));

const offers = [50, 10, 40, 20, 30].map((units30, i) =>
  marketOffer({
    ...{ units30, price: 10 * (i + 1), currency: 'GBP', ratings: 1_000, meanRating: 4.44 },
    launchDay: 20_000 - 300 * i,
  }),
);
const niche = knownNiche({ offers, offersDay: 20_000 });
const stated = knownNiche({
  niche: marketNiche({ priceLow360: 12, priceHigh360: 80, currency: 'GBP' }),
});

function place(price: number | null, currency: string | null = 'GBP', of = niche): string {
  showFor({ currency: () => currency });
  return placeWords(of, priceBand(of)!, { price, currency });
}

describe('the place of a price', () => {
  it('is said by the side of the band and the share of cheaper offers', () => {
    expect(place(32)).toBe(
      'At £32.00, this plan is within the usual prices of its niche. 60% of 5 offers are cheaper.',
    );
    expect(place(5)).toContain('cheaper than the usual prices of its niche. 0% of 5 offers');
    expect(place(99)).toContain('dearer than the usual prices of its niche. 100% of 5 offers');
    expect(place(5, 'GBP', stated)).toBe(
      'At £5.00, this plan is cheaper than the lowest price of its niche.',
    );
  });

  it('is not said where it cannot be compared', () => {
    expect(place(null)).toBe('The product has no price yet, so it cannot be compared.');
    expect(place(32, 'EUR')).toContain('the file’s prices are in British Pound (GBP), your shop’s');
    expect(place(32, null)).toContain('the currency of the file or of your shop is not known');
  });
});

describe('barriers', () => {
  const words = () => barrierWords(niche, competitionIn(niche)).map(plain);
  const plain = (text: string) => text.replaceAll('\u2060', '');

  it('are said in sentences', () => {
    expect(words()).toEqual([
      'The 5 offers that sell best: 1,000 ratings (median), 4.4 of 5 stars on average, half on sale since Feb 2023 or longer.',
      '40% of 5 offers were launched in the last year. They have 40% of the units.',
      // Units 50, 40, 30, 20 and 10 of 150: Σs² = 5,500 / 22,500, of which the inverse is 4.1.
      'The three largest of 5 offers have 80% of the units. That is as concentrated as 4 equal offers.',
      'One product of the niche sells 240–480 units in 360 days.',
    ]);
  });

  it('are said in Chinese', () =>
    inChinese(() => {
      expect(words()[2]).toBe(
        '5 款商品里，最大的三款占销量的 80%，集中程度相当于 4 款销量相同的商品。',
      );
    }));

  it('leave out what is not known', () => {
    expect(barrierWords(stated, competitionIn(stated))).toEqual([]);
  });
});
