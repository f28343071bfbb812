import { expect, it } from 'vitest';
import { tally } from '#components/words/tally.ts';

it('gives a number to choose the words by, and its text to read', () => {
  expect(tally(1200)).toEqual({ count: 1200, text: '1,200' });
});
