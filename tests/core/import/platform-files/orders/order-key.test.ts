import { expect, it } from 'vitest';
import { orderKey } from '#core/import/platform-files/orders/order-key.ts';

it.each([
  ['#3001', '3001'],
  ['3001', '3001'],
  ['AB-3001', 'ab-3001'],
  ['#A#1', 'a#1'],
])('knows %s as %s', (written, key) => {
  expect(orderKey(written)).toBe(key);
});
