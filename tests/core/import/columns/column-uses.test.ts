import { expect, it } from 'vitest';
import { columnUses } from '#core/import/columns/column-uses.ts';

it('says of every column that holds no field what becomes of it', () => {
  const headers = ['name', 'day', 'glaze', 'units_week_1', 'units_week_2', 'buyer', 'notes'];
  const mapping = { fields: { title: 'name', launchDate: 'day' }, attributes: ['glaze'] };
  expect(columnUses(headers, mapping, ['buyer'])).toEqual({
    attributes: ['glaze'],
    weekly: ['units_week_1', 'units_week_2'],
    personal: ['buyer'],
    unused: ['notes'],
  });
});

it('leaves a week out of use where it is the only one', () => {
  const mapping = { fields: { title: 'name' }, attributes: [] };
  expect(columnUses(['name', 'units_week_1'], mapping, []).unused).toEqual(['units_week_1']);
});
