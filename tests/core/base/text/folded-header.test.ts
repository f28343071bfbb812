import { describe, expect, it } from 'vitest';
import { foldedHeader } from '#core/base/text/folded-header.ts';

describe('foldedHeader', () => {
  it.each([
    { says: 'underscores', input: 'units_sold_4w', gives: 'units sold 4w' },
    { says: 'camel case', input: 'unitsSold', gives: 'units sold' },
    { says: 'accents', input: 'Catégorie', gives: 'categorie' },
    { says: 'brackets', input: 'Price (USD)', gives: 'price' },
    { says: 'a header in brackets', input: '(price)', gives: 'price' },
    { says: 'full-width letters', input: '商品ＩＤ', gives: '商品id' },
    { says: 'Japanese voicing marks', input: 'ブランド', gives: 'ブランド' },
  ])('reads through $says', ({ input, gives }) => {
    expect(foldedHeader(input)).toBe(gives);
  });
});
