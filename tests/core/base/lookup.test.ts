import { expect, it } from 'vitest';
import { ownValue, withoutKey } from '#core/base/lookup.ts';

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

it('leaves one key out, whatever it is called', () => {
  const prices = Object.fromEntries([
    ['Kitchen', 12],
    ['__proto__', 7],
  ]);
  expect(Object.keys(withoutKey(prices, '__proto__'))).toEqual(['Kitchen']);
  expect(Object.keys(withoutKey(prices, 'toString'))).toEqual(['Kitchen', '__proto__']);
});
