import { describe, expect, it } from 'vitest';
import {
  assortmentIn,
  namesIn,
  NO_VARIANTS,
  variantNames,
  variantsNamed,
} from '#core/launch/product-variants.ts';

it('reads names in either language, each once', () => {
  expect(namesIn('S, M,L ;M\nXL')).toEqual(['S', 'M', 'L', 'XL']);
  expect(namesIn('红色、蓝色,米白')).toEqual(['红色', '蓝色', '米白']);
  expect(namesIn('红色\uff0c蓝色\uff1b米白')).toEqual(['红色', '蓝色', '米白']); // full-width punctuation
  expect(namesIn(' , ')).toEqual([]);
});

it('reads an assortment pack', () => {
  expect(assortmentIn('1-2-2-1')).toEqual([1, 2, 2, 1]);
  expect(assortmentIn('1:2:0')).toEqual([1, 2, 0]);
  expect(assortmentIn('1\uff1a2\uff1a2')).toEqual([1, 2, 2]);
  for (const none of ['', 'S-M', '0-0', '1--x']) expect(assortmentIn(none)).toEqual([]);
});

it('combines each size with each option', () => {
  const sizes = ['S', 'M'];
  expect(variantNames({ sizes, options: ['Red', 'Blue'] })).toEqual([
    ...['S / Red', 'M / Red', 'S / Blue', 'M / Blue'],
  ]);
  expect(variantNames({ sizes, options: [] })).toEqual(sizes);
  expect(variantNames({ sizes: [], options: ['Red'] })).toEqual(['Red']);
  expect(variantNames(NO_VARIANTS)).toEqual([]);
});

describe('variants by their names', () => {
  it('are sizes of options where each size comes in each', () => {
    const names = ['S / Red', 'M / Red', 'S / Blue', 'M / Blue'];
    expect(variantsNamed(names)).toMatchObject({ sizes: ['S', 'M'], options: ['Red', 'Blue'] });
    expect(variantNames(variantsNamed(names)!).toSorted()).toEqual(names.toSorted());
  });

  it('are sizes where some are missing, or they have one part', () => {
    expect(variantsNamed(['S / Red', 'M / Blue', 'S / Blue'])).toMatchObject({
      ...{ sizes: ['S / Red', 'M / Blue', 'S / Blue'], options: [] },
    });
    expect(variantsNamed(['30 ml', ' 50 ml ', '30 ml'])!.sizes).toEqual(['30 ml', '50 ml']);
  });

  it('are none for fewer than two', () => {
    expect(variantsNamed(['S', 'S', ''])).toBeNull();
  });
});
