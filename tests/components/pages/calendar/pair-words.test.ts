import { expect, it } from 'vitest';
import type { SameWeekPair } from '#core/season/calendar/same-week-pairs.ts';
import { competitionWords, pairGroups } from '#components/pages/calendar/pair-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const { competition } = seasonOffers();
const titleOf = (id: string) => id.toUpperCase();
const pair = (kind: SameWeekPair['kind'], expected: number, high80: number): SameWeekPair => ({
  ...{ one: 'mug', other: 'cup', kind },
  lost: { expected, low80: expected / 2, high80 },
});
const said = (...pairs: SameWeekPair[]) => pairGroups(pairs, { competition, titleOf });

it('says of every pair what it loses, that nothing was found, or why nothing is counted', () => {
  const unknown = { competition: { ...competition, isLearnt: false }, titleOf };
  expect(said(pair('counted', 20, 40))).toEqual([
    'MUG and CUP take about 20 units from each other (likely 10⁠–⁠40).',
  ]);
  expect(pairGroups([pair('counted', 20, 40)], unknown)).toEqual([
    'MUG and CUP: your history cannot show it; assumed are about 20 units (likely 10⁠–⁠40).',
  ]);
  expect(said(pair('counted', 0, 7))).toEqual([
    'MUG and CUP: no effect found, likely at most 7 units.',
  ]);
  expect(said(pair('counted', 0.2, 1.8))).toEqual(['MUG and CUP: less than one unit expected.']);
  expect(said(pair('nearer', 2, 5))[0]).toContain('likely at most 5 units');
  for (const none of [pair('unlike', 0, 0), pair('nearer', 0, 0.4), pair('counted', 0.2, 0.8)])
    expect(said(none)).toEqual(['Practically no effect on each other: MUG with CUP.']);
});

it('counts many pairs without an effect, after those with one', () => {
  const many = Array.from({ length: 9 }, () => pair('unlike', 0, 0));
  expect(said(...many, pair('counted', 20, 40))).toEqual([
    expect.stringContaining('about 20 units'),
    'Practically no effect on each other: the other 9 pairs.',
  ]);
});

it('says what the estimate rests on, or why the history cannot show it', () => {
  expect(competitionWords(competition)).toContain('Estimated from 6 such pairs');
  const nothing = { ...competition, later: 0, earlier: 0, low80: 0, high80: 0.004 };
  expect(competitionWords(nothing)).toBe(
    'In 6 such pairs of your history, launches took nothing from each other.',
  );
  const unknown = { ...competition, isLearnt: false };
  expect(competitionWords(unknown)).toContain('Your history cannot show how much: its 6 pairs');
  expect(inChinese(() => competitionWords(unknown))).toContain('只有 6 对');
});
