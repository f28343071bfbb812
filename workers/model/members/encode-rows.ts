// Launches of a table → the encoded rows that base models read.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { joinedInputs } from '#core/model/blend/blend.ts';
import { sharedCount } from '#core/model/features/action-basis.ts';
import { encodeLaunches, type EncodedLaunches } from '#core/model/features/encode-launches.ts';
import { sharedColumns } from '#core/model/features/event-columns.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';

/** Encoded products and actions, with their rows of the table. */
export interface EncodedRows extends EncodedLaunches {
  readonly rows: Uint32Array;
}

/** Returns the encoded products and actions of these rows: x is [rows × inputs], phi [rows × columns]. */
export function encodeRows(
  table: LaunchTable,
  rows: Uint32Array,
  encoding: RowEncoding,
): EncodedRows {
  return { rows, ...encodeLaunches(encoding, table, rows) };
}

/** Launches with the columns that trees read, [rows × columns]. */
export interface JoinedRows {
  readonly x: Float32Array;
  readonly rows: Uint32Array;
}

/**
 * Joins product and action columns for trees, [rows × (inputs + columns)]. Trees get no event columns: they can split
 * on a product's fit to an event, and on the week.
 */
export function joinedRows({ rows, x, phi }: EncodedRows, { basis }: RowEncoding): JoinedRows {
  const shared = sharedColumns(phi, sharedCount(basis), rows.length);
  return { x: joinedInputs(x, shared, rows.length), rows };
}

/** Returns the units sold of these rows, [rows]; NaN where not known. */
export function unitsOf(table: LaunchTable, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => table.units[row]!);
}
