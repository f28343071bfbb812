// Predicts any number of products under the same actions by the quick base models of the blend: network, ridge,
// Gaussian process and median.

import { predictCategoryMedian } from '#core/model/blend/category-median.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { eventColumns } from '#core/model/features/action-basis.ts';
import { expandEvents } from '#core/model/features/event-columns.ts';
import { fitsOf } from '#core/model/features/product-encoder.ts';
import { blendLogs, weightOf } from '#core/model/blend/blend.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { processForecaster, type GaussianProcess } from '#core/model/process/gaussian-process.ts';
import { quickWeights } from '#core/model/blend/quick-blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { withoutOffsets } from '#core/model/outcomes/units-scale.ts';
import { ridgeCoefficients } from '#core/model/ridge/ridge.ts';
import { expandNet } from '../members/expand-event-columns.ts';
import { productCoefficients } from '#learning/predict-outputs.ts';
import { scoreActions } from '#learning/score-actions.ts';
import type { EngineSession } from '#learning/session.ts';

export interface QuickRequest {
  readonly model: TrainedModel;
  readonly products: readonly NewProduct[];
  readonly engine: EngineSession;
  /** Encoded products, [products × inputs]. */
  readonly x: Float32Array;
  /** [cells × columns], event columns by event. */
  readonly phi: Float32Array;
  readonly cells: number;
  /** Whether the network's coefficients are wanted even where its weight is 0. */
  readonly asksNet?: boolean;
}

interface QuickPredictions {
  /** log1p(units) of every cell for each product, without the level. */
  readonly logUnits: readonly Float64Array[];
  /** Coefficients of the network for the products, [members × products × outputs]; null where it was not evaluated. */
  readonly coefficients: Float32Array | null;
}

/** Returns log1p(units) of every cell by the quick base models, not calibrated. */
export async function quickPredictions(request: QuickRequest): Promise<QuickPredictions> {
  const { model, products, cells } = request;
  const { coefficients, scores } = await askNet(request);
  const ridge = await scoreRidge(request);
  const process = askProcess(request);
  const logUnits = products.map((product, i) => {
    const ofProduct = (all: Float32Array) => all.subarray(i * cells, (i + 1) * cells);
    if (!model.net) return Float64Array.from(ofProduct(ridge));
    const usual = Math.log1p(predictCategoryMedian(model.medians, product.category));
    const median = new Float64Array(cells).fill(usual);
    const own = { net: ofProduct(scores), ridge: ofProduct(ridge), process: process(i), median };
    return blendLogs({ ...own, trees: [], analogues: [] }, quickWeights(model.blend));
  });
  return { logUnits, coefficients };
}

/** Returns the network's coefficients, and log1p(units), [products × cells], where it has a weight in the blend. */
async function askNet({ model, products, engine, x, phi, cells, asksNet }: QuickRequest) {
  const isAsked = asksNet === true || model.blend.net > 0;
  if (!model.net || !isAsked) return { coefficients: null, scores: new Float32Array() };
  const { shape } = model.net;
  const rowCount = products.length;
  const coefficients = await productCoefficients(model.net, x, rowCount, engine);
  if (model.blend.net === 0) return { coefficients, scores: new Float32Array() };
  const spread = expandNet(coefficients, shape, { encoding: model.encoding, x, rowCount });
  const scores = await scoreActions(spread.coefficients, {
    ...{ shape: spread.shape, rowCount, basis: phi, cells, session: engine },
    units: unitsScale(model.encoding.heads),
  });
  return { coefficients, scores };
}

/** Returns a function that gives log1p(units) of a product, [cells], where the process has a weight in the blend. */
function askProcess({ model, products, x, phi, cells }: QuickRequest) {
  const { process, blend } = model;
  if (!process || weightOf(blend, 'process') === 0) return () => [];
  const forecaster = preparedForecaster(process);
  const inputs = x.length / products.length;
  return (i: number) => forecaster(x.subarray(i * inputs, (i + 1) * inputs))(phi, cells);
}

/** Preparing past launches takes as long as asking about several products, which come one after another. */
function preparedForecaster(process: GaussianProcess): ReturnType<typeof processForecaster> {
  const forecaster = prepared.get(process) ?? processForecaster(process);
  prepared.set(process, forecaster);
  return forecaster;
}
const prepared = new WeakMap<GaussianProcess, ReturnType<typeof processForecaster>>();

/** Returns log1p(units), [products × cells]. To the engine, the ridges are a network of one member. */
function scoreRidge({
  model,
  products,
  engine,
  x,
  phi,
  cells,
}: QuickRequest): Promise<Float32Array> {
  const { heads, encoder, basis: actions } = model.encoding;
  const inputs = x.length / products.length;
  const basis = phi.length / cells;
  const coefficients = new Float32Array(products.length * model.ridges.length * basis);
  products.forEach((_, row) => {
    const own = x.subarray(row * inputs, (row + 1) * inputs);
    model.ridges.forEach((ridge, head) => {
      const at = (row * model.ridges.length + head) * basis;
      const learnt = ridgeCoefficients(ridge, own);
      coefficients.set(expandEvents(learnt, eventColumns(actions), fitsOf(encoder, own)), at);
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
