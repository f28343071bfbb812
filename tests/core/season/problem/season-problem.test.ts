import { describe, expect, it } from 'vitest';
import {
  usualLimits,
  type ProductWish,
  type SeasonLimits,
} from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { spendOf, stockCostOf, paretoOptions } from '#core/season/offers/pareto-options.ts';
import { optionsOf } from '#core/season/offers/season-option.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const offers = randomOffers({ seed: 9, products: 3, weeks: 8, channels: 3 });
const free = usualLimits(FIRST_WEEK);
const weeksOf = (limits: Partial<SeasonLimits>, wish: ProductWish = {}) => {
  const problem = seasonProblem(offers, { ...free, ...limits, wishes: { p0: wish } });
  return [...new Set(problem.products[0]!.options.map(({ week }) => week))].sort((a, b) => a - b);
};
const day = (week: number) => FIRST_WEEK + 7 * week;

describe('what is to be decided of a product', () => {
  it('lies in the season, in no closed week, within its window, where it is locked', () => {
    const all = weeksOf({});
    expect(weeksOf({ firstWeek: day(2), weekCount: 3 })).toEqual(
      all.filter((week) => week >= 2 && week < 5),
    );
    expect(weeksOf({ closedWeeks: [day(3)] })).toEqual(all.filter((week) => week !== 3));
    expect(weeksOf({}, { from: day(2), until: day(5) + 3 })).toEqual(
      all.filter((week) => week >= 2 && week <= 5),
    );
    const locked = seasonProblem(offers, {
      ...free,
      wishes: { p0: { locked: { week: day(4), channel: 'channel 1' } } },
    }).products[0]!;
    expect(locked).toMatchObject({ isNeeded: true, isLocked: true });
    for (const { week, channel } of locked.options) expect([week, channel]).toEqual([4, 1]);
  });

  it('is nothing where it is left out, even if it was needed', () => {
    const wish = { isLeftOut: true, isNeeded: true } as const;
    const { options, isNeeded } = seasonProblem(offers, { ...free, wishes: { p0: wish } })
      .products[0]!;
    expect({ options, isNeeded }).toEqual({ options: [], isNeeded: false });
  });

  it('only earns, unless it has to be launched', () => {
    const dear = offers.products.map((product) => ({
      ...product,
      economics: { listPrice: 10, unitCost: 30 },
    }));
    const problem = seasonProblem(
      { ...offers, products: dear },
      { ...free, wishes: { p1: { isNeeded: true } } },
    );
    expect(problem.products.map(({ options }) => options.length > 0)).toEqual([false, true, false]);
  });

  it('loses what its best option of a week has to lose', () => {
    const [product] = seasonProblem(offers, free).products;
    for (const [week, contribution] of product!.contributions.entries()) {
      const options = product!.options.filter((option) => option.week === week);
      const best = options.reduce<number>((most, { value }) => Math.max(most, value), -Infinity);
      const own = options.find(({ value }) => value === best);
      expect(contribution).toBe(own?.contribution ?? 0);
    }
  });
});

describe('options that nobody would take', () => {
  const all = optionsOf(offers, offers.products[0]!, { isAdLimited: true, isStockLimited: true });
  const limited: SeasonLimits = { ...free, adBudget: 100, stockBudget: 1000 };

  it('are those for which another of the week brings as much with as little', () => {
    const kept = paretoOptions(all, limited, offers);
    for (const option of all) {
      const better = kept.find(
        (other) =>
          other.week === option.week &&
          other.value >= option.value &&
          spendOf(other) <= spendOf(option) &&
          stockCostOf(other) <= stockCostOf(option),
      );
      expect(better).toBeDefined();
    }
    for (const option of kept)
      for (const other of kept)
        if (other !== option && other.week === option.week && other.value >= option.value)
          expect(spendOf(other) > spendOf(option) || stockCostOf(other) > stockCostOf(option)).toBe(
            true,
          );
  });

  it('leave one a week where nothing is limited', () => {
    const kept = paretoOptions(all, free, offers);
    expect(new Set(kept.map(({ week }) => week)).size).toBe(kept.length);
  });

  it('do not include another channel where the better one has a budget of its own', () => {
    const capped = { ...free, channelBudgets: { 'channel 0': 40 } };
    const kept = paretoOptions(all, capped, offers);
    for (const week of new Set(all.map((option) => option.week))) {
      const elsewhere = all.filter((option) => option.week === week && option.channel !== 0);
      if (elsewhere.length === 0) continue;
      expect(kept.some((option) => option.week === week && option.channel !== 0)).toBe(true);
    }
  });
});
