import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { profitOfCase, tryCases, type TryCase } from '#core/planning/try/try-cases.ts';
import {
  bestPolicy,
  bestReorder,
  binsOf,
  type TryScene,
  type TwoStagePolicy,
} from '#core/planning/try/two-stage-policy.ts';
import { planStudy } from '../../../support/plan-study.ts';

const { spread } = planStudy();
const demand = demandPoints(spread, Math.log1p(120));
const pace = { seenShare: 0.5, arrivedShare: 0.7, noise: 0.3, isLearnt: true };
const money = { revenue: 20, margin: 9, leftover: 4, fixedCost: 80 };
const sceneOf = (change: Partial<typeof pace> = {}, terms = USUAL_STOCK_TERMS): TryScene => ({
  ...{ money, terms, cases: tryCases(demand, { ...pace, ...change }) },
});

/** Returns the profit of following a rule, sold step by step from stock, without the formula of the policy. */
function playedProfit(launch: TryCase, { firstOrder, steps }: TwoStagePolicy): number {
  const early = Math.min(firstOrder, launch.seen);
  const step = steps.findLast(({ fromUnits }) => Math.floor(early + 1e-9) >= fromUnits)!;
  const waiting = Math.min(firstOrder - early, launch.arrived - launch.seen);
  const stock = firstOrder - early - waiting + step.orderUnits;
  const late = Math.min(stock, launch.demand - launch.arrived);
  const sold = early + waiting + late;
  return money.margin * sold - money.leftover * (stock - late) - money.fixedCost;
}

describe('the best reorder after two weeks', () => {
  it('earns what its rule earns when launches are drawn and sold (Monte Carlo)', () => {
    const random = seededRandom(11);
    const scene = sceneOf();
    for (const first of [20, 60, 110]) {
      const policy = bestPolicy(scene, first);
      const played = Array.from({ length: 20_000 }, () =>
        playedProfit(scene.cases[Math.floor(random() * scene.cases.length)]!, policy),
      );
      const error = standardDeviation(played) / Math.sqrt(played.length);
      expect(Math.abs(mean(played) - policy.expectedProfit)).toBeLessThan(4 * error);
    }
  });

  it('lies between never reordering and knowing the demand', () => {
    const noise = fc.double({ min: 0, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), noise, (first, noise) => {
        const scene = sceneOf({ noise });
        const without = mean(
          scene.cases.map((each) => profitOfCase(each, { first, again: 0 }, money)),
        );
        const knowing = mean(
          scene.cases.map((each) => {
            const again = bestReorder(scene, [each], first);
            return profitOfCase(each, { first, again }, money);
          }),
        );
        const { expectedProfit } = bestPolicy(scene, first);
        expect(expectedProfit).toBeGreaterThanOrEqual(without - 1e-9);
        expect(expectedProfit).toBeLessThanOrEqual(knowing + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('is none where it arrives after the demand, so the first order is all', () => {
    const { steps, expectedProfit } = bestPolicy(sceneOf({ arrivedShare: 1 }), 100);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ fromUnits: 0, orderUnits: 0 });
    const atOnce = mean([...demand].map((units) => profitAt(units, { money, stock: 100 })));
    expect(expectedProfit).toBeCloseTo(atOnce, 9);
  });

  it('is worth at least as much as ordering the same at once, where it takes no time', () => {
    const scene = sceneOf({ arrivedShare: 0.5 });
    for (const first of [60, 120, 180]) {
      const atOnce = mean([...demand].map((units) => profitAt(units, { money, stock: first })));
      expect(bestPolicy(scene, first).expectedProfit).toBeGreaterThanOrEqual(atOnce);
    }
    // With a stock for most early demand, demand that is seen without noise is met almost as if it had been known.
    const seen = sceneOf({ arrivedShare: 0.5, noise: 0 });
    const perfect = mean([...demand].map((units) => money.margin * units)) - money.fixedCost;
    const { expectedProfit } = bestPolicy(seen, 90);
    expect(expectedProfit).toBeGreaterThan(0.93 * perfect);
    expect(expectedProfit).toBeLessThanOrEqual(perfect);
  });

  it('is the best of all quantities that can be ordered', () => {
    const terms = { ...USUAL_STOCK_TERMS, packSize: 12, minimumOrder: 30 };
    const scene = sceneOf({}, terms);
    for (const bin of binsOf(scene.cases, 70)) {
      const valueOf = (again: number) =>
        mean(bin.cases.map((each) => profitOfCase(each, { first: 70, again }, money)));
      const orderable = [0, ...Array.from({ length: 40 }, (_, i) => 36 + 12 * i)];
      const best = Math.max(...orderable.map(valueOf));
      const found = bestReorder(scene, bin.cases, 70);
      expect(orderable).toContain(found);
      expect(valueOf(found)).toBeCloseTo(best, 9);
    }
  });

  it('grows with what has sold, and has chances that add up', () => {
    const { steps } = bestPolicy(sceneOf({ noise: 0.1 }), 60);
    const orders = steps.map(({ orderUnits }) => orderUnits);
    expect(orders.length).toBeGreaterThan(2);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    expect(steps.reduce((all, { chance }) => all + chance, 0)).toBeCloseTo(1, 12);
    expect(steps.at(-1)!.fromUnits).toBe(60);
  });

  it('counts sales after the horizon', () => {
    const later = { share: 1, holding: 0 };
    const scene = sceneOf();
    const lasting = bestPolicy({ ...scene, money: { ...money, later } }, 60);
    expect(lasting.expectedProfit).toBeGreaterThan(bestPolicy(scene, 60).expectedProfit);
  });
});

describe('the bins of early sales', () => {
  it('hold every case once, the sold-out ones in the last', () => {
    const { cases } = sceneOf();
    for (const first of [1, 7, 60, 1000]) {
      const bins = binsOf(cases, first);
      expect(bins.length).toBeLessThanOrEqual(6);
      expect(bins.flatMap((bin) => bin.cases)).toHaveLength(cases.length);
      const soldOut = cases.filter(({ seen }) => Math.floor(seen) >= first).length;
      if (soldOut > 0) expect(bins.at(-1)!.cases).toHaveLength(soldOut);
      expect(bins[0]!.fromUnits).toBe(0);
    }
  });
});
