import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLaunchView, encodeLaunchView } from '#state/data/launch-view.ts';

const id = fc.oneof(
  fc.constantFrom('units', 'attribute:a&b=c', 'attribute:-'),
  fc.string({ minLength: 1 }).map((text) => `attribute:${text}`),
);
const view = fc.record({
  sort: fc.option(fc.record({ id, descending: fc.boolean() })),
  filter: fc.string({ unit: 'grapheme' }),
  columns: fc.option(fc.array(id, { minLength: 1 })),
});

describe('a view of launches', () => {
  it('is in the address as it was', () => {
    fc.assert(
      fc.property(view, (given) => {
        const address = encodeLaunchView(new URLSearchParams('sort=x&find=y&column=z'), given);
        expect(decodeLaunchView(new URLSearchParams(address.toString()))).toEqual(given);
      }),
    );
  });

  it('leaves all else in the address alone, and leaves out what was not chosen', () => {
    const usual = { sort: null, filter: '', columns: null };
    const search = new URLSearchParams('dataset=3&find=mug&view=launches');
    expect(encodeLaunchView(search, usual).toString()).toBe('dataset=3&view=launches');
  });
});
