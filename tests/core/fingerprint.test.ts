import { expect, it } from 'vitest';
import { fingerprint } from '#core/fingerprint.ts';

it('differs where a text moves into the next, and among many', () => {
  expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
  const all = Array.from({ length: 20_000 }, (_, i) => fingerprint([`row ${i}`]));
  expect(new Set(all).size).toBe(all.length);
});
