import { expect, it } from 'vitest';
import { outcomeLines } from '#components/pages/plan/take-away/outcome-words.ts';
import { samplePlan } from '../../../../support/ranking.ts';

const { outcome } = samplePlan();

it('lists units always, and money where it is known', () => {
  const labels = (change: Partial<typeof outcome>) =>
    outcomeLines({ ...outcome, ...change }).map(({ label }) => label);
  expect(labels({})).toEqual(['Demand forecast', 'Revenue', 'Profit']);
  expect(labels({ profit: null })).toEqual(['Demand forecast', 'Revenue']);
  expect(labels({ revenue: null, profit: null })).toEqual(['Demand forecast']);
});

it('writes each in its own measure', () => {
  const written = outcomeLines(outcome).map(({ range, format }) => format(range.expected));
  expect(written).toEqual(['120', '1,370', '602']);
});
