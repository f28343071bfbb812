import { describe, expect, it } from 'vitest';
import { matchProductHeaders } from '#core/import/schema/match-product-headers.ts';

const history = {
  fields: { title: 'what', listPrice: 'tag', launchDate: 'day', units: 'sold' },
  attributes: ['material', 'toString'],
};

describe('matchProductHeaders', () => {
  it('takes a header for what it was in the history, whatever its words say', () => {
    const { fields } = matchProductHeaders(['What', 'title', 'Tag'], [], history);
    expect(fields).toEqual({ title: 'What', listPrice: 'Tag' });
  });

  it('matches other headers by their words', () => {
    const headers = ['Product name', 'SKU', 'Cost per item'];
    const { fields } = matchProductHeaders(headers, [], history);
    expect(fields).toEqual({ title: 'Product name', productId: 'SKU', unitCost: 'Cost per item' });
  });

  it("finds the history's attributes by name, and no others", () => {
    const headers = ['title', 'MATERIAL', 'shape'];
    expect(matchProductHeaders(headers, [], history).attributes).toEqual({ material: 'MATERIAL' });
  });

  it('knows a planned launch date by its name in the history alone', () => {
    const fieldsOf = (...headers: readonly string[]) =>
      matchProductHeaders(['what', ...headers], [], history).fields;
    expect(fieldsOf('Day')).toEqual({ title: 'what', launchDate: 'Day' });
    expect(fieldsOf('published at', 'launch date')).toEqual({ title: 'what' });
  });

  it('looks for no outcome in a file of products', () => {
    expect(matchProductHeaders(['title', 'units', 'orders'], [], history).fields).toEqual({
      title: 'title',
    });
  });
});
