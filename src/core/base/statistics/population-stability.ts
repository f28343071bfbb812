import { quantileOfSorted } from './statistics.ts';

/** Population stability index from which a shift is worth reporting; 0.25 is usually called large. */
export const NOTICEABLE_SHIFT = 0.1;
const BINS = 10;
/** Count for a bin that one sample lacks; zero would make the index infinite. */
const HALF_A_ROW = 0.5;

/**
 * Returns the population stability index of two samples' counts by level, Σ (p − q) ln(p / q): the sum of both
 * Kullback–Leibler divergences (Jeffreys 1946). A count of zero is taken as half a row.
 */
export function populationStability(table: readonly (readonly [number, number])[]): number {
  const [m, n] = [0, 1].map((sample) => table.reduce((sum, count) => sum + count[sample]!, 0));
  return table.reduce((index, [inA, inB]) => {
    const p = Math.max(inA, HALF_A_ROW) / m!;
    const q = Math.max(inB, HALF_A_ROW) / n!;
    return index + (p - q) * Math.log(p / q);
  }, 0);
}

/** Counts both samples in ten bins that each hold a tenth of the first; in fewer where values repeat. */
export function countedInTenths(
  a: readonly number[],
  b: readonly number[],
): (readonly [number, number])[] {
  const sorted = Float64Array.from(a).sort();
  const edges = Array.from({ length: BINS - 1 }, (_, i) =>
    quantileOfSorted(sorted, (i + 1) / BINS),
  );
  const distinct = [...new Set(edges)];
  const counts = Array.from({ length: distinct.length + 1 }, (): [number, number] => [0, 0]);
  const binOf = (value: number): number => {
    const bin = distinct.findIndex((edge) => value <= edge);
    return bin < 0 ? distinct.length : bin;
  };
  for (const value of a) counts[binOf(value)]![0] += 1;
  for (const value of b) counts[binOf(value)]![1] += 1;
  return counts;
}
