// Model and new products → one plan each: net and ridge look at every cell of the action space, boosted trees and the nearest
// launches at a shortlist, the best cell wins.

import { analogueValues } from '#core/analogues/analogue-values.ts';
import { nearestFinder, type NearLaunches } from '#core/analogues/nearest-launches.ts';
import { encodeActions } from '#core/features/action-basis.ts';
import { encodeProducts } from '#core/features/product-encoder.ts';
import {
  cellAt,
  cellCount,
  priceRatio,
  usualCostShares,
  usualListPrices,
  type ActionSpace,
} from '#core/launch/action-space.ts';
import { searchCells, type CellScores } from '#core/launch/cell-search.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import {
  commonObjective,
  economicsOf,
  planProduct,
  valueOfCell,
} from '#core/launch/plan-search.ts';
import { unitsScale } from '#core/model/heads.ts';
import { rowsAt } from '#core/model/lessons.ts';
import { quickShare, wholeBlend } from '#core/model/quick-blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { valuesUnderActions } from '#core/trees/product-trees.ts';
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
  const nearest = nearestOf(model);
  const usual = { listPrices: usualListPrices(table), costShares: usualCostShares(table) };
  const economics = products.map((product) => economicsOf(product, usual));
  const objective = commonObjective(economics);
  const plans: Planned['plans'][number][] = [];
  for await (const scored of scoreQuickly({ ...input, x: encodeNewProducts(input), phi, cells })) {
    const { product, habit, x } = scored;
    const { returnRates, ratings } = expectLater(model, x, phi);
    const economy = { economics: economics[plans.length]!, objective, space, returnRates };
    const logUnits = logsOfCells(model, { scored, phi, cells, nearest }, (cell, log) =>
      valueOfCell(economy, cell, log),
    );
    plans.push(planProduct({ ...economy, product, logUnits, ratings, habit, residuals, table }));
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

/** [products, inputs] */
function encodeNewProducts({ model, table, products }: PlanInput): Float32Array {
  const columns = productColumns(products, Object.keys(table.attributes));
  return encodeProducts(model.encoding.encoder, columns, Uint32Array.from(products.keys()));
}

/** [cells, basis] */
function encodeCells({ encoding }: TrainedModel, space: ActionSpace): Float32Array {
  return encodeActions(encoding.basis, cellCount(space), (index) => {
    const cell = cellAt(space, index);
    return {
      day: space.weeks[cell.weekIndex]!,
      channel: space.channels[cell.channelIndex]?.name ?? '',
      promotion: space.promotions[cell.promotionIndex]?.name ?? '',
      priceRatio: priceRatio(space, cell),
      adSpend: space.adSpend,
      crowding: NaN, // as usual: what else will launch then is being decided
    };
  });
}

interface ScoredCells {
  readonly scored: QuickScore;
  readonly phi: Float32Array;
  readonly cells: number;
  readonly nearest: NearestFinder | null;
}

/** log1p(units) of every cell; those that take longest are asked about the best of them only. */
function logsOfCells(
  model: TrainedModel,
  { scored, phi, cells, nearest }: ScoredCells,
  valueAt: CellScores['valueAt'],
): Float64Array {
  const { logUnits: quick, x } = scored;
  if (!model.net) return quick;
  const { blend, level } = model;
  const near = nearest?.(x);
  const whole = (chosen: Uint32Array) => {
    const actions = { phi: rowsAt(phi, phi.length / cells, chosen), basis: phi.length / cells };
    const own = Array.from(chosen, (cell) => quick[cell]!);
    return wholeBlend(own, scoreSlowly(model, { x, near, actions }), blend);
  };
  const search = {
    quick,
    whole,
    valueAt: (cell: number, log: number) => valueAt(cell, log + level),
  };
  const logs = quickShare(blend) < 1 ? searchCells(search) : quick;
  return logs.map((log) => log + level);
}

/** log1p(units) of one product under each action, by the slow members that count in the blend. */
function scoreSlowly(
  { trees, analogues, encoding, blend }: TrainedModel,
  {
    x,
    near,
    actions,
  }: {
    readonly x: Float32Array;
    readonly near: NearLaunches | undefined;
    /** phi: [actions, basis] */
    readonly actions: { readonly phi: Float32Array; readonly basis: number };
  },
) {
  const units = unitsScale(encoding.heads);
  const ofTrees = () => trees.map((each) => valuesUnderActions(each, x, actions));
  return {
    trees: blend.trees > 0 ? unitsFromOutcomes(ofTrees(), units) : [],
    analogues:
      analogues && near ? unitsFromOutcomes(analogueValues(analogues, near, actions), units) : [],
  };
}

type NearestFinder = (x: Float32Array) => NearLaunches;

/** null where the nearest launches do not count in the blend. */
function nearestOf({ analogues, blend }: TrainedModel): NearestFinder | null {
  return analogues && blend.analogues > 0 ? nearestFinder(analogues) : null;
}
