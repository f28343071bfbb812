import { expect, it } from 'vitest';
import { oddsWords } from '#components/pages/plan/odds-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it.each([
  [0, 'under 1%'],
  [0.02, '2%'],
  [0.09, '9%'],
  [0.005, '1%'],
  [0.1, '10%'],
  [0.2, '20%'],
  [0.314, '31%'],
  [0.97, '97%'],
  [0.995, '99%'],
  [1, 'over 99%'],
])('a share of %s is %s', (share, words) => {
  expect(oddsWords(share)).toBe(words);
});

it('is said in Chinese too', () => {
  expect(inChinese(() => oddsWords(0.2))).toBe('20%');
});
