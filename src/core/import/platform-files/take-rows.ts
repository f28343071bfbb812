import type { CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';

/** Returns the rows at these indices, in that order. */
export function takeRows(rows: TextRows, taken: Uint32Array): TextRows {
  const columns = [...rows.columns].map(([header, { texts, codes }]): [string, CodedColumn] => [
    header,
    { texts, codes: taken.map((row) => codes[row]!) },
  ]);
  return {
    headers: rows.headers,
    columns: new Map(columns),
    rowNumbers: Float64Array.from(taken, (row) => rows.rowNumbers[row]!),
    fingerprints: Float64Array.from(taken, (row) => rows.fingerprints[row]!),
  };
}
