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

  it('takes what was found by meaning where words find nothing and the seller chose nothing', () => {
    const meant = { Stretching: 'Yoga mats', Yoga: 'lamp shade', Rugs: 'yoga mat', Vases: 'gone' };
    const categories = ['Stretching', 'Yoga', 'Rugs', 'Vases'];
    expect(names(categories, { Rugs: '' }, meant)).toEqual(['yoga mat', 'yoga mat', null, null]);
    expect(names(['Stretching'], { Stretching: 'lamp shade' }, meant)).toEqual(['lamp shade']);
  });
});

describe('nichesToOffer', () => {
  it('offers all, and of very many those that share a word', () => {
    expect(nichesToOffer('Rugs', niches)).toEqual(niches);
    const many = Array.from({ length: 300 }, (_, i) =>
      knownNiche({ name: i % 2 === 0 ? `rug ${i + 10}` : `mat ${i + 10}` }),
    );
    const offered = nichesToOffer('Wool rugs', many);
    expect(offered).toHaveLength(100);
    expect(offered[1]!.name).toBe('rug 12');
    expect(nichesToOffer('Vases', many)).toEqual([]);
    expect(nichesToOffer('Vases', many, many[7])).toEqual([many[7]]);
  });
});
