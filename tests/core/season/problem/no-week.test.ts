import { describe, expect, it } from 'vitest';
import { noWeeksOf } from '#core/season/problem/no-week.ts';
import {
  usualLimits,
  type ProductWish,
  type SeasonLimits,
} from '#core/season/offers/season-limits.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const base = randomOffers({ seed: 6, products: 2, weeks: 6, channels: 2 });
const offers = {
  ...base,
  products: base.products.map((product) => ({ ...product, offers: product.offers.map(() => 0) })),
};
const day = (week: number) => FIRST_WEEK + 7 * week;
const reasonOf = (wish: ProductWish, limits: Partial<SeasonLimits> = {}) =>
  noWeeksOf(offers, { ...usualLimits(FIRST_WEEK), ...limits, wishes: { p1: wish } })[0]?.reason;

describe('a product that has to be launched', () => {
  it.each<[string, ProductWish, Partial<SeasonLimits>, string | undefined]>([
    ['has a week where one is open', { isNeeded: true }, {}, undefined],
    [
      'need not have one where it is left out',
      { isNeeded: true, isLeftOut: true },
      { weekCount: 0 },
      undefined,
    ],
    ['has none in an empty season', { isNeeded: true }, { weekCount: 0 }, 'outside-season'],
    [
      'has none where it is locked after the season',
      { locked: { week: day(5), channel: null } },
      { weekCount: 3 },
      'outside-season',
    ],
    [
      'has none outside its window',
      { isNeeded: true, from: day(2) + 1, until: day(3) - 1 },
      {},
      'outside-window',
    ],
    [
      'has none in a closed week',
      { locked: { week: day(2), channel: 'channel 0' } },
      { closedWeeks: [day(2)] },
      'closed',
    ],
    [
      'has none where all its weeks are closed',
      { isNeeded: true, until: day(1) },
      { closedWeeks: [day(0), day(1)] },
      'closed',
    ],
    [
      'has none on a channel that is not there',
      { locked: { week: day(2), channel: 'gone' } },
      {},
      'unknown-channel',
    ],
  ])('%s', (_, wish, limits, reason) => {
    expect(reasonOf(wish, limits)).toBe(reason);
  });

  it('has none where it was never tried', () => {
    const untried = {
      ...offers,
      products: offers.products.map((p) => ({ ...p, offers: p.offers.map(() => -1) })),
    };
    const wishes = { p0: { isNeeded: true as const } };
    expect(noWeeksOf(untried, { ...usualLimits(FIRST_WEEK), wishes })).toEqual([
      { kind: 'no-week', productId: 'p0', reason: 'never-tried', locked: null },
    ]);
  });
});
