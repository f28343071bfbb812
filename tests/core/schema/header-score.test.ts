import { describe, expect, it } from 'vitest';
import { headerFit, headerName } from '#core/schema/header-score.ts';

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

describe('headerFit', () => {
  it('prefers the same name, then one with words that say when, then one that contains it', () => {
    const fits = ['revenue', 'revenue 4w', 'our revenue so far', 'rent'].map((header) =>
      headerFit('revenue', header),
    );
    expect(fits.map((fit) => fit?.reason)).toEqual([
      ...['same-name', 'name-without-units', 'part-of-name', undefined],
    ]);
    const scores = fits.map((fit) => fit?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  it('prefers the better word: a title to a description', () => {
    const [title, description] = ['title', 'description'].map((word) => headerFit('title', word));
    expect(title!.score).toBeGreaterThan(description!.score);
  });

  it('does not prefer one language to another', () => {
    expect(headerFit('revenue', '销售额')).toEqual(headerFit('revenue', 'revenue'));
  });
});
