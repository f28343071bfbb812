// What all products of one planning share.

import { cellCount, offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import type { Currency } from '#core/base/currency.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { countedShare } from '#core/ledger/entries/kept-share.ts';
import type { Settled } from '#core/ledger/entries/promise-outcome.ts';
import { believingActions } from '#core/model/blend/calibration.ts';
import { shiftedModel } from '#core/model/never-sold/shifted-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { demandSpread, type DemandSpread } from '#core/planning/economics/demand.ts';
import { commonObjective, type Economy } from '#core/planning/economics/economics.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import { countedTerms, type UnitTerms } from '#core/planning/economics/unit-terms.ts';
import { pastSalesFinder } from '#core/planning/explanation/past-sales-finder.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { ReductionRules } from '#core/planning/plan/reduction-rules.ts';
import type { KeptShare, NeverSoldCategory } from '#core/planning/plan/launch-plan.ts';
import { unlawfulOffers } from '#core/planning/search/lawful-offers.ts';
import { triedMiddles } from '#core/planning/search/promise-kind.ts';
import { experienceOf } from '#core/planning/search/support.ts';
import { keptShares } from '#core/planning/search/waiting.ts';
import type { EngineSession } from '#learning/session.ts';
import type { Journal } from '#workers/runtime/journal.ts';
import { neverSoldIn } from '../inputs/never-sold-in.ts';
import { encodeCells, encodeNewProducts } from '../predict/encode-plans.ts';
import {
  actionPredictor,
  usualPredictor,
  type ActionPredictor,
} from '../predict/predict-actions.ts';
import { cellSearch, doubtsIn, type CellSearch } from './search-cells.ts';
import { triedCellsIn } from './tried-cells.ts';

export interface PlanInput {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  readonly space: ActionSpace;
  readonly aim: Aim;
  /** Absent: not known. */
  readonly market?: Market | null;
  readonly engine: EngineSession;
  /** Adopted plans with their results, which show what share of promised gains to count. */
  readonly settled?: readonly Settled[];
  /** Days over which outcomes are forecast; absent: HORIZON_DAYS. */
  readonly horizonDays?: number;
  /** Niches of market data files by category, also of those never sold; absent: none are known. */
  readonly niches?: ReadonlyMap<string, KnownNiche>;
  /** That of the shop; absent: not known. */
  readonly currency?: Currency | undefined;
  /** Called after each product; may throw to stop. */
  readonly onProduct: (planned: number) => Promise<void>;
  /** How to resume the planning of many products; undefined: it cannot be resumed. */
  readonly resume?: PlanResume;
}

/** Where an interrupted planning goes on. */
interface PlanResume {
  readonly journal: Journal;
  /**
   * Returns plain values that represent the model, the launches, and all that plans depend on except the products and
   * the aim.
   */
  readonly madeOf: () => readonly unknown[];
}

/** What follows from a model. */
interface Forecasts {
  readonly model: TrainedModel;
  readonly spread: DemandSpread;
  readonly search: CellSearch;
  readonly predict: ActionPredictor;
  readonly usualLogOf: ReturnType<typeof usualPredictor>;
}

/** What all products share; forecasts differ only for categories that were never sold. */
export interface Planning extends PlanInput, Forecasts {
  readonly objective: Economy['objective'];
  readonly kept: KeptShare | null;
  /** undefined: no further costs of selling and no later sales are counted. */
  readonly unitTerms: UnitTerms | undefined;
  /** Returns the penalties of a category's offers, on the log scale. */
  readonly doubtsOf: (category: string) => Float64Array;
  readonly triedIn: ReturnType<typeof triedCellsIn>;
  readonly reductions: ReductionRules;
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: Float64Array;
  readonly middleOf: ReturnType<typeof triedMiddles>;
  readonly pastSalesOf: ReturnType<typeof pastSalesFinder>;
  /** Encoded actions, [cells × basis]. */
  readonly phi: Float32Array;
  readonly neverSoldOf: (category: string) => NeverSoldCategory | null;
  /** Returns the planning for products of a category. */
  readonly ofCategory: (category: string) => Planning;
}

/**
 * Prepares the search over all cells, and encodes the products, [products × inputs].
 * @param economics those of the products, in their order
 */
export function preparePlanning(
  input: PlanInput,
  economics: readonly ProductEconomics[],
): { readonly planning: Planning; readonly x: Float32Array } {
  const { table, products, space, aim } = input;
  const objective = commonObjective(aim.objective, economics);
  const { encoding } = input.model;
  const kept = countedShare(input.settled ?? [], objective, encoding.basis.lastDay);
  const model = believingActions(input.model, kept?.share);
  const phi = encodeCells(model, space);
  const x = encodeNewProducts(model, table, products);
  const experience = experienceOf(table, space);
  const { market = null } = input;
  const reductions = { market, hasEarlierPrices: aim.hasEarlierPrices ?? false };
  const unlawful = unlawfulOffers(space, reductions);
  const shared = {
    ...{ ...input, reductions },
    triedIn: triedCellsIn(experience, { unlawful, demand: encoding.basis.demand }),
    keptShares: keptShares(space.weeks, aim.waitingCostPerYear ?? 0),
    ...{ objective, kept, phi },
    doubtsOf: doubtsIn(experience),
    unitTerms: countedTerms(aim, encoding.heads, input.horizonDays),
    middleOf: triedMiddles(table, space.promotions),
    pastSalesOf: pastSalesFinder({ table, encoder: model.encoding.encoder, learnt: null }),
    neverSoldOf: neverSoldIn({ ...input, model }),
  };
  const actions = {
    ...{ phi, cells: cellCount(space), offers: offerCount(space) },
    inputs: x.length / products.length,
  };
  const forecastsOf = (by: TrainedModel): Forecasts => ({
    ...{ model: by, spread: demandSpread(by.residuals, by.rangeWidth) },
    ...{ search: cellSearch(by, actions), predict: actionPredictor(by, input.engine) },
    usualLogOf: usualPredictor(by, input.engine),
  });
  // Only the last one is kept: a list may have as many new categories as products.
  let last: { readonly category: string; readonly planning: Planning } | undefined;
  const ofCategory = (category: string): Planning => {
    const neverSold = shared.neverSoldOf(category);
    if (!neverSold) return planning;
    if (last?.category !== category) {
      const own = { ...planning, ...forecastsOf(shiftedModel(model, neverSold)) };
      last = { category, planning: own };
    }
    return last.planning;
  };
  const planning: Planning = { ...shared, ...forecastsOf(model), ofCategory };
  return { planning, x };
}
