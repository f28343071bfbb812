import { describe, expect, it } from 'vitest';
import { knownNiches } from '#core/demand/niche/known-niches.ts';
import { NO_FACTS, searchFile } from '../../../support/market-data.ts';
import { marketNiche, marketOffer, nichesFile, productsFile } from '../../../support/niches.ts';

const lamp = marketNiche({ name: 'Table Lamps', terms: ['bedside lamp'] });
const rug = marketNiche({ name: 'wool rug' });
const offers = [marketOffer({ id: 'B0LAMP', price: 30 })];
const of = (said: Partial<typeof NO_FACTS>) => ({ facts: { ...NO_FACTS, ...said } });

describe('knownNiches', () => {
  it('joins the row of a niche to its products, whatever case and plural', () => {
    const files = [
      searchFile(),
      productsFile(offers, { fileName: 'p.csv', ...of({ niche: 'table lamp', updated: 20_000 }) }),
      nichesFile([rug, lamp]),
    ];
    expect(knownNiches(files)).toEqual([
      {
        ...{ name: 'Table Lamps', terms: ['bedside lamp'], niche: lamp, offers },
        ...{ offersDay: 20_000, fileNames: ['niches.csv', 'p.csv'] },
      },
      {
        ...{ name: 'wool rug', terms: [], niche: rug, offers: [], offersDay: NaN },
        fileNames: ['niches.csv'],
      },
    ]);
    expect(knownNiches([])).toEqual([]);
  });

  it('takes the newer of two files on the same niche: by day, else the later one', () => {
    const [first, second] = [10, 20].map((products) => marketNiche({ products }));
    const file = (niche: typeof lamp, updated: number) => nichesFile([niche], of({ updated }));
    const standing = (...files: Parameters<typeof knownNiches>[0][number][]) =>
      knownNiches(files).map(({ niche }) => niche?.products);
    expect(standing(file(first!, NaN), file(second!, NaN))).toEqual([20]);
    expect(standing(file(first!, 20_001), file(second!, 20_000))).toEqual([10]);
    expect(standing(file(first!, 20_000), file(second!, 20_000))).toEqual([20]);
    expect(standing(file(first!, 20_000), file(second!, NaN))).toEqual([20]);
  });
});
