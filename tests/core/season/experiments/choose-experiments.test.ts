import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseExperiments } from '#core/season/experiments/choose-experiments.ts';
import { costDoubt } from '#core/season/experiments/cost-doubt.ts';
import type { Experiment } from '#core/season/offers/experiment.ts';
import { placementsWith } from '#core/season/experiments/experiment-locks.ts';
import { gainALaunch, stakesOf } from '#core/season/experiments/arm-stakes.ts';
import { armDeviation, type KnownArms } from '#core/season/offers/known-arms.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf, withPlacements } from '#core/season/calendar/placements.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { allowedOptions, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonValue } from '#core/season/problem/season-value.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const CHANNELS = 3;
const LIMITS: SeasonLimits = { ...usualLimits(FIRST_WEEK), mostPerWeek: 3, adBudget: 700 };
const KEEN = { share: 0.5, laterSeasons: 60 };

function armsOf(over: Partial<KnownArms> = {}): KnownArms {
  return {
    ...{ between: 0.5, noise: 0.7, channels: ['channel 1', 'channel 0', 'channel 2'] },
    categories: ['even', 'odd'].map((category) => ({
      ...{ category, tried: [2, 6, 0], launchesASeason: 8 },
    })),
    ...over,
  };
}

interface Given {
  readonly limits?: SeasonLimits;
  readonly arms?: KnownArms;
  readonly size?: typeof SIZE;
}

const SIZE = { products: 16, weeks: 10 };

function seasonOf(seed: number, { limits = LIMITS, arms = armsOf(), size = SIZE }: Given = {}) {
  const random = randomOffers({ seed, ...size, channels: CHANNELS });
  const offers: SeasonOffers = {
    ...random,
    arms,
    products: random.products.map((product, i) => ({
      ...product,
      category: i % 2 === 0 ? 'even' : 'odd',
    })),
  };
  const problem = seasonProblem(offers, limits);
  return { offers, limits, placements: placementsOf(problem, greedySeason(problem)!) };
}

function valueOf({ offers, limits, placements }: ReturnType<typeof seasonOf>) {
  const { problem, choice } = withPlacements(seasonProblem(offers, limits), offers, placements);
  return { value: seasonValue(problem, choice), broken: brokenLimits(problem, choice) };
}

describe('chooseExperiments', () => {
  it('keeps to the share, pays, moves to another channel and breaks no limit', () => {
    let all = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 10 }),
        (seed, tenths) => {
          const share = tenths / 10;
          const season = seasonOf(seed);
          const { experiments, most, cost, worth } = chooseExperiments(season, {
            ...KEEN,
            share,
          });
          all += experiments.length;
          expect(most).toBe(Math.floor(share * season.placements.length));
          expect(experiments.length).toBeLessThanOrEqual(most);
          for (const each of experiments) {
            expect(each.worth).toBeGreaterThan(each.cost);
            expect(each.placement.channel).not.toBe(each.otherwise.channel);
            expect(season.placements).toContainEqual(each.otherwise);
            expect(costDoubt(each.leanings)).toBeGreaterThan(0);
            expect(each.doubtAfter).toBeLessThan(each.doubtBefore);
          }
          expect(new Set(experiments.map(({ productId }) => productId)).size).toBe(
            experiments.length,
          );
          expect(cost).toBeCloseTo(sum(experiments.map((each) => each.cost)), 9);
          expect(worth).toBeCloseTo(sum(experiments.map((each) => each.worth)), 9);
          const placements = placementsWith(season.placements, experiments);
          const after = valueOf({ ...season, placements });
          expect(after.broken).toEqual([]);
          expect(after.value).toBeCloseTo(valueOf(season).value - cost, 6);
        },
      ),
      { numRuns: 40 },
    );
    expect(all).toBeGreaterThan(0);
  });

  it('begins with the one that pays most of all that could be', () => {
    for (const seed of [1, 2, 3]) {
      const season = seasonOf(seed, { size: { products: 10, weeks: 5 } });
      const [first] = chooseExperiments(season, KEEN).experiments;
      expect(first!.worth - Math.max(0, first!.cost)).toBeCloseTo(bestByForce(season), 6);
    }
  });

  it('says how often the channel was tried, in the history and in the calendar, and what is then known', () => {
    const season = seasonOf(1);
    const [first] = chooseExperiments(season, KEEN).experiments;
    const { category, placement } = first!;
    const tried = { 'channel 0': 6, 'channel 1': 2, 'channel 2': 0 }[placement.channel!];
    const planned = season.placements.filter(
      ({ productId, channel }) =>
        channel === placement.channel && categoryOf(season.offers, productId) === category,
    ).length;
    expect([first!.tried, first!.planned]).toEqual([tried, planned]);
    expect(first!.doubtBefore).toBe(armDeviation(armsOf(), tried! + planned));
    expect(first!.doubtAfter).toBe(armDeviation(armsOf(), tried! + planned + 1));
  });

  it('counts an experiment as made before the next of the same channel', () => {
    const { experiments } = chooseExperiments(seasonOf(1), { share: 1, laterSeasons: 60 });
    const arm = ({ category, placement }: Experiment) => category + placement.channel!;
    const one = experiments.find((each, i) =>
      experiments.slice(i + 1).some((later) => arm(later) === arm(each)),
    );
    const other = experiments.findLast((each) => arm(each) === arm(one!));
    expect(other!.planned).toBeGreaterThan(one!.planned);
    expect(other!.doubtBefore).toBeLessThanOrEqual(one!.doubtAfter);
  });

  it('leaves alone what the seller has locked', () => {
    const free = seasonOf(1);
    const moved = chooseExperiments(free, KEEN).experiments.map(({ otherwise }) => otherwise);
    const wishes = Object.fromEntries(
      moved.map(({ productId, week, channel }) => [productId, { locked: { week, channel } }]),
    );
    const { experiments } = chooseExperiments({ ...free, limits: { ...LIMITS, wishes } }, KEEN);
    const locked = Object.keys(wishes);
    expect(experiments.filter(({ productId }) => locked.includes(productId))).toEqual([]);
  });

  it('has none where nothing can be learnt: no channels, all known, no later launches', () => {
    const { arms, ...before } = seasonOf(1).offers;
    expect(arms).toBeDefined();
    const season = { ...seasonOf(1), offers: before };
    const none = {
      experiments: [],
      most: expect.any(Number) as number,
      cost: 0,
      worth: 0,
    };
    expect(chooseExperiments(season, KEEN)).toEqual(none);
    expect(chooseExperiments(seasonOf(1, { arms: armsOf({ categories: [] }) }), KEEN)).toEqual(
      none,
    );
    expect(chooseExperiments(seasonOf(1), { ...KEEN, laterSeasons: 0 })).toEqual(none);
    // What differs by nothing is known; only what costs nothing might be moved, and is not.
    const known = chooseExperiments(seasonOf(1, { arms: armsOf({ between: 0 }) }), KEEN);
    expect(known).toEqual(none);
  });
});

function categoryOf({ products }: SeasonOffers, productId: string): string {
  return products.find((product) => product.productId === productId)!.category;
}

/** The most that any launch on any other channel in any week pays. */
function bestByForce(season: ReturnType<typeof seasonOf>): number {
  const { offers, limits, placements } = season;
  const arms = offers.arms!;
  const before = valueOf(season).value;
  const launches = (category: string, channel: number) =>
    arms.categories.find((each) => each.category === category)!.tried[
      arms.channels.indexOf(`channel ${channel}`)
    ]! +
    placements.filter(
      (each) =>
        each.channel === `channel ${channel}` && categoryOf(offers, each.productId) === category,
    ).length;
  let best = 0;
  placements.forEach((own, place) => {
    const product = offers.products.find(({ productId }) => productId === own.productId)!;
    const stakes = offers.products
      .filter(({ category }) => category === product.category)
      .map((each) => stakesOf(offers, each));
    const gain = (channel: number, less: number) =>
      gainALaunch(stakes, channel, {
        spread: arms,
        launches: launches(product.category, channel) - less,
      });
    const from = Number(own.channel!.at(-1));
    for (const option of allowedOptions(offers, product, limits)) {
      if (option.channel === from) continue;
      const moved = placements.with(place, {
        ...{ productId: own.productId, week: offers.weeks[option.week]! },
        ...{ channel: `channel ${option.channel}`, adSpend: option.adSpend },
        stockUnits: option.stockUnits,
      });
      const after = valueOf({ ...season, placements: moved });
      if (after.broken.length > 0) continue;
      const worth = KEEN.laterSeasons * 8 * (gain(option.channel, 0) - gain(from, 1));
      best = Math.max(best, worth - Math.max(0, before - after.value));
    }
  });
  return best;
}
