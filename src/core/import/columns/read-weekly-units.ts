import type { CodedColumn } from '../csv/coded-column.ts';
import { readNumber } from '../values/read-number.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Mapping } from '../schema/mapping.ts';
import { WEEKS, weeklyHeaders } from '#core/launch/weekly-headers.ts';

/** Returns the headers of units by week, by week from 1, without columns that the mapping uses otherwise. */
export function weeklyColumns(
  headers: readonly string[],
  { fields, attributes }: Mapping,
): ReadonlyMap<number, string> {
  const used = new Set([...Object.values(fields), ...attributes]);
  return weeklyHeaders(headers.filter((header) => !used.has(header)));
}

/**
 * Reads the units of the chosen rows by week since launch. Returns {} if no header names a week. Cells that are not
 * counts are NaN.
 */
export function readWeeklyUnits(
  rows: TextRows,
  mapping: Mapping,
  chosen: readonly number[],
): { readonly weeklyUnits?: readonly Float64Array[] } {
  const headers = weeklyColumns(rows.headers, mapping);
  if (headers.size === 0) return {};
  const weeklyUnits = Array.from({ length: WEEKS }, (_, i) => {
    const cells = rows.columns.get(headers.get(i + 1) ?? '');
    return cells ? counts(cells, chosen) : new Float64Array(chosen.length).fill(NaN);
  });
  return weeklyUnits.every((week) => week.every(Number.isNaN)) ? {} : { weeklyUnits };
}

function counts({ texts, codes }: CodedColumn, chosen: readonly number[]): Float64Array {
  const numbers = texts.map((text) => {
    const number = readNumber(text, '.');
    return typeof number === 'number' && number >= 0 ? number : NaN;
  });
  return Float64Array.from(chosen, (index) => numbers[codes[index]!]!);
}
