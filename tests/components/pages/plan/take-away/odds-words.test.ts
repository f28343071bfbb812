import { expect, it } from 'vitest';
import { oddsLines, pieceWords } from '#components/pages/plan/take-away/odds-words.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { samplePlan } from '../../../../support/ranking.ts';

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
