import { describe, expect, it } from 'vitest';
import { betaOf, logBetaBinomial } from '#core/base/statistics/beta-distribution.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import { sigmoid, sum } from '#core/base/statistics/statistics.ts';
import { firstReviews, type DatedReview } from '#core/ledger/correction/first-reviews.ts';
import { fitReviewReturns, rateAfterReviews } from '#core/ledger/reorder/review-returns.ts';
import { launchTable } from '../../../support/launch-table.ts';

const AFTER = 3;

/** A shop in which quality moves reviews and, by so much on the logit, return rates. */
function shop(count: number, effect: number, seed: number) {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(1e-6 + random() * (1 - 2e-6));
  const times = (tries: number, chance: number) =>
    Array.from({ length: tries }, () => random() < chance);
  const launches = Array.from({ length: count }, () => {
    const quality = normal();
    const units = Math.ceil(60 * Math.exp(0.7 * normal()));
    const back = times(units, sigmoid(-2 - effect * quality + 0.2 * normal()));
    const isNegative = times(4 + Math.floor(12 * random()), sigmoid(-1.4 - 0.9 * quality));
    return {
      row: {
        category: random() < 0.5 ? 'coats' : 'bags',
        units,
        returns: back.filter(Boolean).length,
      },
      reviews: isNegative.map((bad, day): DatedReview => ({ day, isNegative: bad })),
    };
  });
  return {
    table: launchTable(launches.map(({ row }) => row)),
    forecastLogs: [],
    reviews: launches.map(({ reviews }) => reviews),
  };
}

/** Log loss of the returns of later launches without their first reviews and with them. */
function losses(effect: number, seed: number) {
  const past = shop(150, effect, seed);
  const later = shop(150, effect, seed + 1_000);
  const lesson = fitReviewReturns(past, AFTER);
  const belief = betaOf(sum(past.table.returns) / sum(past.table.units), 25);
  const of = (isTold: boolean) =>
    -sum(
      later.reviews.map((own, row) => {
        const told = lesson && isTold;
        const rate = told ? rateAfterReviews(belief, lesson, firstReviews(own, AFTER)) : belief;
        return logBetaBinomial(later.table.returns[row]!, later.table.units[row]!, rate);
      }),
    );
  return { lesson, before: of(false), after: of(true) };
}
const seeds = Array.from({ length: 12 }, (_, i) => 11 * i + 3);

describe('what first reviews tell of returns', () => {
  it('makes returns of later launches likelier, where complaints go with returns', () => {
    const shops = seeds.map((seed) => losses(0.7, seed));
    expect(shops.every(({ lesson }) => lesson !== null)).toBe(true);
    const [before, after] = [
      sum(shops.map((each) => each.before)),
      sum(shops.map((each) => each.after)),
    ];
    expect(after).toBeLessThan(0.98 * before);
  });

  it('costs less than half a percent where they do not', () => {
    const shops = seeds.map((seed) => losses(0, seed));
    expect(shops.filter(({ lesson }) => lesson !== null).length).toBeLessThan(4);
    const [before, after] = [
      sum(shops.map((each) => each.before)),
      sum(shops.map((each) => each.after)),
    ];
    expect(after).toBeLessThan(1.005 * before);
  });

  it('is not known from few launches', () => {
    expect(fitReviewReturns(shop(29, 0.7, 1), AFTER)).toBeNull();
    const { table, forecastLogs } = shop(60, 0.7, 1);
    expect(fitReviewReturns({ table, forecastLogs }, AFTER)).toBeNull();
  });
});

describe('a rate after reviews', () => {
  const lesson = { unitsPerReview: 2, usual: 0.2 };
  const meanOf = ({ a, b }: { a: number; b: number }) => a / (a + b);

  it('is as if each review were so many units', () => {
    // 20 reviews are 40 units at twice the usual 10%: 3 + 8 of 30 + 40.
    const after = rateAfterReviews({ a: 3, b: 27 }, lesson, { count: 20, negative: 8 });
    expect(after.a).toBeCloseTo(11, 9);
    expect(after.a + after.b).toBeCloseTo(70, 9);
  });

  it('stays where as many are negative as usual, and is a rate whatever they say', () => {
    expect(
      meanOf(rateAfterReviews({ a: 3, b: 27 }, lesson, { count: 10, negative: 2 })),
    ).toBeCloseTo(0.1, 9);
    const most = rateAfterReviews({ a: 20, b: 10 }, lesson, { count: 20, negative: 20 });
    expect(most.b).toBeCloseTo(10, 9);
  });
});
