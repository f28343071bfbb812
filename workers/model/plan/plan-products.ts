// Model and new products → one plan each. The network and ridge score every cell of the action space; boosted trees and
// similar launches score a shortlist. The best cell and others unlike it win; then price, ad spend and stock are
// settled for each.

import {
  cellCount,
  offerCount,
  usualCostShares,
  usualListPrices,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import { bestCells } from '#core/planning/search/best-cells.ts';
import {
  knownCells,
  searchCells,
  type CellScores,
  type FoundCells,
} from '#core/planning/search/cell-search.ts';
import { demandSpread, type DemandSpread } from '#core/planning/economics/demand.ts';
import {
  commonObjective,
  economicsOf,
  economyOf,
  valueOfCell,
  type Economy,
  type ProductEconomics,
} from '#core/planning/economics/economics.ts';
import { diverseCells } from '#core/planning/search/diverse-cells.ts';
import type { KeptShare, LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { displaced } from '#core/planning/plan/launch-verdict.ts';
import { dataLimits } from '#core/model/training/data-limits.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { planProduct } from '#core/planning/search/plan-product.ts';
import { sharedEdges } from '#core/planning/search/shared-edge.ts';
import {
  experienceOf,
  offersTried,
  refusedCells,
  type Experience,
} from '#core/planning/search/support.ts';
import { triedMiddles } from '#core/planning/search/promise-kind.ts';
import { bestFirst } from '#core/planning/plan/planned-value.ts';
import {
  habitCells,
  usualPractice,
  usualStock,
  usualValue,
} from '#core/planning/search/usual-practice.ts';
import { countedShare } from '#core/ledger/entries/kept-share.ts';
import type { Settled } from '#core/ledger/entries/promise-outcome.ts';
import { rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { productOffers } from '#core/season/offers/product-offers.ts';
import type { ProductOffers, SeasonOffers } from '#core/season/offers/season-offers.ts';
import { quickShare, wholeBlend } from '#core/model/blend/quick-blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { believingActions, calibratedLog, UNCALIBRATED } from '#core/model/blend/calibration.ts';
import type { EngineSession } from '#learning/session.ts';
import { memoise, type Journal } from '../members/journal.ts';
import { encodeCells, encodeNewProducts } from '../predict/encode-plans.ts';
import { expectFunnel, expectReturns } from './expect-returns.ts';
import {
  actionPredictor,
  publishedBesideUsual,
  usualPredictor,
  type ActionPredictor,
} from '../predict/predict-actions.ts';
import { preferUsual } from './prefer-usual.ts';
import { refineOffers } from './refine-offers.ts';
import { scoreQuickly, type QuickScore } from './score-quickly.ts';
import { slowMembers, type EncodedActions } from '../predict/slow-members.ts';

interface PlanInput {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  readonly space: ActionSpace;
  readonly aim: Aim;
  readonly engine: EngineSession;
  /** Adopted plans with their results, which show what share of promised gains to count. */
  readonly settled?: readonly Settled[];
  /** Called after each product; may throw to stop. */
  readonly onProduct: (planned: number) => Promise<void>;
  /** How to resume the planning of many products; undefined: it cannot be resumed. */
  readonly resume?: PlanResume;
}

/** Where an interrupted planning goes on. */
export interface PlanResume {
  readonly journal: Journal;
  /**
   * Returns plain values that represent the model, the launches, and all that plans depend on except the products and
   * the aim.
   */
  readonly madeOf: () => readonly unknown[];
}

export type Planned = Omit<Ranking, 'datasetId' | 'modelId' | 'plannedAt' | 'earliestDay'>;

/** What is found about every week, in addition to the plans. */
export type PlannedOffers = Omit<
  SeasonOffers,
  'datasetId' | 'modelId' | 'plannedAt' | 'pairs' | 'competition' | 'sharedFate' | 'arms'
>;

export interface PlannedProducts {
  readonly planned: Planned;
  /** Offers, in the order of the products. */
  readonly offers: PlannedOffers;
}

/** What all products share. */
interface Planning extends PlanInput {
  readonly objective: Economy['objective'];
  readonly kept: KeptShare | null;
  readonly spread: DemandSpread;
  /** Returns the penalties of a category's offers, on the log scale. */
  readonly doubtsOf: (category: string) => Float64Array;
  readonly refused: Uint8Array;
  readonly middleOf: ReturnType<typeof triedMiddles>;
  /** Encoded actions, [cells × basis]. */
  readonly phi: Float32Array;
  readonly search: CellSearch;
  readonly usualLogOf: ReturnType<typeof usualPredictor>;
  readonly predict: ActionPredictor;
}

/** Returns a plan for each product. */
export async function planProducts(input: PlanInput): Promise<Planned> {
  return (await planProductsAndWeeks(input)).planned;
}

/** Returns a plan for each product, and what every other week would bring. */
export async function planProductsAndWeeks(input: PlanInput): Promise<PlannedProducts> {
  const { table, products, space, aim } = input;
  const cells = cellCount(space);
  const usual = { listPrices: usualListPrices(table), costShares: usualCostShares(table) };
  const economics = products.map((product) => economicsOf(product, usual));
  const objective = commonObjective(aim.objective, economics);
  const { calibration, encoding } = input.model;
  const settled = (calibration && input.settled) ?? [];
  const kept = countedShare(settled, objective, encoding.basis.lastDay);
  const model = believingActions(input.model, kept?.share);
  const phi = encodeCells(model, space);
  const x = encodeNewProducts(model, table, products);
  const experience = experienceOf(table, space);
  const planning = {
    ...input,
    ...{ model, objective, kept, phi, predict: actionPredictor(model, input.engine) },
    usualLogOf: usualPredictor(model, input.engine),
    doubtsOf: doubtsIn(experience),
    spread: demandSpread(model.residuals),
    refused: refusedCells(experience),
    middleOf: triedMiddles(table, space.promotions),
    search: cellSearch(model, {
      ...{ phi, cells, offers: offerCount(space) },
      inputs: x.length / products.length,
    }),
  };
  const made = await planAll(planning, { x, economics });
  const { weeks, channels, promotions, priceFactors } = space;
  const plans = bestFirst(
    made.map(({ plan }) => plan),
    objective,
  );
  const edges = sharedEdges(space, plans);
  return {
    planned: {
      ...{ aim, objective, weeks },
      channels: channels.map(({ name }) => name),
      cellsPerProduct: cells,
      limits: [
        ...dataLimits(table, space),
        ...model.report.limits.filter((limit) => limit === 'market-changed'),
      ],
      ...(edges.length > 0 ? { sharedEdges: edges } : {}),
      ...(kept && { kept }),
      plans: displaced(plans, aim.mostLaunches),
    },
    offers: {
      ...{ objective, weeks, channels, promotions, priceFactors },
      spread: planning.spread,
      terms: aim.stock,
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

interface PlannedProduct {
  readonly plan: LaunchPlan;
  readonly offers: ProductOffers;
}

/** Plans all products, in their order. Of many, those planned before an interruption are not planned again. */
async function planAll(planning: Planning, encoded: Encoded): Promise<PlannedProduct[]> {
  const { products, aim, objective, kept, resume } = planning;
  const planned: PlannedProduct[] = [];
  const common = resume && products.length > PART_PRODUCTS ? resume.madeOf() : null;
  for (let start = 0; start < products.length; start += PART_PRODUCTS) {
    const end = Math.min(start + PART_PRODUCTS, products.length);
    const make = () => planPart(planning, encoded, { start, end });
    const inputs = ['plans', common, aim, objective, kept, products.slice(start, end)];
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
    planned.push(await planOne(planning, scored, economics[start + planned.length]!));
    if (start + planned.length < end) await planning.onProduct(start + planned.length);
  }
  return planned;
}

async function planOne(
  planning: Planning,
  scored: QuickScore,
  economics: ProductEconomics,
): Promise<PlannedProduct> {
  const { model, table, space, aim, phi, spread, refused } = planning;
  const { product, habit } = scored;
  const free = economyOf(space, {
    ...{ objective: planning.objective, economics, spread, terms: aim.stock },
    returnRates: expectReturns(model, scored.x, phi).returnRates,
  });
  const economy = stocked(planning, scored, free);
  const doubts = planning.doubtsOf(product.category);
  const usualLog = await planning.usualLogOf(scored);
  const found = planning.search({ ...scored, usualLog }, (cell, log) =>
    refused[cell] === 1
      ? -Infinity
      : valueOfCell(economy, cell, log - doubts[cell % doubts.length]!),
  );
  const rates = ratesOfHabit(planning, scored);
  const { unitsPerOrder } = model.encoding.heads;
  const { logUnits } = found;
  const refining = { ...planning, ...scored, economy, attitude: aim.attitude, logUnits };
  const least = usualValue({ space, habit, economy, logUnits });
  const refined = await refineOffers(refining, diverseCells(space, found, least));
  const usual = usualPractice({
    ...{ space, habit, economy, logUnits },
    funnel: rates && { rates, unitsPerOrder },
  });
  const preferred = await preferUsual({ ...refining, found, usual }, refined);
  const [first] = preferred.decisions;
  const searched = { product, space, economy, logUnits, refused, doubts };
  const best = bestCells(searched, first!.offer);
  return {
    plan: planProduct({
      ...{ product, space, table, economy, unitsPerOrder, best, usual },
      ...{ ...preferred, middle: planning.middleOf(product.category) },
    }),
    offers: productOffers({ product, space, economy, best }, first!),
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

/**
 * Penalty, on the log scale, of an offer that such products never had. On world a it costs 0.002 of capture at 600
 * launches, and 0.003 at 200. What the model infers from other products is right more often than not.
 */
const NEVER_ALIKE = 0.05;

/** Returns the penalties by category; launches are counted once for each category, not for each product. */
function doubtsIn(experience: Experience): Planning['doubtsOf'] {
  const known = new Map<string, Float64Array>();
  return (category) => {
    const doubts =
      known.get(category) ??
      offersTried(experience, category).map((count) => (count === 0 ? NEVER_ALIKE : 0));
    known.set(category, doubts);
    return doubts;
  };
}

type CellSearch = (
  scored: QuickScore & { readonly usualLog: number },
  valueAt: CellScores['valueAt'],
) => FoundCells;

/** Returns a search of the best cells; base models that are slow score only the best of all cells. */
function cellSearch(model: TrainedModel, actions: EncodedActions): CellSearch {
  const { blend, level, calibration = UNCALIBRATED } = model;
  const published = publishedBesideUsual(model)(actions.phi, actions.cells);
  const levelled = (log: number, cell: number, usual: number) =>
    calibratedLog(calibration, log, { usual, published: published[cell]! }) + level;
  const ofAll = (logs: Float64Array, usual: number) =>
    logs.map((log, cell) => levelled(log, cell, usual));
  if (!model.net || quickShare(blend) === 1)
    return ({ logUnits, usualLog }, valueAt) => knownCells(ofAll(logUnits, usualLog), valueAt);
  const slow = slowMembers(model, actions);
  return ({ logUnits, x, usualLog }, valueAt) => {
    const ofProduct = slow(x);
    const whole = (chosen: Uint32Array) => {
      const own = Float64Array.from(chosen, (cell) => logUnits[cell]!);
      const logs = wholeBlend(own, ofProduct(chosen), blend);
      return logs.map((log, i) => levelled(log, chosen[i]!, usualLog));
    };
    return searchCells({ quick: ofAll(logUnits, usualLog), whole, valueAt });
  };
}
