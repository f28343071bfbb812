import { expect, it } from 'vitest';
import { hasNames } from '#core/model/text/name-reading.ts';

it.each([
  { title: ['Mug', '12'], productId: ['1', '12'], has: true },
  { title: ['杯'], productId: ['1'], has: true },
  { title: ['SKU-1', '12'], productId: ['SKU-1', '12'], has: false },
  { title: ['500', ''], productId: ['1', '2'], has: false },
  { title: [], productId: [], has: false },
])('names in $title for products $productId: $has', ({ title, productId, has }) => {
  expect(hasNames({ title, productId })).toBe(has);
});
