// How much more often each term stands in positive reviews than in negative ones: the log-count ratio of naive Bayes,
// which Wang & Manning (2012) combine with a discriminative classifier. A review's own count is left out of the ratios
// that it is learnt with; otherwise the fit would trust rare terms that only it has.

import type { TermRows } from './term-rows.ts';

export interface TermBalance {
  /** ln P(term | positive) − ln P(term | negative), [terms]. */
  readonly ratios: Float64Array;
  /** Ratios · row for every row, [rows]; those of used rows without their own count. */
  readonly scores: Float64Array;
}

/** Reviews that each term begins with, divided between both kinds as all reviews are: an unseen term has ratio 0. */
const BEGINNING = 2;

/**
 * Counts terms of used rows.
 * @param isNegative [rows]
 */
export function termBalance(
  { starts, columns, values }: TermRows,
  termCount: number,
  isNegative: readonly boolean[],
  used: readonly number[],
): TermBalance {
  const counts = [new Float64Array(termCount), new Float64Array(termCount)] as const;
  const sizes: [number, number] = [0, 0];
  const isUsed = new Uint8Array(isNegative.length);
  for (const row of used) {
    const kind = isNegative[row]! ? 1 : 0;
    isUsed[row] = 1;
    sizes[kind]++;
    for (let e = starts[row]!; e < starts[row + 1]!; e++) counts[kind][columns[e]!]!++;
  }
  const beginning = sizes.map((size) => (BEGINNING * (size + 1)) / (used.length + 2));
  const logShare = (kind: 0 | 1, term: number, own: number) =>
    Math.log((counts[kind][term]! - own + beginning[kind]!) / (sizes[kind] + 1));
  const ratio = (term: number, own: readonly [number, number]) =>
    logShare(0, term, own[0]) - logShare(1, term, own[1]);
  const scores = Float64Array.from(isNegative, (negative, row) => {
    const own: [number, number] = negative ? [0, isUsed[row]!] : [isUsed[row]!, 0];
    let score = 0;
    for (let e = starts[row]!; e < starts[row + 1]!; e++)
      score += ratio(columns[e]!, own) * values[e]!;
    return score;
  });
  return {
    ratios: Float64Array.from({ length: termCount }, (_, term) => ratio(term, [0, 0])),
    scores,
  };
}
