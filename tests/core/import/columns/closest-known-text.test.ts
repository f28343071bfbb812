import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_VALUES } from '#core/import/columns/launch-overview.ts';
import { editDistance, unknownText } from '#core/import/columns/closest-known-text.ts';

const known = ['Mugs', 'Home Decor', 'Kitchen', 'Size 10', '马克杯', 'T-Shirts'];

describe('unknownText', () => {
  it.each(['Mugs', ' mugs ', 'HomeDecor', 'home  decor', 'tshirts', '', '  '])(
    'has nothing to say of "%s"',
    (text) => expect(unknownText(text, known)).toBeNull(),
  );

  it.each([
    ['Mgus', 'Mugs'],
    ['mug', 'Mugs'],
    ['Home decro', 'Home Decor'],
    ['Kichten', 'Kitchen'],
    ['马克怀', '马克杯'],
    ['T-Shrits', 'T-Shirts'],
  ])('takes "%s" for %s', (text, meant) =>
    expect(unknownText(text, known)).toEqual({ nearest: meant }),
  );

  it.each(['Garden', 'Mats', 'Size 12', '杯子', 'Mu', 'Kit'])('knows nothing like "%s"', (text) =>
    expect(unknownText(text, known)).toEqual({ nearest: null }),
  );

  it('offers the nearest, and of equals the commonest', () => {
    expect(unknownText('Candels', ['Candies', 'Candles'])).toEqual({ nearest: 'Candles' });
    expect(unknownText('Cans', ['Cars', 'Cats'])).toEqual({ nearest: 'Cars' });
  });

  it('takes a number for known where numbers are, with and without a unit', () => {
    for (const text of ['263', '0.5', '1.2 kg'])
      expect(unknownText(text, ['250 g', '300', '120 g'])).toBeNull();
    expect(unknownText('heavy', ['250 g', '300'])).toEqual({ nearest: null });
  });

  it('says nothing where not all that is known is listed, or nothing is known', () => {
    const many = Array.from({ length: MOST_VALUES }, (_, i) => `Kind ${i}`);
    expect(unknownText('Garden', many)).toBeNull();
    expect(unknownText('Garden', [])).toBeNull();
  });
});

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['abcd', 'acbd', 1],
    ['', 'abc', 3],
  ])('%s, %s: %d', (a, b, slips) => expect(editDistance(a, b)).toBe(slips));

  it('is none only between equals, the same both ways, and one for one letter more', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(12), (a, b, at) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, `${a.slice(0, at)}x${a.slice(at)}`)).toBe(1);
      }),
    );
  });
});
