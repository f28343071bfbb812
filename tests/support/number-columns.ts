import { NUMBER_FIELD_NAMES, type NumberFieldName } from '#core/launch/fields.ts';
import type { NumberColumns } from '#core/import/columns/read-columns.ts';

/** Returns the number columns of a file. Those that are not named are NaN throughout. */
export function numberColumns(
  known: Partial<Record<NumberFieldName, ArrayLike<number>>>,
): NumberColumns {
  const rowCount = Object.values(known)[0]?.length ?? 0;
  return Object.fromEntries(
    NUMBER_FIELD_NAMES.map((field) => [
      field,
      known[field] ? Float64Array.from(known[field]) : new Float64Array(rowCount).fill(NaN),
    ]),
  ) as unknown as NumberColumns;
}

/** Returns the numbers with some cells of a field changed. */
export function withCells(
  numbers: NumberColumns,
  field: NumberFieldName,
  cells: Readonly<Record<number, number>>,
): NumberColumns {
  const changed = numbers[field].slice();
  for (const [place, value] of Object.entries(cells)) changed[Number(place)] = value;
  return { ...numbers, [field]: changed };
}
