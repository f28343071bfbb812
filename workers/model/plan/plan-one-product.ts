// One product, with the quick scores of all cells → its plan, and its offers of every week.

import { cellCount } from '#core/model/features/action-space.ts';
import { rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { economyOf, valueOfCell, type Economy } from '#core/planning/economics/economics.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { productTerms } from '#core/planning/plan/stock-terms.ts';
import { bestCells } from '#core/planning/search/best-cells.ts';
import { within } from '#core/planning/search/cell-search.ts';
import { diverseCells } from '#core/planning/search/diverse-cells.ts';
import { lawfulCost } from '#core/planning/search/lawful-offers.ts';
import { planProduct } from '#core/planning/search/plan-product.ts';
import {
  habitCells,
  usualPractice,
  usualStock,
  usualValue,
} from '#core/planning/search/usual-practice.ts';
import { afterWaiting } from '#core/planning/search/waiting.ts';
import { productOffers } from '#core/season/offers/product-offers.ts';
import type { ProductOffers } from '#core/season/offers/season-offers.ts';
import { expectFunnel, expectReturns } from './expect-returns.ts';
import { plannedDemand } from './planned-demand.ts';
import { returnOutlook } from './return-outlook.ts';
import type { Planning } from './prepare-planning.ts';
import { reachableCells } from './reachable-cells.ts';
import { preferUsual } from './prefer-usual.ts';
import { refineOffers } from './refine-offers.ts';
import type { QuickScore } from './score-quickly.ts';

export interface PlannedProduct {
  readonly plan: LaunchPlan;
  readonly offers: ProductOffers;
}

/**
 * Plans a product, and finds what it would bring in every other week.
 * @param scored quick scores of all its cells
 * @param economics its list price and costs
 */
export async function planOneProduct(
  planning: Planning,
  scored: QuickScore,
  economics: ProductEconomics,
): Promise<PlannedProduct> {
  const { model, table, space, aim, phi, spread, keptShares } = planning;
  const { product, habit } = scored;
  const terms = productTerms(product, aim.stock);
  const lateDays = terms.leadTimeDays - aim.stock.leadTimeDays;
  const tried = planning.triedIn(product.category);
  const { refused, allowed, hasUnlawful } = reachableCells(space, tried, lateDays);
  const { unitsPerOrder } = model.encoding.heads;
  const free = economyOf(space, {
    unitTerms: planning.unitTerms,
    ...{ objective: planning.objective, economics, spread, terms },
    returnRates: expectReturns(model, { product, x: scored.x, phi }).returnRates,
  });
  const economy = stocked(planning, scored, free);
  const doubts = planning.doubtsOf(product.category);
  const usualLog = await planning.usualLogOf(scored);
  const searched = planning.search({ ...scored, usualLog }, (cell, log) => {
    if (refused[cell] === 1) return -Infinity;
    const value = valueOfCell(economy, cell, log - doubts[cell % doubts.length]!);
    return afterWaiting(value, keptShares[Math.floor(cell / doubts.length)]!);
  });
  const found = within(searched, allowed);
  const rates = ratesOfHabit(planning, scored);
  const { logUnits } = found;
  const refining = { ...planning, ...scored, allowed, economy, attitude: aim.attitude, logUnits };
  const least = usualValue({ space, habit, economy, logUnits });
  const refined = await refineOffers(refining, diverseCells(space, found, least));
  const usual = usualPractice({
    ...{ space, habit, economy, logUnits },
    funnel: rates && { rates, unitsPerOrder },
  });
  const preferred = await preferUsual({ ...refining, found, usual }, refined);
  const [first] = preferred.decisions;
  const best = bestCells({ space, economy, logUnits, allowed, doubts }, first!.offer);
  const plan = planProduct({
    ...{ product, space, table, economy, unitsPerOrder, best, usual, doubts, keptShares },
    ...{ ...preferred, middle: planning.middleOf(product.category) },
    lawfulCost: lawfulCost(searched, found, { hasUnlawful }),
  });
  const returns = returnOutlook(model, product, plan);
  const demand = plannedDemand(model, product, plan);
  const neverSold = planning.neverSoldOf(product.category);
  return {
    plan: {
      ...plan,
      pastSales: planning.pastSalesOf(product, scored.x),
      ...(returns !== undefined && { returns }),
      ...(demand && { demand }),
      ...(neverSold && { neverSold }),
    },
    offers: {
      ...productOffers({ product, space, economy, best, keptShares, doubts }, first!),
      ...(neverSold && { spread }),
    },
  };
}

/**
 * Fixes the stock where the product has an initial stock; for sell-through, at the stock that the seller usually has.
 */
function stocked(
  planning: Planning,
  { product, habit, logUnits }: QuickScore,
  free: Economy,
): Economy {
  const { space, objective } = planning;
  if (product.firstStock) return { ...free, fixedStock: product.firstStock };
  if (objective !== 'sell-through') return free;
  return { ...free, fixedStock: usualStock({ space, habit, economy: free, logUnits }) };
}

function ratesOfHabit({ model, space, phi }: Planning, { x, habit }: QuickScore) {
  const cells = Uint32Array.from(habitCells(space, habit), ({ index }) => index);
  return expectFunnel(model, x, rowsAt(phi, phi.length / cellCount(space), cells));
}
