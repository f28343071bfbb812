import { describe, expect, it } from 'vitest';
import { validateMapping } from '#core/import/schema/validate-mapping.ts';

const headers = ['day', 'sold', 'material'];
const good = { launchDate: 'day', units: 'sold' };

describe('validateMapping', () => {
  it('finds nothing against a launch date and an outcome', () => {
    expect(validateMapping({ fields: good, attributes: ['material'] }, headers)).toEqual([]);
    const ordersOnly = { launchDate: 'day', orders: 'sold' };
    expect(validateMapping({ fields: ordersOnly, attributes: [] }, headers)).toEqual([]);
  });

  it.each([
    {
      says: 'a column with two meanings',
      fields: { ...good, revenue: 'sold' },
      gives: { kind: 'column-mapped-twice', column: 'sold' },
    },
    {
      says: 'a field that is an attribute too',
      fields: { ...good, brand: 'material' },
      gives: { kind: 'column-mapped-twice', column: 'material' },
    },
    {
      says: 'a column that is not in the file',
      fields: { ...good, brand: 'maker' },
      gives: { kind: 'column-missing', field: 'brand', column: 'maker' },
    },
    { says: 'no launch date', fields: { units: 'sold' }, gives: { kind: 'no-launch-date-column' } },
    { says: 'no outcome', fields: { launchDate: 'day' }, gives: { kind: 'no-outcome-column' } },
  ])('finds $says', ({ fields, gives }) => {
    const issues = validateMapping({ fields, attributes: ['material'] }, headers);
    expect(issues).toMatchObject([{ ...gives, severity: 'error' }]);
  });
});
