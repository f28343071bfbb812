import { describe, expect, it } from 'vitest';
import {
  placementsWith,
  withExperiments,
  withoutExperiments,
} from '#core/season/experiments/experiment-locks.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const placement = {
  productId: 'p1',
  week: FIRST_WEEK + 7,
  channel: 'channel 1',
  adSpend: 40,
  stockUnits: 12,
};
const limits: SeasonLimits = {
  ...usualLimits(FIRST_WEEK),
  wishes: {
    p0: { locked: { week: FIRST_WEEK, channel: 'channel 0' } },
    p1: { until: FIRST_WEEK + 70 },
  },
};
const experiments = [{ productId: 'p1', placement }];

describe('experiments in limits', () => {
  it('are locked where they are to be, beside what else is wished', () => {
    expect(withExperiments(limits, experiments).wishes).toEqual({
      p0: { locked: { week: FIRST_WEEK, channel: 'channel 0' } },
      p1: {
        until: FIRST_WEEK + 70,
        locked: { week: FIRST_WEEK + 7, channel: 'channel 1', isExperiment: true },
      },
    });
  });

  it('are gone once they are taken out, and what the seller locked is not', () => {
    expect(withoutExperiments(withExperiments(limits, experiments))).toEqual(limits);
    const free = usualLimits(FIRST_WEEK);
    expect(withoutExperiments(withExperiments(free, experiments))).toEqual(free);
  });

  it('leave a season’s problem with their week and channel alone', () => {
    const offers = randomOffers({ seed: 4, products: 3, weeks: 6, channels: 3 });
    const { products } = seasonProblem(offers, withExperiments(limits, experiments));
    expect(products[1]!.isNeeded).toBe(true);
    expect(products[1]!.options.length).toBeGreaterThan(0);
    for (const { week, channel } of products[1]!.options) expect([week, channel]).toEqual([1, 1]);
  });
});

describe('placementsWith', () => {
  it('moves the launches that are experiments, and keeps the order of the weeks', () => {
    const own = [
      { ...placement, week: FIRST_WEEK, channel: 'channel 0' },
      { ...placement, productId: 'p2', week: FIRST_WEEK },
    ];
    expect(placementsWith(own, experiments)).toEqual([own[1], placement]);
    expect(placementsWith(own, [])).toEqual(own);
  });
});
