// Encodes new products and their possible actions for the base models.

import { encodeActions, type BasisAction } from '#core/model/features/action-basis.ts';
import { encodeProducts } from '#core/model/features/product-encoder.ts';
import {
  cellAt,
  cellCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';

/** Returns the encoded products, [products × inputs]. */
export function encodeNewProducts(
  { encoding }: TrainedModel,
  table: LaunchTable,
  products: readonly NewProduct[],
): Float32Array {
  const columns = productColumns(products, Object.keys(table.attributes), table);
  return encodeProducts(encoding.encoder, columns, Uint32Array.from(products.keys()));
}

/** An action that is not decided yet; '' where there is nothing to choose. */
export type PlannedAction = Omit<BasisAction, 'crowding'>;

/**
 * Returns the encoded actions, [actions × columns], event columns by event. Crowding is NaN, which counts as usual,
 * because the other launches are not decided yet.
 * @param count number of actions
 */
export function encodePlanned(
  { encoding }: TrainedModel,
  count: number,
  actionAt: (i: number) => PlannedAction,
): Float32Array {
  return encodeActions(encoding.basis, count, (i) => ({ ...actionAt(i), crowding: NaN }));
}

/** Returns the encoded actions of all cells, [cells × columns], at the usual ad spend. */
export function encodeCells(model: TrainedModel, space: ActionSpace): Float32Array {
  return encodePlanned(model, cellCount(space), (index) =>
    actionOfCell(space, index, space.adSpend),
  );
}

/** Returns the action of a cell of the action space. */
export function actionOfCell(space: ActionSpace, index: number, adSpend: number): PlannedAction {
  const cell = cellAt(space, index);
  return {
    day: space.weeks[cell.weekIndex]!,
    channel: space.channels[cell.channelIndex]?.name ?? '',
    promotion: space.promotions[cell.promotionIndex]?.name ?? '',
    priceRatio: priceRatio(space, cell),
    adSpend,
  };
}
