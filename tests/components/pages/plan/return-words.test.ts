import { expect, it } from 'vitest';
import { returnNotes } from '#components/pages/plan/return-words.ts';
import { countedUnits } from '#components/words/counts.ts';
import { m } from '#messages';

const outcome = { units: { expected: 80 } };

it('says the range of a return rate and what moves it', () => {
  const reasons = [
    { texts: ['linen', 'Weaver'], points: 0.05, units: 400 },
    { texts: ['summer'], points: -0.011, units: 90 },
  ];
  const returns = { low80: 0.12, high80: 0.25, strength: 60, reasons };
  expect(returnNotes({ returns, returnRate: 0.2, outcome })).toEqual([
    m.plan_returns_range({ range: '12%\u2060–\u206025%' }),
    'linen and Weaver: +5 points, from 400 units',
    m.plan_returns_reason({ texts: 'summer', points: '−1.1', units: countedUnits(90) }),
    'About 64 units stay sold. Revenue and profit count the returns.',
  ]);
});

it('says where too little is known, and nothing in older plans', () => {
  const kept = m.plan_returns_kept({ units: countedUnits(80) });
  expect(returnNotes({ returns: null, outcome })).toEqual([m.plan_returns_refused(), kept]);
  expect(returnNotes({ outcome })).toEqual([kept]);
});
