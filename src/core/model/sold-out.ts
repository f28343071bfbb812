// A launch that sold its whole stock could have sold more: its sales are a censored observation, "at least so many".

import type { LaunchTable } from '../launch/launch-table.ts';
import { normalSpread } from '../statistics.ts';

/**
 * Returns whether each launch sold exactly its initial stock. One that sold more was restocked, and sold its demand.
 */
export function soldOutFlags(table: LaunchTable, rows: Uint32Array): boolean[] {
  return Array.from(rows, (row) => table.units[row] === table.firstStock[row]);
}

/**
 * Returns the predictions, those of sold-out launches limited to their sales, because demand beyond these is not known.
 */
export function asSold(
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
 * being at least their sales (Buckley and James 1979, with normal errors on the log scale). Returns and orders grow in
 * proportion, orders up to their clicks. Returns the same table where nothing, or everything, sold out.
 * @param predictedLogs log1p(units) of the rows, without regard to their stock
 */
export function withDemand(
  table: LaunchTable,
  rows: Uint32Array,
  predictedLogs: ArrayLike<number>,
): LaunchTable {
  const soldOut = soldOutFlags(table, rows);
  const missed = Array.from(rows, (row, i) => Math.log1p(table.units[row]!) - predictedLogs[i]!);
  const open = missed.filter((value, i) => !soldOut[i] && !Number.isNaN(value));
  if (open.length === 0 || !soldOut.includes(true)) return table;
  const spread = normalSpread(open);
  const units = table.units.slice();
  const orders = table.orders.slice();
  const returns = table.returns.slice();
  rows.forEach((row, i) => {
    if (!soldOut[i]) return;
    const demand = Math.expm1(predictedLogs[i]! + meanAbove(missed[i]!, spread));
    const atLeast = Math.max(units[row]!, demand);
    const share = units[row]! > 0 ? atLeast / units[row]! : 1;
    const most = Number.isNaN(table.clicks[row]!) ? Infinity : table.clicks[row]!;
    orders[row] = Math.max(orders[row]!, Math.min(most, orders[row]! * share));
    returns[row] = returns[row]! * share;
    units[row] = atLeast;
  });
  return { ...table, units, orders, returns };
}

/** Number of spreads beyond which the mean above a bound is the bound itself, within computing precision. */
const FAR = 8;

/** Returns the mean of those normal errors that are above a bound. */
function meanAbove(bound: number, spread: number): number {
  const z = bound / spread;
  if (!(spread > 0) || z > FAR) return bound;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return (spread * density) / upperTail(z);
}

/**
 * Returns the share of a standard normal above z (Abramowitz and Stegun 26.2.17); its absolute error is below 7.5e-8.
 */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (series * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
