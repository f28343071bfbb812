import type { NumberFieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { NumberColumns } from './read-columns.ts';

/** Returns the values at the chosen indices. */
export function pickRows(values: Float64Array, chosen: readonly number[]): Float64Array {
  const picked = new Float64Array(chosen.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[chosen[i]!]!;
  return picked;
}

/** Returns the number columns of the chosen rows. If the file counts only orders, one order counts as one unit. */
export function pickNumbers(
  numbers: NumberColumns,
  chosen: readonly number[],
  mapping: Mapping,
): Record<NumberFieldName, Float64Array> {
  const units = mapping.fields.units === undefined ? numbers.orders : numbers.units;
  return Object.fromEntries(
    Object.entries({ ...numbers, units }).map(([field, values]) => [
      field,
      pickRows(values, chosen),
    ]),
  ) as Record<NumberFieldName, Float64Array>;
}
