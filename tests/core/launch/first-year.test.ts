import { expect, it } from 'vitest';
import { isFirstYear } from '#core/launch/first-year.ts';

it('is under a year from the first launch to the last, in any order', () => {
  expect(isFirstYear([20_300, 20_000, 20_364])).toBe(true);
  expect(isFirstYear([20_365, 20_100, 20_000])).toBe(false);
  expect(isFirstYear([])).toBe(true);
});
