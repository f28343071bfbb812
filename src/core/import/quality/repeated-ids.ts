import type { CodedColumn } from '../csv/coded-column.ts';

/** Rows whose ID occurs in another of the rows, and those of them whose ID occurs again further down. */
interface RepeatedIds {
  readonly all: readonly number[];
  readonly earlier: readonly number[];
}

/** Finds the rows that share a non-empty ID. */
export function repeatedIds({ texts, codes }: CodedColumn, rows: readonly number[]): RepeatedIds {
  const counts = new Uint32Array(texts.length);
  const last = new Uint32Array(texts.length);
  for (const row of rows) {
    counts[codes[row]!]! += 1;
    last[codes[row]!] = row;
  }
  const all = rows.filter((row) => counts[codes[row]!]! > 1 && texts[codes[row]!] !== '');
  return { all, earlier: all.filter((row) => last[codes[row]!] !== row) };
}
