import { afterEach, describe, expect, it } from 'vitest';
import { competitionIn } from '#core/demand/niche/competition.ts';
import { priceBand } from '#core/demand/niche/price-band.ts';
import { barrierWords, placeWords } from '#components/pages/plan/competitors/competitor-words.ts';
import { bestWords } from '#components/pages/data/market/niche-words.ts';
import { tally } from '#components/words/counts.ts';
import { showFor } from '#components/words/shown-for.ts';
import { m } from '#messages';
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
    const cheaper = (share: string) => m.niche_place_cheaper({ share, count: '5' });
    expect(place(32)).toBe(
      'At £32.00, this plan is within the usual prices of its niche. 60% of 5 offers are cheaper.',
    );
    expect(place(5)).toBe(`${m.niche_place_below({ price: '£5.00' })} ${cheaper('0%')}`);
    expect(place(99)).toBe(`${m.niche_place_above({ price: '£99.00' })} ${cheaper('100%')}`);
    const below = m.niche_place_stated_below({ price: '£5.00' });
    expect(place(5, 'GBP', stated)).toBe(below);
    const above = m.niche_place_stated_above({ price: '£99.00' });
    expect(place(99, 'GBP', stated)).toBe(above);
  });

  it('is not said where it cannot be compared', () => {
    expect(place(null)).toBe(m.niche_place_no_price());
    const both = { theirs: 'British Pound (GBP)', own: 'Euro (EUR)' };
    expect(place(32, 'EUR')).toBe(m.niche_place_currency(both));
    expect(place(32, null)).toBe(m.niche_place_unknown_currency());
  });
});

describe('barriers', () => {
  it('are said in sentences', () => {
    const [first, second, third, ...more] = barrierWords(niche, competitionIn(niche));
    const best = competitionIn(niche).best!;
    const offers = m.niche_best_units(tally(5));
    expect(first).toBe(m.niche_say_best({ offers, parts: bestWords(best) }));
    const young = { share: '40%', count: '5', sold: '40%' };
    expect(second).toBe(m.niche_say_young_units(young));
    // Units 50, 40, 30, 20 and 10 of 150: Σs² = 5,500 / 22,500, of which the inverse is 4.1.
    expect(third).toBe(
      'The three largest of 5 offers have 80% of the units. That is as concentrated as 4 equal offers.',
    );
    const units = m.niche_units_range({ range: '240\u2060–\u2060480' });
    expect(more).toEqual([m.niche_say_units({ units })]);
  });

  it('leave out what is not known', () => {
    expect(barrierWords(stated, competitionIn(stated))).toEqual([]);
  });
});
