import { expect, it } from 'vitest';
import { returnNotes } from '#components/pages/plan/return-words.ts';
import { countedUnits } from '#components/words/counts.ts';
import { m } from '#messages';

it('says the range of a return rate and what moves it', () => {
  const reasons = [
    { texts: ['linen', 'Weaver'], points: 0.05, units: 400 },
    { texts: ['summer'], points: -0.011, units: 90 },
  ];
  expect(returnNotes({ returns: { low80: 0.12, high80: 0.25, strength: 60, reasons } })).toEqual([
    m.plan_returns_range({ range: '12%\u2060–\u206025%' }),
    'linen and Weaver: +5 points, from 400 units',
    m.plan_returns_reason({ texts: 'summer', points: '−1.1', units: countedUnits(90) }),
    m.plan_returns_note(),
  ]);
});

it('says where too little is known, and nothing in older plans', () => {
  expect(returnNotes({ returns: null })).toEqual([m.plan_returns_refused(), m.plan_returns_note()]);
  expect(returnNotes({})).toEqual([m.plan_returns_note()]);
});
