import { describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { isToOrder, orderDay, plansToLaunch } from '#core/planning/plan/open-tasks.ts';
import {
  SAMPLE_MONDAY,
  samplePlan,
  sampleProduct,
  sampleRanking,
} from '../../../support/ranking.ts';

const aim = (leadTimeDays: number) => ({
  ...USUAL_AIM,
  stock: { ...USUAL_AIM.stock, leadTimeDays },
});

it('leaves the launches that are proposed, most promising first', () => {
  const [first, second] = [samplePlan(), samplePlan()];
  const displaced = samplePlan({ verdict: { kind: 'displaced' } });
  expect(plansToLaunch(sampleRanking({ plans: [first, displaced, second] }))).toEqual([
    first,
    second,
  ]);
});

it('has stock to order for a proposed launch without any', () => {
  expect(isToOrder(samplePlan({ product: sampleProduct({ firstStock: null }) }))).toBe(true);
  expect(isToOrder(samplePlan({ product: sampleProduct({ firstStock: 40 }) }))).toBe(false);
  expect(isToOrder(samplePlan({ verdict: { kind: 'displaced' } }))).toBe(false);
});

describe('the day to order stock', () => {
  it('lies the time before the launch that an order takes, and whole days before it', () => {
    expect(orderDay(samplePlan(), aim(21))).toBe(SAMPLE_MONDAY - 21);
    expect(orderDay(samplePlan(), aim(20.5))).toBe(SAMPLE_MONDAY - 21);
  });

  it('is not told where stock is there at once, is there already, or is for no launch', () => {
    const stocked = samplePlan({ product: sampleProduct({ firstStock: 40 }) });
    expect(orderDay(samplePlan(), aim(0))).toBeNull();
    expect(orderDay(stocked, aim(21))).toBeNull();
    expect(orderDay(samplePlan({ verdict: { kind: 'loss-likely' } }), aim(21))).toBeNull();
    expect(orderDay(samplePlan({ product: sampleProduct({ firstStock: null }) }), aim(21))).toBe(
      SAMPLE_MONDAY - 21,
    );
  });
});
