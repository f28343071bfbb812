import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { pricedSeason } from '#core/season/problem/priced-season.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import {
  LEFT_OUT,
  seasonProblem,
  type SeasonProblem,
} from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonMerit, seasonUse } from '#core/season/problem/season-value.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const problemOf = (seed: number, limits: Partial<SeasonLimits>) =>
  seasonProblem(randomOffers({ seed, products: 10, weeks: 5, channels: 2 }), {
    ...usualLimits(FIRST_WEEK),
    ...limits,
  });

/** The merit of the best of all calendars, by trying each. */
function bestByTrying(problem: SeasonProblem): number {
  const choice = new Int32Array(problem.products.length).fill(LEFT_OUT);
  let best = 0;
  const tryFrom = (product: number): void => {
    if (product === choice.length) {
      if (brokenLimits(problem, choice).length === 0)
        best = Math.max(best, seasonMerit(problem, choice));
      return;
    }
    for (let place = LEFT_OUT; place < problem.products[product]!.options.length; place++) {
      choice[product] = place;
      tryFrom(product + 1);
    }
    choice[product] = LEFT_OUT;
  };
  tryFrom(0);
  return best;
}

describe('a calendar under prices for what is short', () => {
  it('keeps every limit, and is never worth less than without prices', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.record({
          adBudget: fc.option(fc.nat(300)),
          stockBudget: fc.option(fc.nat(3000)),
          cashBudget: fc.option(fc.nat(2000)),
        }),
        (seed, budgets) => {
          const problem = problemOf(seed, { ...budgets, mostPerWeek: 2 });
          const choice = pricedSeason(problem)!;
          expect(brokenLimits(problem, choice)).toEqual([]);
          expect(seasonMerit(problem, choice)).toBeGreaterThanOrEqual(
            seasonMerit(problem, greedySeason(problem)!),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['stockBudget', 'stockCost'],
    ['cashBudget', 'cashTiedUp'],
  ] as const)('leaves a scarce %s to what makes more of it', (budget, used) => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const better = seeds.filter((seed) => {
      const free = problemOf(seed, { cashBudget: 1e9 });
      const wanted = seasonUse(free, greedySeason(free)!)[used];
      const problem = problemOf(seed, { [budget]: 0.4 * wanted });
      return (
        seasonMerit(problem, pricedSeason(problem)!) > seasonMerit(problem, greedySeason(problem)!)
      );
    });
    expect(better.length).toBeGreaterThan(10);
  });

  it('comes near the best of all calendars with little cash, tried one by one', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const offers = randomOffers({ seed, products: 4, weeks: 3, channels: 1, hasMerits: true });
      const free = { ...usualLimits(FIRST_WEEK), mostPerWeek: 2, cashBudget: 1e9 };
      const whole = seasonProblem(offers, free);
      const { cashTiedUp } = seasonUse(whole, greedySeason(whole)!);
      const problem = seasonProblem(offers, { ...free, cashBudget: 0.5 * cashTiedUp });
      const best = bestByTrying(problem);
      const own = seasonMerit(problem, pricedSeason(problem)!);
      expect(own).toBeLessThanOrEqual(best + 1e-9);
      expect(own).toBeGreaterThan(0.9 * best);
    }
  });

  it('is none where what has to be launched finds no room', () => {
    const wishes = { p1: { isNeeded: true as const } };
    expect(pricedSeason(problemOf(1, { stockBudget: 1, wishes }))).toBeNull();
  });
});
