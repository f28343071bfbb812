import { invert, pairsOf } from '#core/model/ridge/symmetric.ts';

export interface ConditionalNormal {
  /** How much of each seen deviation is believed in each coming variable, [seen][coming]: Σ_ss⁻¹ Σ_sc. */
  readonly weights: readonly (readonly number[])[];
  /** Returns the squared Mahalanobis distance of seen deviations, dᵀ Σ_ss⁻¹ d. */
  readonly distance: (seen: readonly number[]) => number;
}

const RIDGE = 1e-9;

/**
 * Conditions a normal distribution on some of its variables (Anderson 2003, theorem 2.5.1): the mean of the coming ones moves
 * by `weights` times how far the seen ones are from their mean.
 * @param seen indices of the variables that are seen
 * @param coming indices of those that are predicted
 */
export function conditionalNormal(
  covariance: readonly (readonly number[])[],
  seen: readonly number[],
  coming: readonly number[],
): ConditionalNormal {
  const size = seen.length;
  // Weeks without any variance, as in a shop that always sells the same, would make the matrix singular.
  const pairs = pairsOf(size, (i, j) => covariance[seen[i]!]![seen[j]!]! + (i === j ? RIDGE : 0));
  const inverse = invert(pairs, size);
  const at = (i: number, j: number): number =>
    inverse[i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i]!;
  const weights = seen.map((_, i) =>
    coming.map((variable) =>
      seen.reduce((all, other, j) => all + at(i, j) * covariance[other]![variable]!, 0),
    ),
  );
  const distance = (beyond: readonly number[]): number => {
    let all = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) all += beyond[i]! * at(i, j) * beyond[j]!;
    return all;
  };
  return { weights, distance };
}
