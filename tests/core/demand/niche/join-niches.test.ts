import { describe, expect, it } from 'vitest';
import { joinNiches } from '#core/demand/niche/join-niches.ts';
import { knownNiche } from '../../../support/niches.ts';

const niches = [
  knownNiche({ name: 'Bedside lighting', terms: ['nightstand light', 'table lamp'] }),
  knownNiche({ name: 'lamp shade' }),
  knownNiche({ name: 'yoga mat' }),
];
const names = (categories: readonly string[], choices = {}) =>
  joinNiches(categories, niches, choices).map((niche) => niche?.name ?? null);

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
});
