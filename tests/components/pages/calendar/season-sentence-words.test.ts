import { describe, expect, it } from 'vitest';
import {
  limitsLead,
  limitsWords,
  moveWords,
  comparedWords,
  qualityWords,
  seasonFinding,
} from '#components/pages/calendar/season-sentence-words.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import type { WeekChange } from '#core/season/calendar/week-changes.ts';
import { m } from '#messages';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const limits: SeasonLimits = {
  ...usualLimits(offers.weeks[0]!),
  ...{
    mostPerWeek: 2,
    adBudget: 450,
    stockBudget: 21_000,
    cashBudget: 17_000,
    channelBudgets: { Email: 70 },
  },
};
const problem = seasonProblem(offers, limits);
const { compared } = problem;
const view = viewSeason({ offers, limits }, problem, placementsOf(problem, greedySeason(problem)!));
const titleOf = (id: string) => `Title of ${id}`;

describe('the head of a season', () => {
  it('says when, how many, and how many are left out', () => {
    expect(seasonFinding(view, 0)).toMatch(/^\w+ 2026(–\w+ 2026)?: 4 launches$/);
    expect(seasonFinding(view, 1)).toMatch(/: 4 launches, 1 left out$/);
    expect(seasonFinding({ ...view, placements: [] }, 4)).toBe('No launches this season');
  });

  it('says the limits, as far as there are any', () => {
    expect(limitsLead(view)).toBe(
      '9\u00a0Mar\u2060–\u20606\u00a0Sept, at most 2 launches a week, 450 for ads, 21,000 for stock, at most 17,000 tied up.',
    );
    const free = limitsLead({ offers, limits: usualLimits(offers.weeks[0]!) });
    expect(free).toBe('9\u00a0Mar\u2060–\u20606\u00a0Sept, any number of launches a week.');
  });

  it('says nothing of budgets for money that is not known', () => {
    const products = offers.products.map((product) => ({
      ...product,
      economics: { listPrice: NaN, unitCost: NaN },
    }));
    expect(limitsLead({ limits, offers: { ...offers, products } })).toBe(
      '9\u00a0Mar\u2060–\u20606\u00a0Sept, at most 2 launches a week, 450 for ads.',
    );
  });

  it('says how good the calendar is known to be', () => {
    const within = { value: 1000, bound: 1008 };
    const best = { value: 1000, bound: 1000 };
    const said = (quality: Parameters<typeof qualityWords>[0], change = {}) =>
      qualityWords(quality, { seconds: 3, compared: { ...compared, ...change } });
    expect(said(within)).toBe('Solved in 3 s, within 0.8% of the best possible.');
    expect(qualityWords(within, { seconds: null, compared })).toBe(
      m.season_solved_within({ gap: '0.8%' }),
    );
    expect(said(best)).toBe(m.season_solved_best());
    expect(said(best, { beyond: 40 })).toBe(m.season_solved_best_compared());
    expect(said(best, { isInFull: false })).toBe(m.season_solved_best_compared());
    expect(said({ value: 1000, bound: null })).toBe(m.season_bound_unknown());
  });
});

describe('what of many products is compared', () => {
  const words = (change: Partial<typeof compared>) =>
    comparedWords({ offers, problem: { ...problem, compared: { ...compared, ...change } } });

  it('is said where it is not all', () => {
    const all = offers.products.length;
    expect(words({})).toBe('');
    expect(words({ products: 2, beyond: all - 2 })).toBe(
      m.season_compared_products({ count: '2', all: `${all}` }),
    );
    expect(words({ isInFull: false })).toBe(m.season_compared_detail());
  });
});

describe('what a week would change', () => {
  const week = offers.weeks[1]!;
  const possible: WeekChange = {
    ...{ kind: 'possible', week, change: -123.4, merit: -123.4, breaks: [] },
    placement: { productId: 'p0', week, channel: 'Email', adSpend: 60, stockUnits: 40 },
  };

  it('is told in words, with the channel where that is another', () => {
    expect(moveWords(possible, { view, titleOf })).toBe('Week 12: 123 less');
    expect(moveWords(possible, { view, titleOf }, 'Email')).toBe('Week 12: 123 less');
    expect(moveWords(possible, { view, titleOf }, 'Creators')).toBe('Week 12, Email: 123 less');
    const breaking = { ...possible, breaks: [{ kind: 'ad-budget' }] } as const;
    expect(moveWords(breaking, { view, titleOf })).toBe('Week 12: 123 less. Ad spend exceeds 450.');
  });

  it('is told where it is not possible', () => {
    const words = (['closed', 'outside-window', 'never-tried'] as const).map((reason) =>
      moveWords({ kind: 'impossible', week, reason }, { view, titleOf }),
    );
    expect(words).toEqual([
      'Week 12 is closed',
      'Week 12 is outside the days you set',
      'Week 12: never tried, so no forecast',
    ]);
  });
});

it('names every limit that is broken', () => {
  const words = limitsWords(
    [
      { kind: 'most-per-week', week: offers.weeks[0]! },
      { kind: 'ad-budget' },
      { kind: 'channel-budget', channel: 'Email' },
      { kind: 'stock-budget' },
      { kind: 'cash-budget' },
      { kind: 'needed', productId: 'p1' },
    ],
    { view, titleOf },
  );
  expect(words).toBe(
    'Week 11 has more than 2 launches. Ad spend exceeds 450. Ad spend on Email exceeds 70. ' +
      'Stock cost exceeds 21,000. Cash tied up exceeds 17,000. Title of p1 must be launched.',
  );
});
