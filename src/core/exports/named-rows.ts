import type { CodedColumn } from '../csv/coded-column.ts';

/** Rows in which any of these columns holds a text, in their order. */
export function namedRows(columns: readonly CodedColumn[], rowCount: number): Uint32Array {
  const places = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const empties = columns.map(({ texts }) => texts.indexOf(''));
  if (empties.includes(-1)) return places;
  return places.filter((row) => columns.some(({ codes }, i) => codes[row] !== empties[i]));
}
