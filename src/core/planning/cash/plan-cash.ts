// The cash flow of a plan, and of the usual approach to its product from the same launch day.

import type { NewProduct } from '#core/launch/new-product.ts';
import { demandPoints, type DemandSpread } from '../economics/demand.ts';
import type { Aim } from '../plan/aim.ts';
import { cashTermsOf } from '../plan/cash-terms.ts';
import type { LaunchPlan, PlannedLaunch, UsualPractice } from '../plan/launch-plan.ts';
import { leadDay } from '../plan/open-tasks.ts';
import type { KnownMoney, UnitMoney } from '../plan/unit-money.ts';
import type { StockTerms } from '../plan/stock-terms.ts';
import type { PlanStudy } from '../what-if/plan-study.ts';
import { cashFlow, type CashFlow } from './cash-flow.ts';
import { cashPayments, type CashBasis, type CashLaunch } from './cash-payments.ts';

export interface PlanCash {
  readonly plan: CashFlow;
  /** null where its money is not known. */
  readonly usual: CashFlow | null;
}

/** What the cash flow needs besides the plan. */
export interface PlanCashInput {
  readonly study: Pick<PlanStudy, 'spread' | 'salesCurve'>;
  readonly aim: Aim;
  /** Days over which the plan's units are counted. */
  readonly horizonDays: number;
}

/** Returns the cash flow of a plan; null where its prices or costs are not known. */
export function planCash(
  plan: LaunchPlan,
  { study, aim, horizonDays }: PlanCashInput,
): PlanCash | null {
  const { product, usual, action } = plan;
  const unitCost = unitCostOf(plan);
  const basis = { terms: cashTermsOf(aim), horizonDays, curve: study.salesCurve };
  const { launchDay } = action;
  const orderDay = leadDay(product, launchDay, aim.stock);
  const flowOf = (launch: Launch, stockUnits: number): CashFlow | null => {
    const money = usableMoney(launch.money);
    if (unitCost === null || !money) return null;
    const returnRate = launch.returnRate ?? 0;
    return flow(
      { launchDay, orderDay, stockUnits, unitCost, money, returnRate },
      { basis, spread: study.spread, logUnits: Math.log1p(launch.outcome.units.expected) },
    );
  };
  const ofPlan = flowOf(plan, action.stockUnits);
  return ofPlan && { plan: ofPlan, usual: flowOf(usual, usual.stockUnits) };
}

type Launch = Pick<PlannedLaunch | UsualPractice, 'money' | 'returnRate' | 'outcome'>;

interface Demanded {
  readonly basis: CashBasis;
  readonly spread: DemandSpread;
  /** log1p of the median units. */
  readonly logUnits: number;
}

function flow(launch: CashLaunch, { basis, spread, logUnits }: Demanded): CashFlow {
  return cashFlow(cashPayments(launch, basis, demandPoints(spread, logUnits)));
}

/** Returns the unit cost that a plan counts; null where not known. */
export function unitCostOf({
  unitCost,
  product,
}: {
  readonly unitCost?: number;
  readonly product: Pick<NewProduct, 'unitCost'>;
}): number | null {
  return unitCost ?? product.unitCost;
}

/**
 * Returns what is paid for the initial stock when it is ordered and on the launch day; null where nothing is, or it is
 * not known. Stock that is there is paid for already.
 */
export function stockDue(
  plan: LaunchPlan,
  aim: Pick<Aim, 'stock' | 'cash'>,
): { readonly deposit: number | null; readonly balance: number | null } | null {
  const { action, product } = plan;
  const costs = stockCosts(plan);
  if (!costs || (product.firstStock ?? 0) > 0) return null;
  const isOrdered = leadDay(product, action.launchDay, aim.stock) !== null;
  const deposit = isOrdered ? cashTermsOf(aim).depositShare * costs.plan : 0;
  const known = (amount: number) => (amount > 0 ? amount : null);
  return { deposit: known(deposit), balance: known(costs.plan - deposit) };
}

/** What the initial stock costs, and that of the usual approach; null where the unit cost is not known. */
export function stockCosts(
  plan: Pick<LaunchPlan, 'action' | 'usual' | 'product'> & { readonly unitCost?: number },
): { readonly plan: number; readonly usual: number } | null {
  const unitCost = unitCostOf(plan);
  if (unitCost === null) return null;
  return { plan: unitCost * plan.action.stockUnits, usual: unitCost * plan.usual.stockUnits };
}

/**
 * Returns what the profit takes leftover stock to be worth, which no payment shows; holding it is paid for apart. null
 * where the unit cost is not known.
 */
export function leftoverValue(
  plan: Pick<LaunchPlan, 'odds' | 'product'> & { readonly unitCost?: number },
  { leftoverLoss }: Pick<StockTerms, 'leftoverLoss'>,
): number | null {
  const unitCost = unitCostOf(plan);
  return unitCost === null ? null : plan.odds.leftoverUnits * unitCost * (1 - leftoverLoss);
}

/** Returns money that is known; null where margin or leftover loss is not. */
export function usableMoney(money: KnownMoney | undefined): UnitMoney | null {
  if (!money || money.margin === null || money.leftover === null) return null;
  const { revenue, margin, leftover, fixedCost, later, resaleableShare } = money;
  return {
    ...{ revenue: revenue ?? NaN, margin, leftover, fixedCost: fixedCost ?? 0 },
    ...(later && { later }),
    ...(resaleableShare !== undefined && { resaleableShare }),
  };
}
