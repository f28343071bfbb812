// New products and the actions that they may have, as the members of the blend read them.

import { encodeActions, type BasisAction } from '#core/features/action-basis.ts';
import { encodeProducts } from '#core/features/product-encoder.ts';
import { cellAt, cellCount, priceRatio, type ActionSpace } from '#core/launch/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';

/** [products, inputs] */
export function encodeNewProducts(
  { encoding }: TrainedModel,
  table: LaunchTable,
  products: readonly NewProduct[],
): Float32Array {
  const columns = productColumns(products, Object.keys(table.attributes), table);
  return encodeProducts(encoding.encoder, columns, Uint32Array.from(products.keys()));
}

/** An action that is still to be decided; '' where there is nothing to choose. */
export type PlannedAction = Omit<BasisAction, 'crowding'>;

/** [actions, columns], those of events by event. Crowding is taken as usual: what else will launch then is being decided. */
export function encodePlanned(
  { encoding }: TrainedModel,
  count: number,
  actionAt: (i: number) => PlannedAction,
): Float32Array {
  return encodeActions(encoding.basis, count, (i) => ({ ...actionAt(i), crowding: NaN }));
}

/** [cells, columns] */
export function encodeCells(model: TrainedModel, space: ActionSpace): Float32Array {
  return encodePlanned(model, cellCount(space), (index) =>
    actionOfCell(space, index, space.adSpend),
  );
}

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
