// The whole blend for one product under some actions: every member is asked about every action. For few actions, such as those along
// a curve; for all that may be chosen there is plan-products.ts.

import { analogueValues } from '#core/analogues/analogue-values.ts';
import { nearestFinder } from '#core/analogues/nearest-launches.ts';
import { sharedCount } from '#core/features/action-basis.ts';
import { sharedColumns } from '#core/features/event-columns.ts';
import { unitsScale } from '#core/model/heads.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { wholeBlend } from '#core/model/quick-blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { treesUnderAnyActions } from '#core/trees/product-trees.ts';
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

/** Asks about one product after another: the past launches and the trees are made ready once. */
export type ActionPredictor = (asked: AskedActions) => Promise<Float64Array>;

export function actionPredictor(model: TrainedModel, engine: EngineSession): ActionPredictor {
  const slowLogs = slowMembersOf(model);
  return async (asked) => {
    const { product, x, phi, count } = asked;
    const quick = await quickLogs({ model, products: [product], engine, x, phi, cells: count });
    const [own] = quick.logUnits;
    const logs = model.net ? wholeBlend(own!, slowLogs(asked), model.blend) : own!;
    return logs.map((log) => log + model.level);
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
