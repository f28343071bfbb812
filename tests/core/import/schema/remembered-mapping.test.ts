import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '#core/import/schema/mapping.ts';
import {
  headerSignature,
  recall,
  remember,
  rememberedMatches,
  type RememberedMapping,
} from '#core/import/schema/remembered-mapping.ts';

const headers = ['SKU', 'Price (EUR)', 'Day', 'Sold', 'Colour'];
const mapping: Mapping = {
  fields: { productId: 'SKU', listPrice: 'Price (EUR)', launchDate: 'Day', units: 'Sold' },
  attributes: ['Colour'],
};

describe('a remembered mapping', () => {
  it('is proposed again for the same headers in any order', () => {
    const known = remember([], headers, mapping);
    fc.assert(
      fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (shuffled) => {
        expect(recall(known, shuffled)).toEqual(mapping);
      }),
    );
  });

  it('speaks of the columns as this file calls them', () => {
    const written = ['sku', 'price (USD)', 'DAY', 'sold', 'colour'];
    expect(recall(remember([], headers, mapping), written)).toEqual({
      fields: { productId: 'sku', listPrice: 'price (USD)', launchDate: 'DAY', units: 'sold' },
      attributes: ['colour'],
    });
  });

  it('is not proposed for other headers', () => {
    const known = remember([], headers, mapping);
    expect(recall(known, headers.slice(1))).toBeNull();
    expect(recall(known, [...headers, 'Size'])).toBeNull();
  });

  it('takes the place of an older one for the same headers', () => {
    const changed = { ...mapping, attributes: [] };
    const known = remember(remember([], headers, mapping), headers.toReversed(), changed);
    expect(known).toHaveLength(1);
    expect(recall(known, headers)).toEqual(changed);
  });

  it('is forgotten when fifty newer ones came', () => {
    const several = Array.from({ length: 50 }, (_, i) => [`column ${i}`]);
    const known = several.reduce<readonly RememberedMapping[]>(
      (before, each) => remember(before, each, { fields: {}, attributes: [] }),
      remember([], headers, mapping),
    );
    expect(known).toHaveLength(50);
    expect(recall(known, headers)).toBeNull();
  });

  it('is sure of each of its fields', () => {
    expect(rememberedMatches(mapping).units).toEqual({
      header: 'Sold',
      confidence: 'sure',
      reason: 'remembered',
    });
    expect(headerSignature(headers)).not.toBe(headerSignature(['SKU']));
  });
});
