import { describe, expect, it } from 'vitest';
import { mergeSpellings } from '#core/import/recipe/merge-spellings.ts';

describe('mergeSpellings', () => {
  it('gives values that differ in case or spacing their commonest spelling', () => {
    expect(
      mergeSpellings(['Social Ads', 'social ads', 'Social Ads', 'SocialAds', 'Email']),
    ).toEqual([...['Social Ads', 'Social Ads', 'Social Ads', 'Social Ads'], 'Email']);
  });

  it('leaves missing values missing', () => {
    expect(mergeSpellings(['', 'a', ''])).toEqual(['', 'a', '']);
  });

  it('prefers a spelling that is known already, however common another is', () => {
    expect(mergeSpellings(['TABLEWARE', 'TABLEWARE', 'Toys'], ['Tableware'])).toEqual([
      ...['Tableware', 'Tableware', 'Toys'],
    ]);
  });

  it('keeps apart what is known by two spellings', () => {
    expect(mergeSpellings(['AMAZON', 'amazon', 'AmaZon'], ['Amazon', 'amazon', 'Amazon'])).toEqual([
      ...['Amazon', 'amazon', 'Amazon'],
    ]);
  });
});
