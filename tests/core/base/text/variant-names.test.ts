import { describe, expect, it } from 'vitest';
import { namedVariant } from '#core/base/text/variant-names.ts';

describe('namedVariant', () => {
  it.each([
    ['Hoodie - XL / Sand', 'Hoodie', 'XL / Sand'],
    ["Men's Running Shoe, Navy Blue, EU 43", "Men's Running Shoe", 'Navy Blue / EU 43'],
    ['Linen Shirt (Off White, M)', 'Linen Shirt', 'Off White, M'],
    ['Olive Oil 0.2 - 500 ml', 'Olive Oil 0.2', '500 ml'],
    ['Kissenbezug, 40 x 60 cm, dunkelblau', 'Kissenbezug', '40 x 60 cm / dunkelblau'],
    ['T-Shirt | Color: Black | Size: L', 'T-Shirt', 'Color: Black / Size: L'],
    ['加绒卫衣（深灰色，大号）', '加绒卫衣', '深灰色，大号'],
    ['Tea Towel, pack of 3', 'Tea Towel', 'pack of 3'],
    ['Chemise - bleu / 38', 'Chemise', 'bleu / 38'],
    ['Jeans, W32 L34', 'Jeans', 'W32 L34'],
    ['Dress (UK 8)', 'Dress', 'UK 8'],
    ['Socks - 39-42', 'Socks', '39-42'],
  ])('finds the variant of %s', (title, stem, variant) => {
    expect(namedVariant(title)).toEqual({ stem, variant });
  });

  it.each([
    ['another product behind a mark', 'Poster - London'],
    ['a scent', 'Candle, vanilla'],
    ['a colour within the name', 'Red Mug'],
    ['a year', 'Calendar, 2024'],
    ['a figure on a door', 'Number tile - 7'],
    ['an edition', 'Notebook (2nd edition)'],
    ['nothing but a variant', 'Black'],
    ['a hyphen within a word', 'Zip-L'],
    ['nothing', ''],
  ])('takes no variant from %s: %s', (_what, title) => {
    expect(namedVariant(title)).toBeNull();
  });
});
