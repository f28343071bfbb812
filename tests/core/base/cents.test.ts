import { expect, it } from 'vitest';
import { inCents } from '#core/base/cents.ts';

it('leaves an amount the digits that money has', () => {
  expect([53.891999999999996, 0.1 + 0.2, 161.68 / 3, 0.57 * 100].map(inCents)).toEqual([
    ...[53.89, 0.3, 53.89, 57],
  ]);
  expect(inCents(NaN)).toBeNaN();
});
