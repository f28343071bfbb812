// Model and new products → one plan each: net and trees score every cell of the action space, ridge steadies them, the best
// cell wins.

import { predictCategoryMedian } from '#core/evaluation/baseline.ts';
import { encodeActions } from '#core/features/action-basis.ts';
import { encodeProducts } from '#core/features/product-encoder.ts';
import {
  cellAt,
  cellAxes,
  cellCount,
  priceRatio,
  usualCostShares,
  usualListPrices,
  type ActionSpace,
} from '#core/launch/action-space.ts';
import { habitFromHeads, habitFromShares, type Habit } from '#core/launch/habit.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import { commonObjective, economicsOf, planProduct } from '#core/launch/plan-search.ts';
import { blendLogs, joinedInputs } from '#core/model/blend.ts';
import { headOffsets, unitsScale } from '#core/model/heads.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { CellTrees } from '#core/trees/cell-trees.ts';
import { outputCount, type NetWeights } from '#core/model/net.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { ridgeCoefficients, valuesOfActions } from '#core/ridge/ridge.ts';
import { headStarts } from '#learning/network.ts';
import { productCoefficients } from '#learning/predict.ts';
import { scoreActions } from '#learning/score.ts';
import type { EngineSession } from '#learning/session.ts';

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
  const encoded = encodeNewProducts(input);
  const cells = encodeCells(model, space);
  const cellTrees = new CellTrees({
    axes: cellAxes(space),
    values: withoutConstant(cells, cellCount(space)),
  });
  const usual = { listPrices: usualListPrices(table), costShares: usualCostShares(table) };
  const economics = products.map((product) => economicsOf(product, usual));
  const objective = commonObjective(economics);
  const plans: Planned['plans'][number][] = [];
  for (const [i, product] of products.entries()) {
    const x = encoded.subarray(
      (i * encoded.length) / products.length,
      ((i + 1) * encoded.length) / products.length,
    );
    const { logUnits, habit } = await scoreProduct(input, { x, cells, cellTrees, product });
    const { residuals } = model;
    plans.push(
      planProduct({
        product,
        economics: economics[i]!,
        objective,
        space,
        logUnits,
        habit,
        residuals,
        table,
      }),
    );
    await input.onProduct(i + 1);
  }
  return {
    objective,
    channels: space.channels.map(({ name }) => name),
    weeks: space.weeks,
    cellsPerProduct: cellCount(space),
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
    };
  });
}

interface ProductCells {
  readonly product: NewProduct;
  readonly x: Float32Array;
  readonly cells: Float32Array;
  readonly cellTrees: CellTrees;
}

async function scoreProduct(
  input: PlanInput,
  { product, x, cells, cellTrees }: ProductCells,
): Promise<{ logUnits: ArrayLike<number>; habit: Habit }> {
  const { model, table, space, engine } = input;
  const ridge = scoreRidge(model, x, cells);
  if (!model.net) {
    return { logUnits: ridge, habit: habitFromShares(table, product.category, space) };
  }
  const coefficients = await productCoefficients(model.net, x, 1, engine);
  const net = await scoreActions(coefficients, {
    shape: model.net.shape,
    rowCount: 1,
    basis: cells,
    cells: cellCount(space),
    units: unitsScale(model.encoding.heads),
    session: engine,
  });
  const usual = Math.log1p(predictCategoryMedian(model.medians, product.category));
  const median = new Float64Array(net.length).fill(usual);
  return {
    logUnits: blendLogs(
      { net, ridge, trees: scoreTrees(model, x, cellTrees), median },
      model.blend,
    ).map((log) => log + model.level),
    habit: habitFromHeads(
      habitOutputs(model, model.net, coefficients),
      model.encoding.heads,
      space,
    ),
  };
}

/** log1p(units) per cell. */
function scoreRidge({ ridges, encoding }: TrainedModel, x: Float32Array, cells: Float32Array) {
  const outcomes = ridges.map((ridge) => valuesOfActions(ridgeCoefficients(ridge, x), cells));
  return unitsFromOutcomes(outcomes, unitsScale(encoding.heads));
}

/** log1p(units) per cell. */
function scoreTrees({ trees, encoding }: TrainedModel, x: Float32Array, cells: CellTrees) {
  const outcomes = trees.map((each) => cells.valuesOf(each, x));
  return unitsFromOutcomes(outcomes, unitsScale(encoding.heads));
}

/** [cells, basis − 1] */
function withoutConstant(cells: Float32Array, count: number): Float32Array {
  return joinedInputs(new Float32Array(0), cells, count);
}

/** z of every head at the constant 1 alone, [members, heads]; outcome heads are not read from here. */
function habitOutputs(
  { encoding }: TrainedModel,
  { shape }: NetWeights,
  coefficients: Float32Array,
): Float32Array {
  const offsets = headOffsets(encoding.heads);
  const outputs = outputCount(shape);
  const starts = headStarts(shape);
  return Float32Array.from({ length: shape.members * offsets.length }, (_, i) => {
    const member = Math.floor(i / offsets.length);
    const head = i % offsets.length;
    return coefficients[member * outputs + starts[head]!]! + offsets[head]!;
  });
}
