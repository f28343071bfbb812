import { describe, expect, it } from 'vitest';
import { valueLeft } from '#core/planning/cash/cash-payments.ts';
import { leftoverValue, planCash, stockCosts } from '#core/planning/cash/plan-cash.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { CASH_MONEY, cashPlan, cashStudy } from '../../../support/cash-plan.ts';
import {
  SAMPLE_MONDAY,
  sampleAction,
  samplePlan,
  sampleProduct,
  sampleUsual,
} from '../../../support/ranking.ts';

const [study, money] = [cashStudy, CASH_MONEY];
const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
const input = { study, aim, horizonDays: 28 };

describe('the cash flow of a plan', () => {
  const plan = cashPlan();
  const cash = planCash(plan, input)!;

  it('ends at the profit less the value of what is left', () => {
    const launch = {
      ...{ launchDay: 0, orderDay: null, stockUnits: 160, unitCost: 4, money },
      returnRate: plan.returnRate!,
    };
    const left = Array.from(demandPoints(study.spread, Math.log1p(120)), (units) =>
      valueLeft(launch, units),
    );
    const wanted = plan.outcome.profit!.expected - mean(left);
    expect(Math.abs(cash.plan.end.expected - wanted)).toBeLessThan(1e-9 * Math.abs(wanted));
  });

  it('pays the deposit when the stock is ordered, and at least that is out', () => {
    expect(cash.plan.days[0]).toBe(SAMPLE_MONDAY - 30);
    expect(cash.plan.middle[0]).toBeCloseTo(-0.3 * 160 * 4, 9);
    expect(cash.plan.lowest.expected).toBeLessThanOrEqual(-160 * 4);
    expect(cash.plan.lowestDay).toBeGreaterThanOrEqual(SAMPLE_MONDAY);
  });

  it('pays all on the launch day where there is no lead time, or the stock is there', () => {
    const there = cashPlan({ product: sampleProduct({ firstStock: 160 }) });
    for (const flow of [planCash(plan, { ...input, aim: USUAL_AIM }), planCash(there, input)])
      expect(flow!.plan.days[0]).toBe(SAMPLE_MONDAY);
  });

  it('has the usual approach beside it, from the same launch day', () => {
    expect(cash.usual!.days).toEqual(cash.plan.days);
    expect(cash.usual!.middle[0]).toBeCloseTo(-0.3 * 110 * 4, 9);
    const older = cashPlan({ usual: sampleUsual() });
    expect(planCash(older, input)!.usual).toBeNull();
  });

  it('is not known without costs', () => {
    expect(planCash(samplePlan(), input)).toBeNull();
    const unknown = { ...money, margin: null };
    expect(planCash(cashPlan({ money: unknown }), input)).toBeNull();
  });
});

describe('the leftover stock of a plan', () => {
  it('is worth its cost less what a leftover unit loses', () => {
    const plan = cashPlan();
    const value = plan.odds.leftoverUnits * 4 * 0.7;
    expect(leftoverValue(plan, USUAL_AIM.stock)).toBeCloseTo(value, 9);
    const without = { ...samplePlan(), product: sampleProduct({ unitCost: null }) };
    expect(leftoverValue(without, USUAL_AIM.stock)).toBeNull();
  });
});

describe('the cost of the initial stock', () => {
  it('stands beside that of the usual approach', () => {
    expect(stockCosts(cashPlan())).toEqual({ plan: 640, usual: 440 });
    const action = sampleAction({ stockUnits: 10 });
    expect(stockCosts(samplePlan({ action }))!.plan).toBe(40);
    expect(stockCosts(samplePlan({ product: sampleProduct({ unitCost: null }) }))).toBeNull();
  });
});
