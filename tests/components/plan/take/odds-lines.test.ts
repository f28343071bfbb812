import { expect, it } from 'vitest';
import { oddsLines, pieceWords } from '#components/plan/take/odds-lines.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { samplePlan } from '../../../support/ranking.ts';

const { odds } = samplePlan();

it('lists the odds of a plan', () => {
  expect(oddsLines(odds)).toEqual([
    { label: 'Odds of a loss', value: '4 in 100' },
    { label: 'Odds of selling out', value: '23 in 100' },
    { label: 'Left over, on average', value: '38 pieces' },
  ]);
});

it('leaves out a loss that cannot be told', () => {
  expect(oddsLines({ ...odds, loss: null }).map(({ label }) => label)).toEqual([
    'Odds of selling out',
    'Left over, on average',
  ]);
});

it('counts pieces', () => {
  expect([1, 1200].map(pieceWords)).toEqual(['1 piece', '1,200 pieces']);
  expect(inChinese(() => pieceWords(38))).toBe('38 件');
});
