import { expect, it } from 'vitest';
import { horizonInHeader } from '#core/import/schema/horizon-in-header.ts';

it.each([
  ['attendance_8w', 56],
  ['units_sold_4w', 28],
  ['Units (first 28 days)', 28],
  ['sales 12 weeks', 84],
  ['units-90d', 90],
  ['8周销量', 56],
  ['前30天销量', 30],
])('%s counts %i days', (header, days) => {
  expect(horizonInHeader(header)).toBe(days);
});

it.each([
  'units',
  'units_sold',
  'sku_2day',
  'week 8 units',
  'size_4wd',
  'v2w',
  'units_3d',
  'units_99w',
])('%s does not say', (header) => {
  expect(horizonInHeader(header)).toBeNull();
});
