import { expect, it } from 'vitest';
import { oddsWords } from '#components/plan/odds-words.ts';
import { inChinese } from '../../support/in-chinese.ts';

it.each([
  [0, 'fewer than 1 in 100'],
  [0.02, '2 in 100'],
  [0.09, '9 in 100'],
  [0.005, '1 in 100'],
  [0.1, '10 in 100'],
  [0.2, '20 in 100'],
  [0.314, '31 in 100'],
  [0.97, '97 in 100'],
  [0.995, '99 in 100'],
  [1, 'more than 99 in 100'],
])('a share of %s is %s', (share, words) => {
  expect(oddsWords(share)).toBe(words);
});

it('is said in Chinese too', () => {
  expect(inChinese(() => oddsWords(0.2))).toBe('100 次里有 20 次');
});
