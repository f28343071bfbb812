import { expect, it } from 'vitest';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonProductOf, updatedProblem } from '#core/season/problem/updated-problem.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 3 });
const limits = usualLimits(offers.weeks[0]!);
const made = { offers, limits, problem: seasonProblem(offers, limits) };

it.each<Partial<SeasonLimits>>([
  { wishes: { p1: { isLeftOut: true } } },
  { wishes: { p0: { locked: { week: offers.weeks[2]!, channel: 'Email' } } } },
  { mostPerWeek: 2 },
  { adBudget: 90, channelBudgets: { Email: 60 } },
  { stockBudget: 900, closedWeeks: [offers.weeks[4]!] },
  { cashBudget: 900 },
  { weekCount: 9 },
])('a problem after %j is the one that is made anew', (change) => {
  const changed = { ...limits, ...change };
  expect(updatedProblem(made, offers, changed)).toEqual(seasonProblem(offers, changed));
  expect(updatedProblem(null, offers, changed)).toEqual(seasonProblem(offers, changed));
});

it('is the same where only the sums of budgets and the number of launches change', () => {
  const tight: SeasonLimits = {
    ...limits,
    ...{
      adBudget: 200,
      stockBudget: 3000,
      cashBudget: 1000,
      channelBudgets: { Email: 100 },
      mostPerWeek: 2,
    },
  };
  const before = { offers, limits: tight, problem: seasonProblem(offers, tight) };
  for (const change of [
    { adBudget: 61, stockBudget: 10, cashBudget: 5, mostPerWeek: null },
    { channelBudgets: { Email: 0 } },
  ]) {
    const changed = { ...tight, ...change };
    const problem = updatedProblem(before, offers, changed);
    expect(problem).toEqual(seasonProblem(offers, changed));
    expect(problem.products[0]).toBe(before.problem.products[0]);
  }
});

it('keeps products whose wishes have not changed, and none of other offers', () => {
  const changed = { ...limits, wishes: { p1: { isNeeded: true } } } as const;
  const { products } = updatedProblem(made, offers, changed);
  expect(products.map((product, i) => product === made.problem.products[i])).toEqual([
    ...[true, false, true],
  ]);
  const others = seasonOffers({ products: 3 });
  expect(updatedProblem(made, others, limits).products[0]).not.toBe(made.problem.products[0]);
});

it('makes one product as it is among all', () => {
  expect(seasonProductOf(offers, offers.products[2]!, limits)).toEqual(made.problem.products[2]);
});
