import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FREE, greedySeason, Placing } from '#core/season/problem/greedy-season.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonMerit, seasonValue } from '#core/season/problem/season-value.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

describe('a calendar at once', () => {
  it('keeps every limit, and is never worth less than none', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.record({
          ...{ most: fc.integer({ min: 0, max: 3 }), ads: fc.nat(300), stock: fc.nat(4000) },
          cash: fc.option(fc.nat(2000)),
        }),
        (seed, { most, ads, stock, cash }) => {
          const limits: SeasonLimits = {
            ...usualLimits(FIRST_WEEK),
            ...{ mostPerWeek: most, adBudget: ads, stockBudget: stock, cashBudget: cash },
            channelBudgets: { 'channel 0': ads / 2 },
          };
          const offers = randomOffers({ seed, products: 8, weeks: 4, channels: 2 });
          const problem = seasonProblem(offers, limits);
          const choice = greedySeason(problem)!;
          expect(brokenLimits(problem, choice)).toEqual([]);
          expect(seasonValue(problem, choice)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('puts each product where it is worth most where nothing is in the way', () => {
    const offers = randomOffers({ seed: 4, products: 6, weeks: 6, channels: 2, alikeShare: 0 });
    const problem = seasonProblem(offers, usualLimits(FIRST_WEEK));
    greedySeason(problem)!.forEach((place, i) => {
      const { options } = problem.products[i]!;
      const most = Math.max(...options.map(({ value }) => value));
      expect(place === LEFT_OUT ? 0 : options[place]!.value).toBe(Math.max(0, most));
    });
  });

  it('is improved by moving launches, keeps its limits, and keeps what must be launched', () => {
    let better = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const limits = {
        ...{ ...usualLimits(FIRST_WEEK), mostPerWeek: 1, stockBudget: 3000, adBudget: 120 },
        wishes: { p2: { isNeeded: true as const } },
      };
      const offers = randomOffers({ seed, products: 8, weeks: 4, channels: 2, hasMerits: true });
      const problem = seasonProblem(offers, limits);
      const placing = new Placing(problem);
      const before = placing.greedy({ ads: 1, stock: 0.5, cash: 0 });
      if (!before) continue;
      const after = placing.improved(before, FREE);
      expect(brokenLimits(problem, after)).toEqual([]);
      const [low, high] = [seasonMerit(problem, before), seasonMerit(problem, after)];
      expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      if (high > low + 1e-9) better += 1;
      // Nothing of the first calendars is left in the room: the next is the same.
      expect(placing.greedy({ ads: 1, stock: 0.5, cash: 0 })).toEqual(before);
    }
    expect(better).toBeGreaterThan(10);
  });

  it('gives room to what has to be launched first, and is none where there is none', () => {
    const offers = randomOffers({ seed: 4, products: 6, weeks: 2, channels: 1, alikeShare: 0 });
    const wishes = { p5: { isNeeded: true as const } };
    const one = { ...usualLimits(FIRST_WEEK), mostPerWeek: 1, weekCount: 1, wishes };
    const choice = greedySeason(seasonProblem(offers, one))!;
    expect([...choice.keys()].filter((i) => choice[i] !== LEFT_OUT)).toEqual([5]);
    expect(greedySeason(seasonProblem(offers, { ...one, mostPerWeek: 0 }))).toBeNull();
  });
});
