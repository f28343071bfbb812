import { forecast } from '#core/planning/economics/forecast.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import { planStudy } from './plan-study.ts';
import { samplePlan, sampleUsual } from './ranking.ts';

export const cashStudy = planStudy();
export const CASH_MONEY: UnitMoney = { revenue: 11, margin: 5.4, leftover: 1.2, fixedCost: 60 };

/** Returns a plan whose outcome is a forecast, as the worker makes it: 120 units, 160 in stock, each costing 4. */
export function cashPlan(change: Partial<LaunchPlan> = {}): LaunchPlan {
  const money = CASH_MONEY;
  const usual = forecast(cashStudy.spread, { logUnits: Math.log1p(80), money, stock: 110 });
  return samplePlan({
    ...forecast(cashStudy.spread, { logUnits: Math.log1p(120), money, stock: 160 }),
    usual: sampleUsual({ ...usual, money, returnRate: 0.06 }),
    money,
    unitCost: 4,
    ...change,
  });
}
