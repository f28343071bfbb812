import { describe, expect, test } from 'vitest';
import { gapOf } from '#core/season/offers/season-calendar.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import {
  allowedOptions,
  seasonProblem,
  LEFT_OUT,
  type SeasonProblem,
} from '#core/season/problem/season-problem.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { cashPayments } from '#core/planning/cash/cash-payments.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { cashBasisOf, optionLaunch } from '#core/season/offers/option-cash.ts';
import { optionOfPlacement } from '#core/season/offers/placed-option.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { meritOf } from '#core/season/offers/season-option.ts';
import { keptShares } from '#core/planning/search/waiting.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { withPlacements } from '#core/season/calendar/placements.ts';
import { brokenLimits, seasonMerit, seasonUse } from '#core/season/problem/season-value.ts';
import type { SeasonOutcome, SeasonSolution } from '#core/season/problem/season-solution.ts';
import { looseningGain } from '#core/season/calendar/season-gain.ts';
import { loosened, looseningsOf } from '#core/season/problem/looser-limits.ts';
import { solveSeason } from '#workers/season/solve-season.ts';
import { openSolver } from '#workers/season/solver.ts';
import { FIRST_WEEK, randomOffers } from '../../support/random-offers.ts';

const solver = await openSolver();

interface Played {
  readonly outcome: SeasonOutcome;
  readonly reported: readonly SeasonSolution[];
}

async function play(offers: SeasonOffers, limits: SeasonLimits, gap = 0): Promise<Played> {
  const reported: SeasonSolution[] = [];
  const outcome = await solveSeason(
    {
      ...{ offers, limits, gap },
      start: null,
      seconds: 30,
      now: () => 0,
      onBetter: (best) => reported.push(best),
      pause: () => Promise.resolve(),
    },
    () => Promise.resolve(solver),
  );
  return { outcome, reported };
}

function solutionOf({ outcome }: Played): SeasonSolution {
  if (outcome.kind !== 'solved') throw new Error(`expected a calendar, got ${outcome.kind}`);
  return outcome.solution;
}

/** The merit of the best of all calendars, by trying each; -Infinity where none fits. */
function bestByTrying(problem: SeasonProblem): number {
  const choice = new Int32Array(problem.products.length).fill(LEFT_OUT);
  let best = -Infinity;
  const tryFrom = (product: number): void => {
    if (product === problem.products.length) {
      if (brokenLimits(problem, choice).length === 0)
        best = Math.max(best, seasonMerit(problem, choice));
      return;
    }
    const { options } = problem.products[product]!;
    for (let place = LEFT_OUT; place < options.length; place++) {
      choice[product] = place;
      tryFrom(product + 1);
    }
    choice[product] = LEFT_OUT;
  };
  tryFrom(0);
  return best;
}

function limitsOf(offers: SeasonOffers, seed: number): SeasonLimits {
  const free = seasonUse(...bestAlone(offers));
  return {
    ...usualLimits(FIRST_WEEK),
    mostPerWeek: 1 + (seed % 2),
    adBudget: seed % 3 === 0 ? null : 0.6 * free.adSpendTotal,
    channelBudgets: seed % 4 === 0 ? { 'channel 0': 40 } : {},
    stockBudget: seed % 5 === 0 ? null : 0.6 * free.stockCost,
    closedWeeks: seed % 2 === 0 ? [] : [FIRST_WEEK + 7],
    wishes: seed % 3 === 1 ? { p0: { isNeeded: true } } : {},
  };
}

/** Stock is ordered three weeks ahead, and sales are paid out ten days after their week. */
function cashOffers(seed: number): SeasonOffers {
  const offers = randomOffers({ seed, products: 3, weeks: 3, channels: 1 });
  return {
    ...offers,
    terms: { ...offers.terms, leadTimeDays: 21 },
    cash: { terms: { depositShare: 0.3, payoutDays: 10 }, horizonDays: 28, curves: null },
  };
}

/** The most that launches tie up on any day, day by day from the payments of each case. */
function tiedUp(offers: SeasonOffers, placements: readonly Placement[]): number {
  const flows = placements.map((placement) => {
    const option = optionOfPlacement(offers, placement)!;
    const product = offers.products.find(({ productId }) => productId === placement.productId)!;
    const launch = optionLaunch(offers, product, option);
    const demand = demandPoints(offers.spread, option.logUnits);
    const { days, amounts } = cashPayments(launch, cashBasisOf(offers, product.category), demand);
    return { days, expected: days.map((_, day) => mean(amounts.map((own) => own[day]!))) };
  });
  let [cash, least] = [0, 0];
  for (let day = FIRST_WEEK - 30; day < FIRST_WEEK + 100; day++) {
    for (const { days, expected } of flows)
      days.forEach((own, i) => (cash += own === day ? expected[i]! : 0));
    least = Math.min(least, cash);
  }
  return -least;
}

/** Each product where it is worth most, whatever the others do. */
function bestAlone(offers: SeasonOffers): [SeasonProblem, Int32Array] {
  const problem = seasonProblem(offers, usualLimits(FIRST_WEEK));
  const choice = Int32Array.from(problem.products, ({ options }) =>
    options.reduce((best, { value }, i) => (value > (options[best]?.value ?? 0) ? i : best), -1),
  );
  return [problem, choice];
}

/** Each is compared with tens of thousands of calendars: the first four stand for all. */
const someOf = (seed: number) => ({ tags: seed < 4 ? [] : ['whole'] });

describe('a season', () => {
  for (let seed = 0; seed < 12; seed++)
    test(
      `is as good as the best of all calendars, tried one by one (seed ${seed})`,
      someOf(seed),
      async () => {
        const hasMerits = seed % 2 === 1;
        const offers = randomOffers({ seed, products: 4, weeks: 3, channels: 2, hasMerits });
        const limits = limitsOf(offers, seed);
        const problem = seasonProblem(offers, limits);
        const best = bestByTrying(problem);
        const played = await play(offers, limits);
        if (best === -Infinity) {
          expect(played.outcome.kind).toBe('clash');
          return;
        }
        const solution = solutionOf(played);
        const placed = withPlacements(problem, offers, solution.placements);
        expect(brokenLimits(placed.problem, placed.choice)).toEqual([]);
        expect(seasonMerit(placed.problem, placed.choice)).toBeCloseTo(solution.value, 6);
        expect(solution.value).toBeCloseTo(best, 4);
        expect(gapOf(solution)).toBeLessThan(1e-6);
      },
    );

  test.each([1, 2, 3, 4, 5, 6])(
    'takes no later week of less merit while a sooner place is free (seed %i)',
    async (seed) => {
      const drawn = randomOffers({ seed, products: 6, weeks: 8, channels: 2 });
      const shares = keptShares(drawn.weeks, 5);
      const products = drawn.products.map((product) => ({
        ...product,
        meritShares: Float32Array.from(
          product.offers,
          (_, place) => shares[Math.floor(place / 2)]!,
        ),
      }));
      const offers = { ...drawn, products, pairs: [] };
      const limits = {
        ...usualLimits(FIRST_WEEK),
        mostPerWeek: 2,
        closedWeeks: [offers.weeks[1]!],
      };
      const problem = seasonProblem(offers, limits);
      const { placements } = solutionOf(await play(offers, limits));
      const { choice } = withPlacements(problem, offers, placements);
      let withheld = 0;
      problem.products.forEach(({ options }, product) => {
        const own = options[choice[product]!]!;
        options.forEach((option, place) => {
          if (brokenLimits(problem, choice.with(product, place)).length > 0) return;
          // The shares are kept as half the digits.
          if (option.week < own.week) expect(meritOf(option)).toBeLessThan(meritOf(own) + 1e-4);
          if (option.week > own.week && option.value > own.value) withheld += 1;
        });
      });
      expect(withheld).toBeGreaterThan(0);
    },
  );

  for (const seed of [2, 3, 5])
    test(
      `shows what a step of each limit brings, as the best of all calendars tried one by one (seed ${seed})`,
      { tags: seed < 5 ? ['whole'] : [] },
      async () => {
        const offers = randomOffers({ seed, products: 4, weeks: 3, channels: 2 });
        const limits = { ...limitsOf(offers, seed), channelBudgets: { 'channel 0': 40 } };
        const best = bestByTrying(seasonProblem(offers, limits));
        if (best === -Infinity) return;
        const strict = solutionOf(await play(offers, limits));
        const steps = looseningsOf(limits);
        expect(steps.length).toBeGreaterThan(1);
        for (const step of steps) {
          const within = loosened(limits, step);
          const found = solutionOf(await play(offers, within));
          const gain = bestByTrying(seasonProblem(offers, within)) - best;
          expect(gain).toBeGreaterThanOrEqual(-1e-9);
          expect(looseningGain(strict, found, gain).gain).toBeCloseTo(Math.max(0, gain), 3);
        }
      },
    );

  for (let seed = 0; seed < 8; seed++)
    test(
      `never ties up more cash than the budget, and is the best that does not (seed ${seed})`,
      someOf(seed),
      async () => {
        const offers = cashOffers(seed);
        const free = { ...usualLimits(FIRST_WEEK), mostPerWeek: 2 };
        const whole = solutionOf(await play(offers, free));
        const budget = [0.9, 0.6, 0.35, 0.1][seed % 4]! * tiedUp(offers, whole.placements);
        const limits = { ...free, cashBudget: budget };
        const solution = solutionOf(await play(offers, limits));
        expect(tiedUp(offers, solution.placements)).toBeLessThanOrEqual(budget * (1 + 1e-6));
        expect(whole.value).toBeGreaterThan(solution.value);
        // Every option that the limits leave, also those that another makes superfluous.
        const problem = seasonProblem(offers, limits);
        const products = problem.products.map((product, i) => ({
          ...product,
          options: allowedOptions(offers, offers.products[i]!, limits),
        }));
        expect(solution.value).toBeCloseTo(bestByTrying({ ...problem, products }), 4);
      },
    );

  test(
    'shows something at once, and never anything worse after it',
    { tags: ['whole'] },
    async () => {
      const offers = randomOffers({
        seed: 3,
        products: 14,
        weeks: 10,
        channels: 3,
        alikeShare: 0.2,
      });
      const limits = { ...limitsOf(offers, 1), closedWeeks: [] };
      const played = await play(offers, limits, 0.01);
      const values = [...played.reported, solutionOf(played)].map(({ value }) => value);
      expect(values.length).toBeGreaterThan(1);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(gapOf(solutionOf(played))).toBeLessThanOrEqual(0.01);
      expect(solutionOf(played).bound).toBeGreaterThanOrEqual(solutionOf(played).value - 1e-6);
    },
  );

  test('is empty where nothing earns anything', async () => {
    const offers = randomOffers({ seed: 1, products: 3, weeks: 3, channels: 1 });
    const dear = offers.products.map((product) => ({
      ...product,
      economics: { listPrice: 10, unitCost: 50 },
    }));
    const { placements, value } = solutionOf(
      await play({ ...offers, products: dear }, usualLimits(FIRST_WEEK)),
    );
    expect({ placements, value }).toEqual({ placements: [], value: 0 });
  });

  test('is empty where there are no weeks', async () => {
    const offers = randomOffers({ seed: 1, products: 3, weeks: 3, channels: 1 });
    const { placements } = solutionOf(
      await play(offers, { ...usualLimits(FIRST_WEEK), weekCount: 0 }),
    );
    expect(placements).toEqual([]);
  });
});

describe('limits that clash', () => {
  const offers = randomOffers({ seed: 7, products: 5, weeks: 4, channels: 2, alikeShare: 0 });
  const all = {
    ...offers,
    products: offers.products.map((p) => ({ ...p, offers: p.offers.fill(1) })),
  };
  const locked = (week: number) => ({ week: FIRST_WEEK + 7 * week, channel: 'channel 0' });

  test('are two launches locked into a week that allows one', async () => {
    const limits = {
      ...usualLimits(FIRST_WEEK),
      mostPerWeek: 1,
      stockBudget: 1e6,
      wishes: {
        p1: { locked: locked(2) },
        p3: { locked: locked(2) },
        p4: { isNeeded: true as const },
      },
    };
    const { outcome } = await play(all, limits);
    expect(outcome).toEqual({
      kind: 'clash',
      parts: [
        { kind: 'most-per-week', week: FIRST_WEEK + 14 },
        { kind: 'needed', productId: 'p1' },
        { kind: 'needed', productId: 'p3' },
      ],
    });
  });

  test('are a budget that is too small for what has to be launched, and that', async () => {
    const limits = {
      ...usualLimits(FIRST_WEEK),
      stockBudget: 1,
      wishes: { p2: { isNeeded: true as const } },
    };
    const { outcome } = await play(all, limits);
    expect(outcome).toEqual({
      kind: 'clash',
      parts: [{ kind: 'stock-budget' }, { kind: 'needed', productId: 'p2' }],
    });
  });

  test('are a cash budget that is too small for what has to be launched, and that', async () => {
    const limits = {
      ...usualLimits(FIRST_WEEK),
      ...{ cashBudget: 1, stockBudget: 1e6 },
      wishes: { p2: { isNeeded: true as const } },
    };
    const { outcome } = await play(all, limits);
    expect(outcome).toEqual({
      kind: 'clash',
      parts: [{ kind: 'cash-budget' }, { kind: 'needed', productId: 'p2' }],
    });
  });

  test('are a product locked into a week that is closed', async () => {
    const limits = {
      ...usualLimits(FIRST_WEEK),
      closedWeeks: [FIRST_WEEK + 7],
      wishes: { p2: { locked: locked(1) } },
    };
    const { outcome } = await play(all, limits);
    expect(outcome).toEqual({
      kind: 'clash',
      parts: [{ kind: 'no-week', productId: 'p2', reason: 'closed', locked: FIRST_WEEK + 7 }],
    });
  });
});
