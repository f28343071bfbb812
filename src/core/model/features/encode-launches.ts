import type { LaunchTable } from '#core/launch/launch-table.ts';
import { encodeActions, eventColumns, pastAction, type ActionBasis } from './action-basis.ts';
import { gatherEvents } from './event-columns.ts';
import { encodeProducts, fitsOf, inputCount, type ProductEncoder } from './product-encoder.ts';

/** Launches as the base models read them. */
export interface EncodedLaunches {
  /** Encoded products, [rows × product inputs], row-major. */
  readonly x: Float32Array;
  /** Encoded actions, [rows × basis], row-major; event columns by window. */
  readonly phi: Float32Array;
}

/** Encodes past launches, each with the action that it really had. */
export function encodeLaunches(
  { encoder, basis }: { readonly encoder: ProductEncoder; readonly basis: ActionBasis },
  table: LaunchTable,
  rows: Uint32Array,
): EncodedLaunches {
  const x = encodeProducts(encoder, table, rows);
  const inputs = inputCount(encoder);
  const actions = encodeActions(basis, rows.length, (i) => pastAction(table, rows[i]!));
  const fits = (i: number) => fitsOf(encoder, x.subarray(i * inputs, (i + 1) * inputs));
  return { x, phi: gatherEvents(actions, eventColumns(basis), fits, rows.length) };
}
