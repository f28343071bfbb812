import { describe, expect, it } from 'vitest';
import { isCurrencyRate, plainRecipe, withCurrencyRates } from '#core/import/recipe/recipe.ts';

const recipe = {
  ...plainRecipe({ fields: { launchDate: 'date', units: 'sold' }, attributes: ['size'] }),
  currencyRates: { EUR: 1.08, GBP: 1.3 },
};

describe('isCurrencyRate', () => {
  it.each([
    { says: 'a fraction', rate: 0.0065, is: true },
    { says: 'more than one', rate: 1.08, is: true },
    { says: 'zero', rate: 0, is: false },
    { says: 'less than zero', rate: -1, is: false },
    { says: 'no number', rate: NaN, is: false },
    { says: 'no end', rate: Infinity, is: false },
  ])('takes $says: $is', ({ rate, is }) => {
    expect(isCurrencyRate(rate)).toBe(is);
  });
});

describe('withCurrencyRates', () => {
  it('sets what is typed, takes away what is emptied, and keeps the rest', () => {
    const changed = withCurrencyRates(recipe, { EUR: null, $: 0.9 });
    expect(changed).toEqual({ ...recipe, currencyRates: { GBP: 1.3, $: 0.9 } });
  });

  it('gives the recipe back where nothing is typed', () => {
    expect(withCurrencyRates(recipe, {})).toEqual(recipe);
    expect(withCurrencyRates(recipe, { SEK: null })).toEqual(recipe);
  });

  it.each([0, -2, NaN, Infinity])('refuses %d', (rate) => {
    expect(() => withCurrencyRates(recipe, { EUR: rate })).toThrow(RangeError);
  });
});
