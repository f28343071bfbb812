import { expect, it } from 'vitest';
import { importFraction } from '#state/data/import-fraction.ts';

it.each([
  { says: 'half of the reading', phase: 'read', done: 50, total: 100, gives: 0.3 },
  { says: 'the beginning of the storing', phase: 'store', done: 0, total: 4, gives: 0.8 },
  { says: 'more than was expected', phase: 'store', done: 5, total: 4, gives: 1 },
])('places $says on the whole way', ({ gives, ...progress }) => {
  expect(importFraction(progress)).toBeCloseTo(gives);
});

it('tells nothing where nothing can be counted', () => {
  expect(importFraction({ phase: 'read', done: 5, total: null })).toBeNull();
  expect(importFraction({ phase: 'unheard of', done: 5, total: 10 })).toBeNull();
});
