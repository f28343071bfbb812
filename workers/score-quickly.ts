// What the quick members of the blend, net, ridge and median, say of every cell of every product, some products at a time: enough
// for the engine to be fast, and few enough for progress to be told.

import { predictCategoryMedian } from '#core/evaluation/baseline.ts';
import { habitFromHeads, habitFromShares, type Habit } from '#core/launch/habit.ts';
import type { ActionSpace } from '#core/launch/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { blendLogs } from '#core/model/blend.ts';
import { headOffsets, unitsScale } from '#core/model/heads.ts';
import { outputCount, type NetShape } from '#core/model/net.ts';
import { quickWeights } from '#core/model/quick-blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { withoutOffsets } from '#core/model/units-scale.ts';
import { ridgeCoefficients } from '#core/ridge/ridge.ts';
import { headStarts } from '#learning/network.ts';
import { productCoefficients } from '#learning/predict.ts';
import { scoreActions } from '#learning/score.ts';
import type { EngineSession } from '#learning/session.ts';

export interface ScoreRequest {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  readonly space: ActionSpace;
  readonly engine: EngineSession;
  /** [products, inputs] */
  readonly x: Float32Array;
  /** [cells, basis] */
  readonly phi: Float32Array;
  readonly cells: number;
}

export interface QuickScore {
  readonly product: NewProduct;
  /** Its inputs. */
  readonly x: Float32Array;
  readonly habit: Habit;
  /** log1p(units) of every cell, without the level. */
  readonly logUnits: Float64Array;
}

/** 16 products with the cells of 52 weeks, 5 channels, 5 promotions and 3 prices: some 30 ms. */
const BLOCK_CELLS = 1 << 16;

/** In the order of the products. */
export async function* scoreQuickly(request: ScoreRequest): AsyncGenerator<QuickScore> {
  const { products, cells } = request;
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / cells));
  for (let start = 0; start < products.length; start += rows)
    yield* await scoreBlock(partOf(request, start, Math.min(start + rows, products.length)));
}

function partOf(request: ScoreRequest, start: number, end: number): ScoreRequest {
  const inputs = request.x.length / request.products.length;
  return {
    ...request,
    products: request.products.slice(start, end),
    x: request.x.subarray(start * inputs, end * inputs),
  };
}

async function scoreBlock(request: ScoreRequest): Promise<QuickScore[]> {
  const { model, table, products, space, cells } = request;
  const inputs = request.x.length / products.length;
  const { net, habits } = await askNet(request);
  const ridge = await scoreRidge(request);
  return products.map((product, i) => {
    const x = request.x.subarray(i * inputs, (i + 1) * inputs);
    const ofProduct = (scores: Float32Array) => scores.subarray(i * cells, (i + 1) * cells);
    const habit = habits[i] ?? habitFromShares(table, product.category, space);
    const own = { product, x, habit };
    if (!model.net) return { ...own, logUnits: Float64Array.from(ofProduct(ridge)) };
    const usual = Math.log1p(predictCategoryMedian(model.medians, product.category));
    const median = new Float64Array(cells).fill(usual);
    const logs = { net: ofProduct(net), ridge: ofProduct(ridge), trees: [], analogues: [], median };
    return { ...own, logUnits: blendLogs(logs, quickWeights(model.blend)) };
  });
}

/** log1p(units), [products, cells], where they count in the blend; and the habits, which only the net knows. */
async function askNet(request: ScoreRequest): Promise<{ net: Float32Array; habits: Habit[] }> {
  const { model, products, space, engine, x, phi, cells } = request;
  if (!model.net) return { net: new Float32Array(), habits: [] };
  const { shape } = model.net;
  const { heads } = model.encoding;
  const rowCount = products.length;
  const coefficients = await productCoefficients(model.net, x, rowCount, engine);
  const units = unitsScale(heads);
  const actions = { shape, rowCount, basis: phi, cells, units, session: engine };
  return {
    net: model.blend.net > 0 ? await scoreActions(coefficients, actions) : new Float32Array(),
    habits: products.map((_, row) => {
      const z = habitOutputs(coefficients, { shape, row, rowCount, offsets: headOffsets(heads) });
      return habitFromHeads(z, heads, space);
    }),
  };
}

/** log1p(units), [products, cells]: to the engine the ridges are a net of one member. */
function scoreRidge(request: ScoreRequest): Promise<Float32Array> {
  const { model, products, engine, x, phi, cells } = request;
  const { heads } = model.encoding;
  const inputs = x.length / products.length;
  const basis = phi.length / cells;
  const coefficients = new Float32Array(products.length * model.ridges.length * basis);
  products.forEach((_, row) => {
    const own = x.subarray(row * inputs, (row + 1) * inputs);
    model.ridges.forEach((ridge, head) => {
      const at = (row * model.ridges.length + head) * basis;
      coefficients.set(ridgeCoefficients(ridge, own), at);
    });
  });
  return scoreActions(coefficients, {
    shape: { members: 1, heads: heads.outcomes.map(({ name }) => ({ name, basis })) },
    rowCount: products.length,
    basis: phi,
    cells,
    units: withoutOffsets(unitsScale(heads)), // a ridge holds them in its base
    session: engine,
  });
}

/** z of every head at the constant 1 alone, [members, heads]; outcome heads are not read from here. */
function habitOutputs(
  coefficients: Float32Array,
  {
    shape,
    row,
    rowCount,
    offsets,
  }: {
    readonly shape: NetShape;
    readonly row: number;
    readonly rowCount: number;
    readonly offsets: readonly number[];
  },
): Float32Array {
  const outputs = outputCount(shape);
  const starts = headStarts(shape);
  return Float32Array.from({ length: shape.members * offsets.length }, (_, i) => {
    const member = Math.floor(i / offsets.length);
    const head = i % offsets.length;
    const from = (member * rowCount + row) * outputs;
    return coefficients[from + starts[head]!]! + offsets[head]!;
  });
}
