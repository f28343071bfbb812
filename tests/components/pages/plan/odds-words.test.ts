import { expect, it } from 'vitest';
import { oddsWords, oddsLines, pieceWords } from '#components/pages/plan/odds-words.ts';
import { countedUnits } from '#components/words/counts.ts';
import { m } from '#messages';
import { samplePlan } from '../../../support/ranking.ts';

it.each([
  [0, m.plan_odds_below()],
  [0.02, '2%'],
  [0.09, '9%'],
  [0.005, '1%'],
  [0.1, '10%'],
  [0.2, '20%'],
  [0.314, '31%'],
  [0.97, '97%'],
  [0.995, '99%'],
  [1, m.plan_odds_above()],
])('a share of %s is %s', (share, words) => {
  expect(oddsWords(share)).toBe(words);
});

it('lists the odds of a plan, without a loss that cannot be told', () => {
  const { odds } = samplePlan();
  const others = [
    { label: m.take_sell_out(), value: '23%' },
    { label: m.take_leftover(), value: countedUnits(38) },
  ];
  expect(oddsLines(odds)).toEqual([{ label: m.take_loss(), value: '4%' }, ...others]);
  expect(oddsLines({ ...odds, loss: null })).toEqual(others);
});

it('counts pieces', () => {
  expect(pieceWords(1200)).toBe('1,200 units');
  expect(pieceWords(1)).toBe(m.take_pieces({ count: 1, text: '1' }));
});
