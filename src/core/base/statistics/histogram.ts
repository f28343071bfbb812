import { leastSpan, niceStep, withoutNoise } from '../nice-step.ts';
import { finite, quantileOfSorted } from './statistics.ts';

/** Number of values with from ≤ value < to. The last bin may be open: to = Infinity. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Quantile above which values may share one open bin; otherwise a few large values would squeeze all others into one
 * bar.
 */
const BODY = 0.95;

/**
 * Counts values in at most `mostBins` bins of one round width, which is an integer where all values are. Missing and
 * infinite values are left out; without values there are no bins.
 * @throws RangeError where mostBins is below 3
 */
export function histogramBins(values: Iterable<number>, mostBins = 20): Bin[] {
  if (mostBins < 3) throw new RangeError(`expected room for 3 bins or more, got ${mostBins}`);
  const sorted = Float64Array.from(finite(values)).sort();
  if (sorted.length === 0) return [];
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  const body = quantileOfSorted(sorted, BODY);
  const width = binWidth(low, body, {
    bins: mostBins - 2,
    areWhole: sorted.every(Number.isInteger),
  });
  // A rounding error below an edge must not create a bin.
  const first = Math.floor(low / width + 1e-9);
  const binsTo = (value: number) => Math.max(1, Math.floor(value / width) - first + 1);
  const hasTail = binsTo(high) > mostBins;
  const closed = binsTo(hasTail ? body : high);
  const edges = Array.from({ length: closed + 1 }, (_, i) => withoutNoise((first + i) * width));
  if (hasTail) edges.push(Infinity);
  return countBetween(edges, sorted);
}

function binWidth(
  low: number,
  body: number,
  { bins, areWhole }: { bins: number; areWhole: boolean },
): number {
  if (body - low <= leastSpan(low)) return 1;
  const width = niceStep((body - low) / bins);
  return areWhole && !Number.isInteger(width) ? Math.ceil(width) : width;
}

function countBetween(edges: readonly number[], sorted: Float64Array): Bin[] {
  let at = 0;
  return edges.slice(1).map((to, i) => {
    const start = at;
    // Values may lie a rounding error outside the outermost edges.
    while (at < sorted.length && (sorted[at]! < to || i === edges.length - 2)) at++;
    return { from: edges[i]!, to, count: at - start };
  });
}
