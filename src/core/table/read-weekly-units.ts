import type { CodedColumn } from '../csv/coded-column.ts';
import { readNumber } from '../csv/read-number.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Mapping } from '../schema/mapping.ts';
import { WEEKS, weeklyHeaders } from '../schema/weekly-headers.ts';

/** Headers of units by week that the mapping does not read as something else, by week from 1. */
export function weeklyColumns(
  headers: readonly string[],
  { fields, attributes }: Mapping,
): ReadonlyMap<number, string> {
  const used = new Set([...Object.values(fields), ...attributes]);
  return weeklyHeaders(headers.filter((header) => !used.has(header)));
}

/** Units of the chosen rows by week since launch; nothing where no header says so. What is no count of pieces is missing. */
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
