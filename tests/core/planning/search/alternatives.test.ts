import { describe, expect, it } from 'vitest';
import { kindBeside, withAlternative } from '#core/planning/search/alternatives.ts';
import { SAMPLE_MONDAY, sampleAction, samplePlan } from '../../../support/ranking.ts';

const plan = samplePlan();

it('tells what sets a plan apart, the channel before the season and that before the offer', () => {
  const kind = (change: Parameters<typeof sampleAction>[0]) =>
    kindBeside(sampleAction(), sampleAction(change));
  expect(kind({ channel: 'Market', launchDay: SAMPLE_MONDAY + 70 })).toBe('other-channel');
  expect(kind({ launchDay: SAMPLE_MONDAY + 42, promotion: 'none' })).toBe('other-season');
  expect(kind({ launchDay: SAMPLE_MONDAY + 35, promotion: 'none' })).toBe('other-offer');
  expect(kind({ launchDay: SAMPLE_MONDAY + 364 - 7 })).toBe('other-offer');
});

describe('a plan with an alternative in its place', () => {
  it('is that alternative, and keeps the plan among its own', () => {
    const [first, second] = plan.alternatives;
    const shown = withAlternative(plan, 1);
    expect(shown.action).toEqual(second!.action);
    expect(shown.alternatives.map(({ action }) => action)).toEqual([first!.action, plan.action]);
    expect(shown.alternatives[1]!.outcome).toBe(plan.outcome);
    expect(shown.usual).toBe(plan.usual);
  });

  it('has its own kind of promise and sensitivity, and is not what the seller usually does', () => {
    const [first, second] = plan.alternatives;
    const asUsual = samplePlan({
      ...{ promise: 'tried', sensitivity: 0.2, isAsUsual: true },
      alternatives: [{ ...first!, promise: 'analogy' }, second!],
    });
    const shown = withAlternative(asUsual, 0);
    expect(shown.promise).toBe('analogy');
    expect(shown).not.toHaveProperty('sensitivity');
    expect(shown).not.toHaveProperty('isAsUsual');
    expect(shown.alternatives[0]).toMatchObject({ promise: 'tried', sensitivity: 0.2 });
    expect(withAlternative(asUsual, 1)).not.toHaveProperty('promise');
  });

  it('counts the same unit cost, which a product may lack', () => {
    const assumed = samplePlan({ unitCost: 11, product: { ...plan.product, unitCost: null } });
    expect(withAlternative(assumed, 0).unitCost).toBe(11);
  });

  it('stands beside the same past launches', () => {
    const pastSales = { similar: [], median: 50, categoryMedian: 62, high: 400 };
    expect(withAlternative(samplePlan({ pastSales }), 0).pastSales).toBe(pastSales);
    expect(withAlternative(plan, 0)).not.toHaveProperty('pastSales');
    const shift = { shift: 1, scale: 0.5, freedom: 4, categories: 3 };
    const neverSold = { ...shift, nicheShare: null, niche: null };
    expect(withAlternative(samplePlan({ neverSold }), 0).neverSold).toBe(neverSold);
  });

  it('says of the others what sets them apart from it', () => {
    const shown = withAlternative(plan, 0);
    for (const other of shown.alternatives)
      expect(other.kind).toBe(kindBeside(shown.action, other.action));
  });

  it('is the plan where there is no such alternative', () => {
    expect(withAlternative(plan, 7)).toBe(plan);
    expect(withAlternative(plan, -1)).toBe(plan);
  });
});
