import { expect, it } from 'vitest';
import { oddsWords } from '#components/plan/odds-words.ts';
import { inChinese } from '../../support/in-chinese.ts';

it.each([
  [0, 'fewer than 1 in 100'],
  [0.02, '2 in 100'],
  [0.09, '9 in 100'],
  [0.1, '1 in 10'],
  [0.2, '1 in 5'],
  [0.31, '3 in 10'],
  [0.5, '1 in 2'],
  [0.9, '9 in 10'],
  [0.97, '97 in 100'],
  [1, 'more than 99 in 100'],
])('a share of %s is %s', (share, words) => {
  expect(oddsWords(share)).toBe(words);
});

it('is said in Chinese too', () => {
  expect(inChinese(() => oddsWords(0.2))).toBe('每 5 次有 1 次');
});
