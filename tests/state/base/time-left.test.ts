import { expect, it } from 'vitest';
import { secondsLeft } from '#state/base/time-left.ts';

it('goes by what was done in the time so far', () => {
  expect(secondsLeft(0.25, 2_000)).toBe(6);
  expect(secondsLeft(1, 2_000)).toBe(0);
});

it('says nothing where too little is done', () => {
  expect(secondsLeft(0.5, 900)).toBeNull();
  expect(secondsLeft(0.01, 9_000)).toBeNull();
  expect(secondsLeft(null, 9_000)).toBeNull();
});
