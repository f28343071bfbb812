// A launch that sold its whole stock could have sold more: its sales are a censored observation, "at least so many".

import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  FEWEST_KNOWN,
  fitCensoredNormal,
  meanAbove,
  type CensoredNormal,
} from '#core/base/statistics/censored-normal.ts';
import { normalSpread } from '#core/base/statistics/statistics.ts';

/**
 * Returns whether a launch sold exactly its initial stock. One that sold more was restocked, and sold its demand.
 */
export function isSoldOut({ units, firstStock }: LaunchTable, row: number): boolean {
  return units[row] === firstStock[row];
}

/** Returns the same of each of these launches. */
export function soldOutFlags(table: LaunchTable, rows: Uint32Array): boolean[] {
  return Array.from(rows, (row) => isSoldOut(table, row));
}

/**
 * Returns the predictions, those of sold-out launches limited to their sales, because demand beyond these is not known.
 * Both on the same scale, units or log1p.
 */
export function asCensored(
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
  soldOut: readonly boolean[],
): Float64Array {
  return Float64Array.from(predicted, (value, i) =>
    soldOut[i] ? Math.min(value, actual[i]!) : value,
  );
}

/**
 * Returns a table in which sold-out launches among `rows` have their expected demand as units. It is conditioned on
 * being at least their sales, with normal errors on the log scale (Tobin 1958). Returns and orders grow in
 * proportion, orders up to their clicks. Returns the same table where nothing, or everything, sold out.
 * @param predictedLogs log1p(units) of the rows, without regard to their stock
 */
export function withImputedDemand(
  table: LaunchTable,
  rows: Uint32Array,
  predictedLogs: ArrayLike<number>,
): LaunchTable {
  const soldOut = soldOutFlags(table, rows);
  const residuals = Array.from(rows, (row, i) => Math.log1p(table.units[row]!) - predictedLogs[i]!);
  const open = residuals.filter((value, i) => !soldOut[i] && !Number.isNaN(value));
  if (open.length === 0 || !soldOut.includes(true)) return table;
  const errors = errorsOf(residuals, soldOut, open);
  const units = table.units.slice();
  const orders = table.orders.slice();
  const returns = table.returns.slice();
  rows.forEach((row, i) => {
    if (!soldOut[i]) return;
    const demand = Math.expm1(predictedLogs[i]! + meanAbove(residuals[i]!, errors));
    const atLeast = Math.max(units[row]!, demand);
    const share = units[row]! > 0 ? atLeast / units[row]! : 1;
    const most = Number.isNaN(table.clicks[row]!) ? Infinity : table.clicks[row]!;
    orders[row] = Math.max(orders[row]!, Math.min(most, orders[row]! * share));
    returns[row] = returns[row]! * share;
    units[row] = atLeast;
  });
  return { ...table, units, orders, returns };
}

/** Normal errors around 0, of the highest likelihood where enough of them are known. */
function errorsOf(
  residuals: readonly number[],
  soldOut: readonly boolean[],
  open: readonly number[],
): CensoredNormal {
  if (open.length < FEWEST_KNOWN) return { centre: 0, spread: normalSpread(open) };
  const isKnown = residuals.map((value) => !Number.isNaN(value));
  const known = residuals.filter((_, i) => isKnown[i]);
  const atLeast = soldOut.filter((_, i) => isKnown[i]);
  return fitCensoredNormal(known, atLeast, 0);
}
