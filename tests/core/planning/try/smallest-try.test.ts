import { describe, expect, it } from 'vitest';
import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import {
  accuracyOf,
  betterInSteps,
  chanceOfChange,
  LEAST_ACCURACY,
  LEAST_CHANGE,
  LEAST_UNITS,
  smallestTry,
  type SmallestTry,
  type TryFacts,
} from '#core/planning/try/smallest-try.ts';
import { tryCases } from '#core/planning/try/try-cases.ts';
import { bestPolicy } from '#core/planning/try/two-stage-policy.ts';
import { sampleAction, samplePlan, sampleProduct } from '../../../support/ranking.ts';

const spread = demandSpread(
  Float64Array.from({ length: 400 }, (_, i) => 0.8 * normalQuantile((i + 0.5) / 400)),
);
const money = { revenue: 20, margin: 9, leftover: 2.4, fixedCost: 120 };
const facts: TryFacts = {
  ...{ spread, terms: USUAL_STOCK_TERMS, curve: null, noise: 0.3, horizonDays: 28 },
};

function planOf(stock = 227, change: Partial<LaunchPlan> = {}): LaunchPlan {
  return samplePlan({
    ...forecast(spread, { logUnits: Math.log1p(120), money, stock }),
    action: sampleAction({ stockUnits: stock }),
    money,
    ...change,
  });
}

const found = (change: Partial<TryFacts> = {}, plan = planOf()) =>
  smallestTry(plan, { ...facts, ...change }) as SmallestTry;

describe('the smallest safe try', () => {
  it('tells good from bad, depends on what sold, and risks no more than allowed', () => {
    const { tried, mostLoss, planLoss } = found();
    expect(tried.accuracy).toBeGreaterThanOrEqual(LEAST_ACCURACY);
    expect(tried.steps.length).toBeGreaterThan(1);
    expect(tried.changes).toBeGreaterThanOrEqual(LEAST_CHANGE);
    expect(tried.firstOrder).toBeGreaterThanOrEqual(LEAST_UNITS);
    expect(tried.worstLoss).toBeCloseTo(2.4 * tried.firstOrder + 120, 9);
    expect(planLoss).toBeCloseTo(2.4 * 227 + 120, 9);
    expect(mostLoss).toBeCloseTo(120 + (2.4 * 227) / 2, 9);
    expect(tried.worstLoss).toBeLessThanOrEqual(mostLoss);
    expect(tried.firstOrder).toBeLessThan(60);
  });

  it('comes with the most profitable one within the same limit', () => {
    const profits = [200, 400, 600].map((mostLoss) => {
      const { tried, bestWithin, best } = found({ mostLoss });
      expect(bestWithin.worstLoss).toBeLessThanOrEqual(mostLoss);
      expect(bestWithin.accuracy).toBeGreaterThanOrEqual(LEAST_ACCURACY);
      expect(bestWithin.expectedProfit).toBeGreaterThanOrEqual(tried.expectedProfit);
      expect(bestWithin.expectedProfit).toBeLessThanOrEqual(best.expectedProfit);
      return bestWithin.expectedProfit;
    });
    expect(profits).toEqual(profits.toSorted((a, b) => a - b));
    expect(profits[2]).toBeGreaterThan(profits[0]!);
  });

  it('is compared with the profit that the plan promises', () => {
    const plan = planOf();
    expect(found({}, plan).planProfit).toBeCloseTo(plan.outcome.profit!.expected, 9);
  });

  it('has the plan’s own order with a reorder beside it, which is never worse than the plan', () => {
    for (const leadTimeDays of [0, 7, 13]) {
      const terms = { ...USUAL_STOCK_TERMS, leadTimeDays };
      const { whole, best, planProfit } = found({ terms });
      expect(whole.firstOrder).toBe(227);
      expect(whole.expectedProfit).toBeGreaterThanOrEqual(planProfit - 1e-9);
      expect(best.expectedProfit).toBeGreaterThanOrEqual(whole.expectedProfit);
    }
  });

  it('is better in steps only where a reorder clearly adds to the plan', () => {
    const given = found();
    const of = (planProfit: number, whole: number, best: number) =>
      betterInSteps({
        ...{ ...given, planProfit },
        whole: { ...given.whole, expectedProfit: whole },
        best: { ...given.best, firstOrder: 35, expectedProfit: best },
      });
    expect(of(1000, 1020, 1029)).toBeNull();
    expect(of(1000, 1100, 1110)).toMatchObject({ firstOrder: 227, expectedProfit: 1100 });
    expect(of(1000, 1100, 1200)).toMatchObject({ firstOrder: 35, expectedProfit: 1200 });
    expect(of(-1000, -990, -950)).toMatchObject({ firstOrder: 35 });
    expect(of(-1000, -1000, -980)).toBeNull();
  });

  it('has a first order of highest profit that is at least as good as ordering at once', () => {
    for (const leadTimeDays of [0, 7, 13]) {
      const { best, planProfit, tried } = found({ terms: { ...USUAL_STOCK_TERMS, leadTimeDays } });
      expect(best.expectedProfit).toBeGreaterThanOrEqual(planProfit - 1e-9);
      expect(best.expectedProfit).toBeGreaterThanOrEqual(tried.expectedProfit);
    }
  });

  it('earns less, the longer the reorder takes', () => {
    const profits = [0, 4, 8, 12].map((leadTimeDays) => {
      const { tried } = found({ terms: { ...USUAL_STOCK_TERMS, leadTimeDays } });
      return tried.expectedProfit;
    });
    expect(profits).toEqual(profits.toSorted((a, b) => b - a));
  });

  it('needs more units, the noisier two weeks are', () => {
    const firsts = [0.1, 0.3, 0.6].map((noise) => found({ noise }).tried.firstOrder);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  });

  it('can be ordered', () => {
    const terms = { ...USUAL_STOCK_TERMS, packSize: 12, minimumOrder: 24 };
    const { tried, best } = found({ terms }, planOf(228));
    expect(tried.firstOrder % 12).toBe(0);
    expect(tried.firstOrder).toBeGreaterThanOrEqual(24);
    for (const { orderUnits } of [...tried.steps, ...best.steps]) expect(orderUnits % 12).toBe(0);
  });
});

describe('no try', () => {
  it('says why there is none', () => {
    expect(found({}, planOf(227, { product: sampleProduct({ firstStock: 40 }) }))).toBe('in-stock');
    expect(found({}, planOf(227, { money: { ...money, margin: null } }))).toBe('no-money');
    expect(found({ terms: { ...USUAL_STOCK_TERMS, leadTimeDays: 14 } })).toBe('too-late');
    expect(found({}, planOf(227, { money: { ...money, fixedCost: -9000 } }))).toBe('no-bad');
    expect(found({}, planOf(227, { money: { ...money, fixedCost: 1e6 } }))).toBe('no-good');
    expect(found({ noise: 4 })).toBe('unclear');
    expect(found({ mostLoss: 121 })).toBe('risky');
    expect(found({}, planOf(19))).toBe('too-few');
  });

  it('is of fewer units than a count can tell, or of what would hardly change the reorder', () => {
    const packs = { ...USUAL_STOCK_TERMS, packSize: 227 };
    expect(found({ terms: packs })).toBe('too-few'); // nothing smaller can be ordered
    // Ninety-seven in a hundred sell 110 to 130 units, so two weeks would nearly always lead to the same reorder.
    const sure = demandSpread(
      Float64Array.from({ length: 400 }, (_, i) => (i < 12 ? -4 : 0.05 * (i / 400 - 0.5))),
    );
    const plan = planOf(125, forecast(sure, { logUnits: Math.log1p(120), money, stock: 125 }));
    expect(found({ spread: sure, noise: 0.05 }, plan)).toBe('no-change');
  });

  it('is none of a plan without its money', () => {
    expect(smallestTry(samplePlan(), facts)).toBe('no-money');
  });
});

describe('how well two weeks tell', () => {
  const pace = { seenShare: 0.5, arrivedShare: 0.5, noise: 0, isLearnt: true };
  const demand = demandPoints(spread, Math.log1p(120));
  const isGood = (units: number) => profitAt(units, { money, stock: 227 }) > 0;
  const accuracyWith = (first: number, noise: number) =>
    accuracyOf({ cases: tryCases(demand, { ...pace, noise }) }, first, (each) =>
      isGood(each.demand),
    );

  it('is not at all with one unit, which sells either way', () => {
    expect(accuracyWith(1, 0)).toBeCloseTo(0.5, 1);
  });

  it('is nearly perfect without noise, once a launch that just pays does not sell out', () => {
    const breakEven = [...demand].find(isGood)!;
    expect(accuracyWith(Math.ceil(breakEven / 2), 0)).toBeGreaterThan(0.93);
    expect(accuracyWith(Math.ceil(breakEven / 2), 1)).toBeLessThan(0.85);
  });

  it('counts the good and the bad alike, however many there are', () => {
    const cases = [
      ...Array.from({ length: 98 }, () => ({ demand: 100, seen: 50, arrived: 50 })),
      { demand: 10, seen: 5, arrived: 5 },
      { demand: 10, seen: 50, arrived: 50 },
    ];
    // All good ones sell out; of two bad ones, one does too.
    expect(accuracyOf({ cases }, 40, (each) => each.demand > 20)).toBeCloseTo(0.75, 12);
  });
});

/** Chance of k of n units with probability p each. */
function binomial(n: number, p: number, k: number): number {
  let log = k * Math.log(p) + (n - k) * Math.log(1 - p);
  for (let i = 0; i < k; i++) log += Math.log((n - i) / (k - i));
  return Math.exp(log);
}

it.each([
  [20, 28, 12],
  [20, 36, 15],
  [60, 90, 36],
])(
  'tells %i from %i units as well as exact counts would (binomial distribution)',
  (bad, good, first) => {
    const chances = (demand: number) => {
      const sold = Array.from({ length: first }, (_, k) => binomial(demand, 0.5, k));
      return [...sold, 1 - sold.reduce((all, each) => all + each, 0)];
    };
    const [ofBad, ofGood] = [chances(bad), chances(good)];
    const exact = ofBad.reduce((all, chance, sold) => all + Math.max(chance, ofGood[sold]!) / 2, 0);
    const pace = { seenShare: 0.5, arrivedShare: 0.5, noise: 0, isLearnt: true };
    const cases = tryCases(Float64Array.of(bad, good), pace);
    const accuracy = accuracyOf({ cases }, first, ({ demand }) => demand === good);
    // Seven points of the noise: one of them is 0.07.
    expect(Math.abs(accuracy - exact)).toBeLessThan(0.08);
  },
);

describe('the chance that two weeks change the reorder', () => {
  const pace = { seenShare: 0.5, arrivedShare: 0.5, noise: 0, isLearnt: true };
  /** A launch sells 10 units, or 300. A reorder pays if it sells out with a chance above 2.4 / (9 + 2.4) = 0.21. */
  const changesWith = (bad: number) => {
    const demand = Float64Array.from({ length: 100 }, (_, i) => (i < bad ? 10 : 300));
    const scene = { cases: tryCases(demand, pace), money, terms: USUAL_STOCK_TERMS };
    return chanceOfChange(scene, bestPolicy(scene, 40));
  };

  it('is that of a bad launch where it would be reordered unseen, else that of a good one', () => {
    expect(changesWith(20)).toBeCloseTo(0.2, 9);
    expect(changesWith(70)).toBeCloseTo(0.7, 9);
    expect(changesWith(85)).toBeCloseTo(0.15, 9);
  });

  it('is none where there is nothing to find out', () => {
    expect(changesWith(0)).toBe(0);
    expect(changesWith(100)).toBe(0);
  });
});

it('takes its rule from the best policy of its first order', () => {
  const { tried, pace } = found();
  const demand = demandPoints(spread, Math.log1p(120));
  const scene = { cases: tryCases(demand, pace), money, terms: USUAL_STOCK_TERMS };
  expect(tried).toMatchObject(bestPolicy(scene, tried.firstOrder));
});
