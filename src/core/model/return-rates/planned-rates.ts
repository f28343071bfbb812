// The return rates that plans count with: the product's own, and how an action differs from those that were usual.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import { logit } from '#core/base/statistics/statistics.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { rateBelief } from './expect-rate.ts';
import { fitReturnRates, type ReturnRates } from './fit-return-rates.ts';
import { tellsRate, type RateLaunch, type RateProduct } from './rate-launch.ts';

export interface PlannedRates extends ReturnRates {
  /** Mean of the encoded actions of the launches that were learnt from, event columns by window, [basis]. */
  readonly usualAction: Float64Array;
}

/** Learns from a table's launches, rows in order of time; null where the encoding has no return rate. */
export function fitPlannedRates(
  table: LaunchTable,
  rows: Uint32Array,
  encoding: RowEncoding,
): PlannedRates | null {
  if (!encoding.heads.outcomes.some(({ name }) => name === 'returnRate')) return null;
  const told = rows.filter((row) => tellsRate(returnLaunch(table, row)));
  const model = fitReturnRates(Array.from(told, (row) => returnLaunch(table, row)));
  return model && { ...model, usualAction: meanAction(table, told, encoding) };
}

/** Returns one row of a table as what a return rate is learnt from. */
export function returnLaunch(table: LaunchTable, row: number): RateLaunch {
  return {
    product: productOfRow(table, row),
    returned: table.returns[row]!,
    sold: table.units[row]!,
  };
}

function productOfRow(table: LaunchTable, row: number): RateProduct {
  const listPrice = table.listPrice[row]!;
  return {
    title: table.title[row]!,
    category: table.category[row]!,
    brand: table.brand[row]!,
    listPrice: Number.isNaN(listPrice) ? null : listPrice,
    attributes: Object.fromEntries(
      Object.keys(table.attributes).map((name) => [name, ownValue(table.attributes, name)![row]!]),
    ),
  };
}

function meanAction(table: LaunchTable, rows: Uint32Array, encoding: RowEncoding): Float64Array {
  const { phi } = encodeLaunches(encoding, table, rows);
  const basis = phi.length / rows.length;
  return Float64Array.from({ length: basis }, (_, column) => {
    let total = 0;
    for (let row = 0; row < rows.length; row++) total += phi[row * basis + column]!;
    return total / rows.length;
  });
}

/**
 * Returns the logit of a product's expected rate under the usual action, less what a regression says of that action:
 * added to what it says of any other, only the difference between the actions is left of it.
 * @param coefficients the regression's coefficients for the product, event columns by window, [basis]
 */
export function productShift(
  model: PlannedRates,
  product: RateProduct,
  coefficients: Float64Array,
): number {
  const { a, b } = rateBelief(model)(product);
  return (
    logit(a / (a + b)) - model.usualAction.reduce((z, value, k) => z + value * coefficients[k]!, 0)
  );
}
