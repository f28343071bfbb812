import { expect, it } from 'vitest';
import { returnNotes } from '#components/pages/plan/return-words.ts';

const plain = (notes: readonly string[]) => notes.map((each) => each.replaceAll('\u2060', ''));
const NOTE = 'Share of units sold, deducted from revenue and profit';

it('says the range of a return rate and what moves it', () => {
  const reasons = [
    { texts: ['linen', 'Weaver'], points: 0.05, units: 400 },
    { texts: ['summer'], points: -0.011, units: 90 },
  ];
  expect(
    plain(returnNotes({ returns: { low80: 0.12, high80: 0.25, strength: 60, reasons } })),
  ).toEqual([
    'likely 12%–25%',
    'linen and Weaver: +5 points, from 400 units',
    'summer: −1.1 points, from 90 units',
    NOTE,
  ]);
});

it('says where too little is known, and nothing in older plans', () => {
  expect(returnNotes({ returns: null })[0]).toContain('Too few units');
  expect(returnNotes({})).toEqual([NOTE]);
});
