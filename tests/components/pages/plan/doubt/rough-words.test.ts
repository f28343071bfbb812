import { expect, it } from 'vitest';
import { tally } from '#components/words/counts.ts';
import { roughWords } from '#components/pages/plan/doubt/rough-words.ts';
import { m } from '#messages';

const rows = { training: 800, validation: 74, test: 222 };
const report = (wape: number) => ({
  rows,
  holdout: [
    { method: 'category-median' as const, wape: 2.46, maeUnits: 900, r2Log: 0 },
    { method: 'debut' as const, wape, maeUnits: 500, r2Log: 0.1 },
  ],
});

it('warns of forecasts that are further off than none at all', () => {
  expect(roughWords(report(1.29))).toBe(
    'On 222 unseen launches they were off by 129% of what was sold; a forecast of nothing at all is off by 100%. Take plans as guesses, and start with small orders.',
  );
  expect(roughWords(report(1))).toBe(m.doubt_rough({ ...tally(222), error: '100%' }));
});

it('says nothing of better ones, nor where none were tested', () => {
  expect(roughWords(report(0.64))).toBe('');
  expect(roughWords(report(NaN))).toBe('');
  expect(roughWords({ rows, holdout: [] })).toBe('');
});
