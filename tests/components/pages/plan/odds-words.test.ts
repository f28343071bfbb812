import { expect, it } from 'vitest';
import { oddsWords, oddsLines, pieceWords } from '#components/pages/plan/odds-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { samplePlan } from '../../../support/ranking.ts';

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

const { odds } = samplePlan();

it('lists the odds of a plan', () => {
  expect(oddsLines(odds)).toEqual([
    { label: 'Chance of a loss', value: '4%' },
    { label: 'Chance of selling out', value: '23%' },
    { label: 'Leftover stock, on average', value: '38 units' },
  ]);
});

it('leaves out a loss that cannot be told', () => {
  expect(oddsLines({ ...odds, loss: null }).map(({ label }) => label)).toEqual([
    'Chance of selling out',
    'Leftover stock, on average',
  ]);
});

it('counts pieces', () => {
  expect([1, 1200].map(pieceWords)).toEqual(['1 unit', '1,200 units']);
  expect(inChinese(() => pieceWords(38))).toBe('38 件');
});
