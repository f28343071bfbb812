import { mean } from './statistics.ts';

/**
 * Returns Spearman's rank correlation (1904): Pearson's correlation of the ranks, where ties share their mean rank. NaN
 * where all values of a list are equal.
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return correlation(ranks(a), ranks(b));
}

function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranked = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (const i of order.slice(from, to)) ranked[i] = (from + to + 1) / 2;
    from = to;
  }
  return ranked;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [awayA, awayB] = [a[i]! - meanA, b[i]! - meanB];
    both += awayA * awayB;
    squaresA += awayA ** 2;
    squaresB += awayB ** 2;
  }
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : NaN;
}
