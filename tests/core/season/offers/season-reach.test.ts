import { describe, expect, it } from 'vitest';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { allowedOptions, seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonReach } from '#core/season/offers/season-reach.ts';
import { updatedProblem } from '#core/season/problem/updated-problem.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const few = seasonOffers({ products: 4 });
const YEAR: SeasonLimits = { ...usualLimits(few.weeks[0]!), weekCount: 52 };
const budgets = { adBudget: 1000, stockBudget: 1000 };
/** More than a solver is done with in seconds. */
const MOST_OPTIONS = 60_000;

/** The same few products again and again, with spends of their own. */
function manyOffers(count: number): SeasonOffers {
  const spends = Array.from({ length: 7 }, (_, i) => ({ adSpend: 10 * i, moved: (i - 6) / 10 }));
  const products = Array.from({ length: count }, (_, i) => ({
    ...few.products[i % few.products.length]!,
    ...{ productId: `p${i}`, adSpends: spends },
  }));
  return { ...few, products, pairs: [] };
}

const optionCount = (offers: SeasonOffers, limits: SeasonLimits) =>
  seasonProblem(offers, limits).products.reduce((all, { options }) => all + options.length, 0);

describe('what a calendar compares', () => {
  it('is all of few products', () => {
    for (const limits of [YEAR, { ...YEAR, ...budgets }]) {
      const { isIn, compared } = seasonReach(few, limits);
      expect([...isIn]).toEqual([1, 1, 1, 1]);
      expect(compared).toEqual({ products: 4, beyond: 0, isInFull: true });
    }
  });

  it('is less of each of many, before it is fewer of them', () => {
    const offers = manyOffers(250);
    const { detail, compared } = seasonReach(offers, { ...YEAR, ...budgets });
    expect(detail).toEqual({ channels: 'best', adSpends: 2, stocks: 2 });
    expect(compared).toEqual({ products: 250, beyond: 0, isInFull: false });
    const { compared: free } = seasonReach(offers, YEAR);
    expect(free).toEqual({ products: 250, beyond: 0, isInFull: true });
  });

  it('is the first of thousands', () => {
    const offers = manyOffers(5000);
    for (const change of [{}, { adBudget: 1000 }, { channelBudgets: { Email: 50 } }, budgets]) {
      const limits = { ...YEAR, ...change };
      const { isIn, compared } = seasonReach(offers, limits);
      expect(compared.products + compared.beyond).toBe(5000);
      expect(isIn.indexOf(0)).toBe(compared.products);
      expect(isIn.lastIndexOf(1)).toBe(compared.products - 1);
    }
  });

  it('is never more than is solved in seconds', { tags: ['whole'] }, () => {
    const offers = manyOffers(1200);
    for (const change of [{ adBudget: 1000 }, { channelBudgets: { Email: 50 } }]) {
      const options = optionCount(offers, { ...YEAR, ...change });
      expect(options).toBeGreaterThan(MOST_OPTIONS / 10);
      expect(options).toBeLessThanOrEqual(MOST_OPTIONS);
    }
  });

  it('is always what the seller wishes for; what is left out makes room', () => {
    const offers = manyOffers(5000);
    const first = seasonReach(offers, YEAR).compared.products;
    const locked = { week: offers.weeks[3]!, channel: 'Email' };
    const wishes = {
      p4998: { isNeeded: true },
      p4999: { locked },
      p0: { isLeftOut: true },
      p1: { isLeftOut: true },
      p2: { isLeftOut: true },
    } as const;
    const { isIn, compared } = seasonReach(offers, { ...YEAR, wishes });
    expect([isIn[4998], isIn[4999], isIn[0]]).toEqual([1, 1, 0]);
    expect(compared).toEqual({ products: first, beyond: 4997 - first, isInFull: true });
    expect(isIn[first]).toBe(1);
  });

  it('of a week with budgets keeps the most valuable option', () => {
    const offers = manyOffers(250);
    const limits = { ...YEAR, ...budgets };
    const [product] = offers.products;
    const whole = allowedOptions(offers, product!, limits);
    const { options } = seasonProblem(offers, limits).products[0]!;
    for (const week of new Set(whole.map((option) => option.week))) {
      const bestOf = (list: typeof whole) =>
        Math.max(...list.filter((each) => each.week === week).map(({ value }) => value));
      expect(bestOf([...options])).toBe(bestOf(whole));
    }
  });

  it('is told alike after a change by hand', { tags: ['whole'] }, () => {
    const offers = manyOffers(130);
    const limits = { ...YEAR, channelBudgets: { Email: 50 } };
    const made = { offers, limits, problem: seasonProblem(offers, limits) };
    expect(made.problem.compared.beyond).toBeGreaterThan(0);
    const changes: Partial<SeasonLimits>[] = [
      { wishes: { p7: { isLeftOut: true } } },
      { wishes: { p129: { isNeeded: true } } },
      { adBudget: 500 },
    ];
    for (const change of changes) {
      const changed = { ...limits, ...change };
      expect(updatedProblem(made, offers, changed)).toEqual(seasonProblem(offers, changed));
    }
  });
});
