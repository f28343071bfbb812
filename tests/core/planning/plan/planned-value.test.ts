import { describe, expect, it } from 'vitest';
import {
  bestFirst,
  measuredRange,
  measureFor,
  plannedValue,
} from '#core/planning/plan/planned-value.ts';
import { samplePlan, sampleRange } from '../../../support/ranking.ts';

const plan = samplePlan();
const bare = samplePlan({ outcome: { ...plan.outcome, revenue: null, profit: null } });

describe('what a plan promises', () => {
  it('is what is expected of the objective, or of units where that is not known', () => {
    expect(plannedValue(plan, 'profit')).toBe(plan.outcome.profit!.expected);
    expect(plannedValue(plan, 'sell-through')).toBe(plan.odds.sellThrough);
    expect(plannedValue(bare, 'profit')).toBe(bare.outcome.units.expected);
  });

  it('puts plans in order, the most first', () => {
    const of = (id: string, profit: number) =>
      samplePlan({
        product: { ...plan.product, id },
        outcome: { ...plan.outcome, profit: sampleRange(profit) },
      });
    const plans = [of('a', 5), of('b', -2), of('c', 9)];
    expect(bestFirst(plans, 'profit').map(({ product }) => product.id)).toEqual(['c', 'a', 'b']);
  });

  it('is shown by profit or units where sell-through is aimed at, which has no range', () => {
    expect(measureFor('sell-through', plan)).toBe('profit');
    expect(measureFor('sell-through', bare)).toBe('units');
    expect(measuredRange(bare, 'profit')).toBe(bare.outcome.units);
  });
});
