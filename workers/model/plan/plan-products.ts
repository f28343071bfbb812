// Model and new products → one plan each. The network and ridge score every cell of the action space; boosted trees and
// similar launches score a shortlist. The best cell and others unlike it win; then price, ad spend and stock are
// settled for each.

import { cellCount, usualCostShares, usualListPrices } from '#core/model/features/action-space.ts';
import { dataLimits } from '#core/model/training/data-limits.ts';
import { economicsOf } from '#core/planning/economics/economics.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import { assumedCostShare } from '#core/planning/plan/aim.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { displaced } from '#core/planning/plan/launch-verdict.ts';
import { bestFirst } from '#core/planning/plan/planned-value.ts';
import { sharedEdges } from '#core/planning/search/shared-edge.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { memoise } from '#workers/runtime/journal.ts';
import { planOneProduct, type PlannedProduct } from './plan-one-product.ts';
import type { Limit } from '#core/model/training/training-report.ts';
import { preparePlanning, type PlanInput, type Planning } from './prepare-planning.ts';
import { scoreQuickly } from './score-quickly.ts';

export type Planned = Omit<Ranking, 'datasetId' | 'modelId' | 'plannedAt' | 'earliestDay'>;

/** What is found about every week, in addition to the plans. */
type PlannedOffers = Omit<
  SeasonOffers,
  'datasetId' | 'modelId' | 'plannedAt' | 'pairs' | 'competition' | 'sharedFate' | 'arms'
>;

interface PlannedProducts {
  readonly planned: Planned;
  /** Offers, in the order of the products. */
  readonly offers: PlannedOffers;
}

/** Returns a plan for each product, the most promising first. Throws what `onProduct` throws. */
export async function planProducts(input: PlanInput): Promise<Planned> {
  return (await planProductsAndWeeks(input)).planned;
}

/** Limits that training finds, and the launches alone do not show. */
const OF_TRAINING: ReadonlySet<Limit> = new Set<Limit>(['market-changed', 'sold-only']);

/**
 * Returns a plan for each product, the most promising first, and what every other week would bring, in the order of the
 * products. Throws what `onProduct` throws.
 */
export async function planProductsAndWeeks(input: PlanInput): Promise<PlannedProducts> {
  const { table, products, space, aim } = input;
  const usual = {
    ...{ listPrices: usualListPrices(table), costShares: usualCostShares(table) },
    assumedCostShare: assumedCostShare(aim),
  };
  const economics = products.map((product) => economicsOf(product, usual));
  const { planning, x } = preparePlanning(input, economics);
  const { objective, kept, model, reductions } = planning;
  const made = await planAll(planning, { x, economics });
  const { weeks, channels, promotions, priceFactors } = space;
  const plans = bestFirst(
    made.map(({ plan }) => plan),
    objective,
  );
  const edges = sharedEdges(space, plans);
  return {
    planned: {
      ...{ aim, objective, weeks, reductions },
      channels: channels.map(({ name }) => name),
      cellsPerProduct: cellCount(space),
      limits: [
        ...dataLimits(table, space),
        ...model.report.limits.filter((limit) => OF_TRAINING.has(limit)),
      ],
      ...(edges.length > 0 ? { sharedEdges: edges } : {}),
      ...(kept && { kept }),
      plans: displaced(plans, aim.mostLaunches),
    },
    offers: {
      ...{ objective, weeks, channels, promotions, priceFactors },
      spread: planning.spread,
      terms: aim.stock,
      ...(planning.unitTerms && { unitTerms: planning.unitTerms }),
      products: made.map(({ offers }) => offers),
    },
  };
}

/** Products planned between two saves. So many take seconds, and no more is lost when the page closes. */
const PART_PRODUCTS = 200;

interface Encoded {
  /** Encoded products, [products × inputs]. */
  readonly x: Float32Array;
  readonly economics: readonly ProductEconomics[];
}

/** Plans all products, in their order. Of many, those planned before an interruption are not planned again. */
async function planAll(planning: Planning, encoded: Encoded): Promise<PlannedProduct[]> {
  const { products, aim, objective, kept, unitTerms, neverSoldOf, resume } = planning;
  const planned: PlannedProduct[] = [];
  const common = resume && products.length > PART_PRODUCTS ? resume.madeOf() : null;
  for (let start = 0; start < products.length; start += PART_PRODUCTS) {
    const end = Math.min(start + PART_PRODUCTS, products.length);
    const make = () => planPart(planning, encoded, { start, end });
    const part = products.slice(start, end);
    const neverSold = part.map(({ category }) => neverSoldOf(category));
    const inputs = ['plans', common, aim, objective, kept, unitTerms, part, neverSold];
    planned.push(
      ...(common && resume ? await memoise(resume.journal, inputs, make) : await make()),
    );
    await planning.onProduct(end);
  }
  return planned;
}

async function planPart(
  planning: Planning,
  { x, economics }: Encoded,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<PlannedProduct[]> {
  const { products, phi, space } = planning;
  const inputs = x.length / products.length;
  const part = {
    products: products.slice(start, end),
    x: x.subarray(start * inputs, end * inputs),
  };
  const planned: PlannedProduct[] = [];
  for await (const scored of scoreQuickly({ ...planning, ...part, phi, cells: cellCount(space) })) {
    const own = planning.ofCategory(scored.product.category);
    planned.push(await planOneProduct(own, scored, economics[start + planned.length]!));
    if (start + planned.length < end) await planning.onProduct(start + planned.length);
  }
  return planned;
}
