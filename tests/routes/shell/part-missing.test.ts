import { expect, it } from 'vitest';
import { isPartMissing } from '../../../src/routes/shell/part-missing.ts';

it.each([
  ['Chromium', 'Failed to fetch dynamically imported module: https://shop.example/a.js', true],
  ['Firefox', 'error loading dynamically imported module: https://shop.example/a.js', true],
  ['Safari', 'Importing a module script failed.', true],
  ['the loader of styles', 'Unable to preload CSS for /_app/immutable/assets/4.css', true],
  ['anything else', 'undefined is not a function', false],
])('hears of a missing part as %s says it', (_, message, isMissing) => {
  expect(isPartMissing(message)).toBe(isMissing);
});
