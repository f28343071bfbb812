// Predicts one product under some actions by the whole blend; every base model scores every action. Meant for few
// actions, such as those along a curve; plan-products.ts covers all that may be chosen.

import { analogueValues } from '#core/model/analogues/analogue-values.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import { sharedCount } from '#core/model/features/action-basis.ts';
import { sharedColumns } from '#core/model/features/event-columns.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { wholeBlend } from '#core/model/blend/quick-blend.ts';
import { calibratedLog, isWhole } from '#core/model/blend/calibration.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { treesUnderAnyActions } from '#core/model/trees/product-trees.ts';
import type { EngineSession } from '#learning/session.ts';
import { publishedLogs } from '#core/model/blend/published-response.ts';
import { encodeUsual } from './predict-usual.ts';
import { quickPredictions } from './quick-predictions.ts';

interface AskedActions {
  readonly product: NewProduct;
  /** Encoded inputs of the product. */
  readonly x: Float32Array;
  /** [actions × columns], event columns by event. */
  readonly phi: Float32Array;
  readonly count: number;
}

/** Returns calibrated log1p(units) under each action, level included, [actions]. */
export function predictActions(
  model: TrainedModel,
  asked: AskedActions,
  engine: EngineSession,
): Promise<Float64Array> {
  return actionPredictor(model, engine)(asked);
}

/** Predicts one product after another; past launches and trees are prepared once. */
export type ActionPredictor = (asked: AskedActions) => Promise<Float64Array>;

/** Returns a predictor of calibrated log1p(units), level included. */
export function actionPredictor(model: TrainedModel, engine: EngineSession): ActionPredictor {
  const undrawn = undrawnPredictor(model, engine);
  const { calibration } = model;
  const { level } = model;
  if (isWhole(calibration))
    return async (asked) => (await undrawn(asked)).map((log) => log + level);
  const usualLogOf = usualPredictor(model, engine);
  const publishedOf = publishedBesideUsual(model);
  return async (asked) => {
    const usual = await usualLogOf(asked);
    const published = publishedOf(asked.phi, asked.count);
    return (await undrawn(asked)).map(
      (log, i) => calibratedLog(calibration, log, { usual, published: published[i]! }) + level,
    );
  };
}

/**
 * Returns a predictor of a product's log1p(units) under usual actions, without the level. It gives 0 where calibration
 * changes nothing.
 */
export function usualPredictor(
  model: TrainedModel,
  engine: EngineSession,
): (of: Pick<AskedActions, 'product' | 'x'>) => Promise<number> {
  const { calibration } = model;
  if (isWhole(calibration)) return () => Promise.resolve(0);
  const { usual } = calibration;
  const undrawn = undrawnPredictor(model, engine);
  const phi = encodeUsual(model);
  return async ({ product, x }) => mean(await undrawn({ product, x, phi, count: usual.length }));
}

/**
 * Returns a function for the published response to prices and ad spends of encoded actions, beyond that of usual
 * actions, on the log scale, [actions]. Its `phi` is [actions × columns].
 */
export function publishedBesideUsual(
  model: TrainedModel,
): (phi: Float32Array, count: number) => Float64Array {
  const { basis } = model.encoding;
  const { usual } = model.calibration;
  const middle =
    usual.length > 0 ? mean(publishedLogs(basis, encodeUsual(model), usual.length)) : 0;
  return (phi, count) => publishedLogs(basis, phi, count).map((log) => log - middle);
}

function undrawnPredictor(model: TrainedModel, engine: EngineSession): ActionPredictor {
  const slowLogs = slowMembersOf(model);
  return async (asked) => {
    const { product, x, phi, count } = asked;
    const quick = await quickPredictions({
      model,
      products: [product],
      engine,
      x,
      phi,
      cells: count,
    });
    const [own] = quick.logUnits;
    return model.net ? wholeBlend(own!, slowLogs(asked), model.blend) : own!;
  };
}

function slowMembersOf({ trees, analogues, encoding, blend }: TrainedModel) {
  const units = unitsScale(encoding.heads);
  const shared = sharedCount(encoding.basis);
  const nearest = analogues && blend.analogues > 0 ? nearestFinder(analogues) : null;
  const inUnits = (outcomes: readonly Float64Array[]): ArrayLike<number> =>
    outcomes.length > 0 ? unitsFromOutcomes(outcomes, units) : [];
  let ofProducts: readonly ReturnType<typeof treesUnderAnyActions>[] | undefined;
  return ({ x, phi, count }: AskedActions) => {
    if (blend.trees > 0) ofProducts ??= trees.map((each) => treesUnderAnyActions(each, x.length));
    const actions = { phi: sharedColumns(phi, shared, count), basis: shared };
    const basis = phi.length / count;
    return {
      trees: inUnits(ofProducts?.map((each) => each(x)(actions)) ?? []),
      analogues: inUnits(nearest ? analogueValues(analogues!, nearest(x), { phi, basis }) : []),
    };
  };
}
