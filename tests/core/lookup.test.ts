import { expect, it } from 'vitest';
import { ownValue } from '#core/lookup.ts';

it('finds what a record holds, and nothing that every object inherits', () => {
  const prices = Object.fromEntries([
    ['Kitchen', 12],
    ['__proto__', 7],
  ]);
  expect(ownValue(prices, 'Kitchen')).toBe(12);
  expect(ownValue(prices, '__proto__')).toBe(7);
  expect(ownValue(prices, 'constructor')).toBeUndefined();
  expect(ownValue(prices, 'toString')).toBeUndefined();
});
