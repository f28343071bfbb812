// Model and new products → one plan each: net and ridge look at every cell of the action space, boosted trees and the nearest
// launches at a shortlist, the best cell wins.

import { analogueValues } from '#core/analogues/analogue-values.ts';
import { nearestFinder } from '#core/analogues/nearest-launches.ts';
import { encodeActions } from '#core/features/action-basis.ts';
import { encodeProducts } from '#core/features/product-encoder.ts';
import {
  cellAt,
  cellCount,
  offerCount,
  priceRatio,
  usualCostShares,
  usualListPrices,
  type ActionSpace,
} from '#core/launch/action-space.ts';
import { searchCells, type FoundCells } from '#core/launch/cell-search.ts';
import {
  commonObjective,
  economicsOf,
  economyOf,
  valueOfCell,
  valuesOfCells,
  type Economy,
} from '#core/launch/economics.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import { planProduct } from '#core/launch/plan-search.ts';
import { unitsScale } from '#core/model/heads.ts';
import { rowsAt } from '#core/model/lessons.ts';
import { quickShare, wholeBlend } from '#core/model/quick-blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { treesUnderActions } from '#core/trees/product-trees.ts';
import type { EngineSession } from '#learning/session.ts';
import { expectLater } from './expect-later.ts';
import { scoreQuickly, type QuickScore } from './score-quickly.ts';

interface PlanInput {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  readonly space: ActionSpace;
  readonly engine: EngineSession;
  /** Called after each product, and may throw to stop. */
  readonly onProduct: (planned: number) => Promise<void>;
}

export type Planned = Omit<Ranking, 'datasetId' | 'modelId' | 'plannedAt'>;

export async function planProducts(input: PlanInput): Promise<Planned> {
  const { model, table, products, space } = input;
  const { residuals } = model;
  const cells = cellCount(space);
  const phi = encodeCells(model, space);
  const x = encodeNewProducts(input);
  const usual = { listPrices: usualListPrices(table), costShares: usualCostShares(table) };
  const economics = products.map((product) => economicsOf(product, usual));
  const objective = commonObjective(economics);
  const search = cellSearch(model, {
    phi,
    cells,
    offers: offerCount(space),
    inputs: x.length / products.length,
  });
  const plans: Planned['plans'][number][] = [];
  for await (const scored of scoreQuickly({ ...input, x, phi, cells })) {
    const { returnRates, ratings } = expectLater(model, scored.x, phi);
    const own = economics[plans.length]!;
    const economy = economyOf(space, { objective, economics: own, returnRates });
    const found = search(scored, economy);
    plans.push(planProduct({ ...scored, ...found, economy, space, ratings, residuals, table }));
    await input.onProduct(plans.length);
  }
  return {
    objective,
    channels: space.channels.map(({ name }) => name),
    weeks: space.weeks,
    cellsPerProduct: cells,
    limits: limitsOf(table, space),
    plans: plans.sort((a, b) => b.outcome[objective]!.expected - a.outcome[objective]!.expected),
  };
}

type CellSearch = (scored: QuickScore, economy: Economy) => FoundCells;

/** Members that take long are asked about the best of all cells only. */
function cellSearch(model: TrainedModel, actions: Actions): CellSearch {
  const { blend, level } = model;
  const levelled = (logs: Float64Array) => logs.map((log) => log + level);
  if (!model.net || quickShare(blend) === 1)
    return (scored, economy) => {
      const logUnits = levelled(scored.logUnits);
      return { logUnits, values: valuesOfCells(economy, logUnits) };
    };
  const slow = slowMembers(model, actions);
  return ({ logUnits: quick, x }, economy) => {
    const ofProduct = slow(x);
    const whole = (chosen: Uint32Array) => {
      const own = Float64Array.from(chosen, (cell) => quick[cell]!);
      return levelled(wholeBlend(own, ofProduct(chosen), blend));
    };
    return searchCells({ quick, whole, valueAt: (cell, log) => valueOfCell(economy, cell, log) });
  };
}
