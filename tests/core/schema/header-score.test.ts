import { describe, expect, it } from 'vitest';
import { headerName, headerScore } from '#core/schema/header-score.ts';

describe('headerName', () => {
  it.each([
    { says: 'underscores', input: 'units_sold_4w', gives: 'units sold 4w' },
    { says: 'camel case', input: 'unitsSold', gives: 'units sold' },
    { says: 'accents', input: 'Catégorie', gives: 'categorie' },
    { says: 'brackets', input: 'Price (USD)', gives: 'price' },
    { says: 'a header in brackets', input: '(price)', gives: 'price' },
    { says: 'full-width letters', input: '商品ＩＤ', gives: '商品id' },
    { says: 'Japanese voicing marks', input: 'ブランド', gives: 'ブランド' },
  ])('reads through $says', ({ input, gives }) => {
    expect(headerName(input)).toBe(gives);
  });
});

describe('headerScore', () => {
  it('prefers the exact name, then one with words that say when, then one that contains it', () => {
    const scores = ['revenue', 'revenue 4w', 'our revenue so far', 'rent'].map((header) =>
      headerScore('revenue', header),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
    expect(scores.at(-1)).toBe(0);
  });

  it('prefers the better word: a title to a description', () => {
    expect(headerScore('title', 'title')).toBeGreaterThan(headerScore('title', 'description'));
  });
});
