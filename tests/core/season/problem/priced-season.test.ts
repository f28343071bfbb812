import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { pricedSeason } from '#core/season/problem/priced-season.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonUse, seasonValue } from '#core/season/problem/season-value.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const problemOf = (seed: number, limits: Partial<SeasonLimits>) =>
  seasonProblem(randomOffers({ seed, products: 10, weeks: 5, channels: 2 }), {
    ...usualLimits(FIRST_WEEK),
    ...limits,
  });

describe('a calendar under prices for what is short', () => {
  it('keeps every limit, and is never worth less than without prices', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(3000), (seed, adBudget, stockBudget) => {
        const problem = problemOf(seed, { adBudget, stockBudget, mostPerWeek: 2 });
        const choice = pricedSeason(problem)!;
        expect(brokenLimits(problem, choice)).toEqual([]);
        expect(seasonValue(problem, choice)).toBeGreaterThanOrEqual(
          seasonValue(problem, greedySeason(problem)!),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('leaves dear stock to what makes more of it', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const better = seeds.filter((seed) => {
      const free = problemOf(seed, {});
      const wanted = seasonUse(free, greedySeason(free)!).stockCost;
      const problem = problemOf(seed, { stockBudget: 0.4 * wanted });
      return (
        seasonValue(problem, pricedSeason(problem)!) > seasonValue(problem, greedySeason(problem)!)
      );
    });
    expect(better.length).toBeGreaterThan(10);
  });

  it('is none where what has to be launched finds no room', () => {
    const wishes = { p1: { isNeeded: true as const } };
    expect(pricedSeason(problemOf(1, { stockBudget: 1, wishes }))).toBeNull();
  });
});
