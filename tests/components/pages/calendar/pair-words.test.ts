import { expect, it } from 'vitest';
import type { SameWeekPair } from '#core/season/calendar/same-week-pairs.ts';
import { competitionWords, pairGroups } from '#components/pages/calendar/pair-words.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
import { seasonOffers } from '../../../support/season-offers.ts';

const { competition } = seasonOffers();
const titleOf = (id: string) => id.toUpperCase();
const pair = (kind: SameWeekPair['kind'], expected: number, high80: number): SameWeekPair => ({
  ...{ one: 'mug', other: 'cup', kind },
  lost: { expected, low80: expected / 2, high80 },
});
const said = (...pairs: SameWeekPair[]) => pairGroups(pairs, { competition, titleOf });
const unknown = { ...competition, isLearnt: false };
const names = { one: 'MUG', other: 'CUP' };

it('says of every pair what it loses, that nothing was found, or why nothing is counted', () => {
  expect(said(pair('counted', 20, 40))).toEqual([
    'MUG and CUP take about 20 units from each other (likely 10\u2060–\u206040).',
  ]);
  const assumed = { ...names, units: '20', range: '10\u2060–\u206040' };
  const asked = { competition: unknown, titleOf };
  expect(pairGroups([pair('counted', 20, 40)], asked)).toEqual([m.season_shared_assumed(assumed)]);
  expect(said(pair('counted', 0, 7))).toEqual([m.season_shared_none({ ...names, units: '7' })]);
  expect(said(pair('counted', 0.2, 1.8))).toEqual([m.season_shared_little(names)]);
  expect(said(pair('nearer', 2, 5))).toEqual([m.season_shared_nearer({ ...names, units: '5' })]);
  const apart = m.season_shared_apart({ pairs: m.season_shared_pair(names) });
  for (const none of [pair('unlike', 0, 0), pair('nearer', 0, 0.4), pair('counted', 0.2, 0.8)])
    expect(said(none)).toEqual([apart]);
});

it('counts more than six pairs without an effect, after those with one', () => {
  const many = Array.from({ length: 7 }, () => pair('unlike', 0, 0));
  const taken = { ...names, units: '20', range: '10\u2060–\u206040' };
  expect(said(...many, pair('counted', 20, 40))).toEqual([
    m.season_shared_takes(taken),
    m.season_shared_apart_many(tally(7)),
  ]);
  expect(said(...many.slice(1))[0]).toContain(m.season_shared_pair(names));
});

it('says what the estimate rests on, or why the history cannot show it', () => {
  expect(competitionWords(competition)).toBe(
    'Estimated from 6 such pairs in your history: next to an identical product in the same week, a launch loses 18% (likely 5%\u2060–\u206026%).',
  );
  const nothing = { ...competition, later: 0, earlier: 0, low80: 0, high80: 0.004 };
  expect(competitionWords(nothing)).toBe(m.season_pair_no_loss(tally(6)));
  const rests = { share: '18%', range: '5%\u2060–\u206026%', ...tally(6) };
  expect(competitionWords(unknown)).toBe(m.season_pair_assumed(rests));
});
