import { expect, it } from 'vitest';
import { somePairs } from '#core/model/analogues/some-pairs.ts';

it('gives every pair once where they are few', () => {
  const pairs = somePairs(5, 10);
  expect(new Set(pairs.map((pair) => [...pair].sort().join(' '))).size).toBe(10);
  expect(pairs).toHaveLength(10);
  expect(somePairs(1, 10)).toEqual([]);
});

it('draws pairs of different items where they are many', () => {
  const pairs = somePairs(6, 10);
  expect(pairs).toHaveLength(10);
  expect(pairs.every(([one, other]) => one !== other && one < 6 && other < 6)).toBe(true);
});
