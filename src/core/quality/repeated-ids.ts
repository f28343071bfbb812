import type { CodedColumn } from '../csv/coded-column.ts';

/** Rows whose id stands in another of the rows too, and those of them whose id stands again further down. */
interface RepeatedIds {
  readonly all: readonly number[];
  readonly earlier: readonly number[];
}

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
