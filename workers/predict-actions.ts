// The whole blend for one product under some actions: every member is asked about every action. For few actions, such as those along
// a curve; for all that may be chosen there is plan-products.ts.

import { analogueValues } from '#core/analogues/analogue-values.ts';
import type { NearLaunches } from '#core/analogues/most-alike.ts';
import { nearestFinder } from '#core/analogues/nearest-launches.ts';
import { sharedCount } from '#core/features/action-basis.ts';
import { sharedColumns } from '#core/features/event-columns.ts';
import { joinedInputs } from '#core/model/blend.ts';
import { unitsScale } from '#core/model/heads.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { wholeBlend } from '#core/model/quick-blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { predictTrees } from '#core/trees/boosted-trees.ts';
import type { EngineSession } from '#learning/session.ts';
import { quickLogs } from './quick-logs.ts';

export interface AskedActions {
  readonly product: NewProduct;
  /** The product's inputs. */
  readonly x: Float32Array;
  /** [actions, columns], those of events by event. */
  readonly phi: Float32Array;
  readonly count: number;
}

/** log1p(units) under each action, level included. */
export function predictActions(
  model: TrainedModel,
  asked: AskedActions,
  engine: EngineSession,
): Promise<Float64Array> {
  return actionPredictor(model, engine)(asked);
}

/** The same for one product after another: the past launches are made ready for comparing once. */
export function actionPredictor(
  model: TrainedModel,
  engine: EngineSession,
): (asked: AskedActions) => Promise<Float64Array> {
  const { analogues, blend } = model;
  const nearest = analogues && blend.analogues > 0 ? nearestFinder(analogues) : null;
  return async (asked) => {
    const { product, x, phi, count } = asked;
    const quick = await quickLogs({ model, products: [product], engine, x, phi, cells: count });
    const [own] = quick.logUnits;
    const near = nearest?.(x) ?? null;
    const logs = model.net ? wholeBlend(own!, slowLogs(model, asked, near), blend) : own!;
    return logs.map((log) => log + model.level);
  };
}

function slowLogs(
  { trees, analogues, encoding, blend }: TrainedModel,
  { x, phi, count }: AskedActions,
  near: NearLaunches | null,
) {
  const units = unitsScale(encoding.heads);
  const inUnits = (outcomes: readonly Float64Array[]): ArrayLike<number> =>
    outcomes.length > 0 ? unitsFromOutcomes(outcomes, units) : [];
  const shared = sharedColumns(phi, sharedCount(encoding.basis), count);
  const joined =
    blend.trees > 0 ? joinedInputs(tiled(x, count), shared, count) : new Float32Array();
  return {
    trees: inUnits(blend.trees > 0 ? trees.map((each) => predictTrees(each, joined, count)) : []),
    analogues: inUnits(
      near ? analogueValues(analogues!, near, { phi, basis: phi.length / count }) : [],
    ),
  };
}

function tiled(x: Float32Array, count: number): Float32Array {
  const all = new Float32Array(x.length * count);
  for (let i = 0; i < count; i++) all.set(x, i * x.length);
  return all;
}
