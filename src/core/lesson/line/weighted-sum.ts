// The sum that every line, and every node of a network, is made of.

export interface WeightedSum {
  readonly weights: readonly number[];
  readonly inputs: readonly number[];
  readonly intercept: number;
}

/** The sum that METHOD.md works out for a layer. */
export const HAND_SUM: WeightedSum = { weights: [0.2, 0.5], inputs: [1, 10], intercept: 5 };

/** Returns Σ weight · input + intercept. */
export function weightedSum({ weights, inputs, intercept }: WeightedSum): number {
  return weights.reduce((sum, weight, i) => sum + weight * inputs[i]!, 0) + intercept;
}
