import { describe, expect, it } from 'vitest';
import { joinNiches, nichesToOffer } from '#core/demand/niche/join-niches.ts';
import { knownNiche } from '../../../support/niches.ts';

const niches = [
  knownNiche({ name: 'Bedside lighting', terms: ['nightstand light', 'table lamp'] }),
  knownNiche({ name: 'lamp shade' }),
  knownNiche({ name: 'yoga mat' }),
];
const names = (categories: readonly string[], choices = {}, meant = {}) =>
  joinNiches(categories, niches, choices, meant).map((niche) => niche?.name ?? null);

describe('joinNiches', () => {
  it('joins by the words of names and of terms', () => {
    const categories = ['Table lamps', 'Lampshades > Lamp shades', 'Yoga', 'Rugs', ''];
    expect(names(categories)).toEqual(['Bedside lighting', 'lamp shade', 'yoga mat', null, null]);
  });

  it('follows the seller, whatever the plural of the name', () => {
    const choices = { 'Table lamps': 'Lamp shades', Yoga: '', Rugs: 'gone' };
    expect(names(['Table lamps', 'Yoga', 'Rugs'], choices)).toEqual(['lamp shade', null, null]);
    expect(names(['constructor'])).toEqual([null]);
  });

  it('joins none to a niche without a name', () => {
    const unnamed = [knownNiche({ name: '' }), ...niches];
    expect(joinNiches(['Vases', 'Yoga'], unnamed, { Yoga: '' })).toEqual([null, null]);
  });

  it('takes what was found by meaning where words find nothing and the seller chose nothing', () => {
    const meant = { Stretching: 'Yoga mats', Yoga: 'lamp shade', Rugs: 'yoga mat', Vases: 'gone' };
    const categories = ['Stretching', 'Yoga', 'Rugs', 'Vases'];
    expect(names(categories, { Rugs: '' }, meant)).toEqual(['yoga mat', 'yoga mat', null, null]);
    expect(names(['Stretching'], { Stretching: 'lamp shade' }, meant)).toEqual(['lamp shade']);
  });
});

describe('nichesToOffer', () => {
  it('offers all, and of very many those that share a word', () => {
    expect(nichesToOffer(['Rugs'], niches)).toEqual([niches]);
    const many = Array.from({ length: 300 }, (_, i) =>
      knownNiche({ name: i % 2 === 0 ? `rug ${i + 10}` : `mat ${i + 10}` }),
    );
    const [rugs, vases, mats] = nichesToOffer(['Wool rugs', 'Vases', 'Mats'], many);
    expect(rugs).toHaveLength(100);
    expect(rugs![1]!.name).toBe('rug 12');
    expect(vases).toEqual([]);
    expect(mats![1]!.name).toBe('mat 13');
    expect(nichesToOffer(['Rugs', 'Vases'], many, [many[4]!, many[7]!])).toEqual([rugs, [many[7]]]);
  });

  it('finds words in terms too', () => {
    const many = Array.from({ length: 101 }, (_, i) =>
      knownNiche({ name: `mat ${i + 10}`, terms: i === 50 ? ['carpet', 'floor rug'] : [] }),
    );
    expect(nichesToOffer(['Rugs'], many)).toEqual([[many[50]]]);
  });

  it('reads the words of niches once, however many categories there are', () => {
    let reads = 0;
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...knownNiche(),
      get name() {
        reads++;
        return `mat ${i + 10}`;
      },
    }));
    const readsFor = (categories: readonly string[]) => {
      reads = 0;
      nichesToOffer(categories, many, joinNiches(categories, many, { Rugs: 'gone' }));
      return reads;
    };
    expect(readsFor(['Rugs', 'Vases', 'Cups'])).toBe(readsFor(['Rugs']));
  });
});
